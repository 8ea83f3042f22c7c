"""What must fit: long texts, narrow windows, texts that come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.candidates.delegate import BAR_HEIGHT
from tas_desktop.ui.notice_bar import NoticeStrip
from tas_desktop.ui.ranking_notices import warnings_of
from tas_desktop.ui.wording import as_plain_tool_tip, as_sentence, kept_together, shortened
from tests.support.colour_pipeline import EveryPictureIsStrange
from tests.ui.driving import type_and_wait, wait_saved

LONG = "the red block that stands far away on the left of the blue one and is the larger of the two blocks"


def label(window, name) -> QLabel:
    return window.findChild(QLabel, name)


def is_shown_whole(text: QLabel) -> bool:
    return text.isVisible() and text.height() >= text.heightForWidth(text.width())


def test_a_long_expression_is_shown_whole_under_the_box_and_nothing_is_cut(qtbot, opened):
    opened.resize(1100, 700)
    type_and_wait(qtbot, opened, LONG)
    whole = label(opened, "whole-expression")
    qtbot.waitUntil(lambda: is_shown_whole(whole))
    assert whole.text() == LONG
    chips = opened.expression.chips
    qtbot.waitUntil(lambda: chips.height() >= chips.layout().heightForWidth(chips.width()))
    assert opened.expression.list.verticalScrollBar().maximum() == 0


def test_a_short_expression_is_shown_in_the_box_alone(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    assert not label(opened, "whole-expression").isVisible()


def test_a_long_notice_is_shown_whole_with_its_next_step(qtbot, opened):
    opened.resize(900, 600)
    cause = "The folder " + "/a-long-name" * 20 + " cannot be written to"
    opened.workspace.notices.post(Message(cause, Severity.WARNING, "Copy it to another place", key="x"))
    (strip,) = opened.findChildren(NoticeStrip)
    (text,) = (found for found in strip.findChildren(QLabel) if found.text())
    assert text.text() == f"{cause}. Copy it to another place."
    qtbot.waitUntil(lambda: is_shown_whole(text))


def test_a_very_long_cause_leaves_room_for_the_picture(opened):
    opened.workspace.notices.post(Message("x" * 5000, Severity.ERROR, "Do this", key="y", lasting=True))
    (strip,) = opened.findChildren(NoticeStrip)
    (text,) = (found for found in strip.findChildren(QLabel) if found.text())
    assert len(text.text()) < 400
    assert text.text().endswith("Do this.")
    assert text.toolTip() == f"<p>{'x' * 5000}</p>"


def test_in_a_narrow_window_the_name_of_the_picture_stays(qtbot, opened):
    opened.resize(1100, 700)
    name = opened.canvas_bar._name
    qtbot.waitUntil(lambda: name.width() >= name.fontMetrics().horizontalAdvance("one.png"))


def test_the_panels_keep_their_widths_while_captions_come(qtbot, no_work_ahead, opened, caption_gate):
    opened.resize(1000, 700)
    caption_gate.clear()
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    desk, session = opened.workspace.desk, opened.workspace.session
    qtbot.waitUntil(lambda: desk.phase.name == "REFINING" and len(desk.outlines) > 0, timeout=15000)
    type_and_wait(qtbot, opened, "blue block")
    before = opened.candidates.width()
    caption_gate.set()
    qtbot.waitUntil(lambda: session.ranking.ranking.complete, timeout=15000)
    assert opened.candidates.width() == before


@pytest.mark.parametrize("recogniser", [EveryPictureIsStrange()], ids=["unknown-picture"])
def test_an_unknown_picture_has_one_warning_and_sizes_in_place_of_captions(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    ranking = opened.workspace.ranking.ranking
    assert "do not know pictures like this one" in label(opened, "ranking-notices").text()
    unknown = Notice("word-unknown", "“zebra” says nothing.", NoticeLevel.WARNING)
    assert len(warnings_of(replace(ranking, notices=(*ranking.notices, unknown)))) == 1
    delegate = opened.candidates.view.itemDelegate()
    largest = max(ranking.candidates, key=lambda candidate: candidate.proposal.mask.area)
    assert delegate._stand_in(largest) == "9.4\N{NO-BREAK SPACE}% of the picture"


@pytest.mark.parametrize("height", [560, 900])
def test_no_figure_of_the_why_view_is_cut_in_a_low_window(qtbot, opened, height):
    opened.resize(1100, height)
    type_and_wait(qtbot, opened, LONG)
    opened.candidates.why_button.setChecked(True)
    area = opened.candidates.why_area
    texts = [text for text in opened.candidates.why.findChildren(QLabel) if text.text()]
    qtbot.waitUntil(lambda: all(text.height() >= text.fontMetrics().height() for text in texts))
    scrolls = area.verticalScrollBar().maximum() > 0
    assert scrolls is (height == 560)
    assert opened.candidates.view.height() >= 2 * opened.candidates.view.sizeHintForRow(0)


@pytest.fixture
def large_text(qapp):
    """The system's text at one and a half times its size."""
    usual = QFont(qapp.font())
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * 1.5)
    qapp.setFont(larger)
    yield larger
    qapp.setFont(usual)


def test_rows_and_box_grow_with_the_text_of_the_system(large_text, qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    line = QFontMetrics(large_text).height()
    assert opened.candidates.view.sizeHintForRow(0) >= 2 * line + BAR_HEIGHT
    assert opened.images.list.sizeHintForRow(0) >= 2 * line
    assert opened.box.fontMetrics().height() > line
    assert opened.box.height() >= opened.box.fontMetrics().height()


def test_a_line_of_hints_breaks_between_them_only():
    assert kept_together("Enter takes it   Esc lets go").split(" ") == [
        "Enter\xa0takes\xa0it",
        "",
        "",
        "Esc\xa0lets\xa0go",
    ]
    assert kept_together("one sentence") == "one sentence", "this one may break anywhere"


def test_the_prompt_says_that_enter_would_decide_anew(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    prompt = label(opened, "prompt")
    assert "accepts" in prompt.text()
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    session = opened.workspace.session
    qtbot.waitUntil(lambda: bool(session.expressions.rows))
    session.go_to_expression(session.expressions.rows[0].expression_id)
    qtbot.waitUntil(lambda: "anew" in prompt.text())
    qtbot.keyClicks(opened.box, " there")
    qtbot.waitUntil(lambda: session.ranking.is_current and "accepts" in prompt.text())


def test_an_imported_expression_is_text_in_its_tool_tip(qtbot, opened, monkeypatch):
    type_and_wait(qtbot, opened, "<b>red</b> block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    view = opened.expression.list
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, *_rest: shown.append(text))
    here = view.visualRect(view.model().index(0)).center()
    tip = QHelpEvent(QEvent.Type.ToolTip, here, view.viewport().mapToGlobal(QPoint(here)))
    QApplication.sendEvent(view.viewport(), tip)
    assert shown == ["<p>&lt;b&gt;red&lt;/b&gt; block</p>"]


def test_texts_from_elsewhere_become_sentences_and_are_cut_in_the_middle():
    assert as_sentence("no such file") == "no such file."
    assert as_sentence("Skipped.") == "Skipped."
    assert as_sentence("没有掩码") == "没有掩码。" == as_sentence("没有掩码。")
    assert as_sentence("") == ""
    assert shortened("abcdefgh", 8) == "abcdefgh"
    assert shortened("abcdefghi", 8) == "abc…fghi"
    assert as_plain_tool_tip("") == ""
