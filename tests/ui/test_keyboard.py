"""The loop by keyboard alone, from wherever the focus is, and what the mouse must not take away from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tas_desktop.session.annotation_session import Prompt
from tas_desktop.ui.expression.chips import Chip
from tests.ui.driving import decisions, type_and_wait, wait_ready, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
MOST_STOPS = 200


def press(qtbot, key, modifier=NONE):
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def row_centre(view, row):
    return view.visualRect(view.model().index(row)).center()


def tab_stops(qtbot, start) -> list[str]:
    """Names of what Tab leads to, once round."""
    start.setFocus()
    found = []
    for _ in range(MOST_STOPS):
        found.append(QApplication.focusWidget().objectName() or QApplication.focusWidget().toolTip())
        press(qtbot, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            return found
    pytest.fail(f"Tab does not come back to where it began: {found}")


def test_tab_goes_through_the_window_as_the_eye_does(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    stops = tab_stops(qtbot, opened.images.filter_box)
    assert stops[:4] == ["image-filter", "filter-help-button", "queue-order", "image-list"]
    assert "Previous picture" in stops[4]
    canvas, box = stops.index("canvas"), stops.index("expression-box")
    chips = [i for i, name in enumerate(stops) if name == "chip"]
    assert canvas < box < chips[0] <= chips[-1] < stops.index("candidate-list") < stops.index("why-button")
    assert chips[-1] - chips[0] == len(chips) - 1


def test_shift_tab_from_the_candidates_comes_back_to_the_chips(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    opened.candidates.view.setFocus()
    press(qtbot, Qt.Key.Key_Backtab)
    assert isinstance(QApplication.focusWidget(), Chip)


@pytest.mark.parametrize("where", ["image-list", "canvas", "candidate-list", "expression-box"])
def test_what_has_the_focus_looks_different(qtbot, opened, where):
    type_and_wait(qtbot, opened, "red block")
    widgets = {
        "image-list": opened.images.list,
        "canvas": opened.canvas.view,
        "candidate-list": opened.candidates.view,
        "expression-box": opened.box,
    }
    widget = widgets.pop(where)
    next(iter(widgets.values())).setFocus()
    without = widget.grab().toImage()
    widget.setFocus()
    accent = opened.theme.tones.accent

    def accents(picture):
        pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in (*range(6), 40))
        return sum(pixel.name() == accent for pixel in pixels)

    assert accents(widget.grab().toImage()) > accents(without)


@pytest.mark.parametrize("where", ["canvas", "candidate-list"])
def test_down_and_enter_work_outside_the_box_too_and_the_box_gets_the_focus(qtbot, opened, where):
    type_and_wait(qtbot, opened, "red block")
    second = opened.workspace.ranking.candidates.candidate_at(1)
    {"canvas": opened.canvas.view, "candidate-list": opened.candidates.view}[where].setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert opened.workspace.ranking.selected.proposal_index == second.proposal_index
    press(qtbot, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.masks[0].mask == second.proposal.mask
    assert opened.box.hasFocus(), "the next expression is typed at once"


def test_alt_digit_from_the_canvas_accepts_and_gives_the_box_the_focus(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    opened.canvas.view.setFocus()
    press(qtbot, Qt.Key.Key_2, ALT)
    wait_saved(qtbot, opened, decided=1)
    assert decisions(opened)[0].masks[0].candidate_rank == 2
    assert opened.box.hasFocus()


def test_a_click_on_a_candidate_chooses_it_and_the_box_keeps_the_focus(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    view = opened.candidates.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(view, 2))
    third = opened.workspace.ranking.candidates.candidate_at(2)
    assert opened.workspace.ranking.selected.proposal_index == third.proposal_index
    assert opened.box.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert decisions(opened)[0].masks[0].mask == third.proposal.mask


def test_a_click_on_the_canvas_chooses_and_enter_accepts(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    view = opened.canvas.view
    blue = next(
        c
        for c in opened.workspace.ranking.ranking.candidates
        if c.proposal.mask.box_xywh == (150, 40, 60, 60)
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(180, 70))
    assert opened.workspace.ranking.selected.proposal_index == blue.proposal_index
    press(qtbot, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert decisions(opened)[0].masks[0].mask == blue.proposal.mask


def test_a_picture_chosen_in_the_list_is_typed_for_at_once(qtbot, opened):
    view = opened.images.list
    view.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert opened.workspace.session.image.path == "one.png", "walking the list opens nothing"
    press(qtbot, Qt.Key.Key_Return)
    assert opened.workspace.session.image.path == "three.png"
    assert opened.box.hasFocus()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(view, 0))
    assert opened.workspace.session.image.path == "one.png"
    assert opened.box.hasFocus()
    wait_ready(qtbot, opened)


def test_the_filter_leads_on_to_the_list_and_back_to_the_box(qtbot, opened):
    press(qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(opened.images.filter_box, "thr")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.images.list.hasFocus, timeout=15_000)
    press(qtbot, Qt.Key.Key_Return)
    assert opened.workspace.session.image.path == "three.png"
    press(qtbot, Qt.Key.Key_F, CONTROL)
    press(qtbot, Qt.Key.Key_Escape)
    assert opened.images.filter_box.text() == ""
    assert opened.images.filter_box.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert opened.box.hasFocus()
    wait_ready(qtbot, opened)


def test_space_switches_a_chip_and_enter_in_the_box_waits_for_that_ranking(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    before = opened.workspace.ranking.ranking
    for _ in ("category", "target", "left"):
        press(qtbot, Qt.Key.Key_Tab)
    assert "left" in QApplication.focusWidget().face.text
    press(qtbot, Qt.Key.Key_Space)
    opened.box.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert opened.workspace.session.prompt is Prompt.HOLDING, "what is painted is of the chips before"
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.provenance.ranking_id != before.ranking_id


def test_enter_while_the_bare_picture_is_shown_waits_for_the_mask(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyPress(opened.box, Qt.Key.Key_H, ALT)
    qtbot.waitUntil(lambda: opened.workspace.session.painted is None)
    press(qtbot, Qt.Key.Key_Return)
    assert opened.workspace.session.prompt is Prompt.HOLDING
    assert not opened.workspace.project.is_saving
    qtbot.keyRelease(opened.box, Qt.Key.Key_H, ALT)
    wait_saved(qtbot, opened, decided=1)


def test_a_held_down_enter_accepts_once(qtbot, opened):
    for widget in (opened.box, opened.candidates.view, opened.canvas.view):
        type_and_wait(qtbot, opened, "red block")
        widget.setFocus()
        repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", True)
        QApplication.sendEvent(widget, repeated)
        assert not opened.workspace.project.is_saving
        assert opened.workspace.session.prompt is Prompt.NONE


def test_blanks_around_the_text_change_nothing(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    painted = opened.workspace.session.painted
    qtbot.keyClicks(opened.box, "  ")
    assert opened.workspace.session.painted == painted
    press(qtbot, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert decisions(opened)[0].text == "red block"


def test_what_is_accepted_is_what_was_painted_for_the_text(qtbot, opened):
    for decided, text in enumerate(("red block", "blue block", "red block on the right"), start=1):
        type_and_wait(qtbot, opened, text)
        session = opened.workspace.session
        painted = session.painted
        press(qtbot, Qt.Key.Key_Return)
        if session.prompt is Prompt.NEWCOMER:
            press(qtbot, Qt.Key.Key_Return)
        wait_saved(qtbot, opened, decided=decided)
        decision = next(d for d in decisions(opened) if d.text == text)
        assert decision.provenance.ranking_id == painted.ranking_id
