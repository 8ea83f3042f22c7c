"""The annotator's loop, by key events on the focused expression box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.session.annotation_session import Prompt
from tests.ui.driving import decisions, type_and_wait, type_text, wait_painted, wait_ready, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_typing_ranks_and_enter_accepts_what_is_painted(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    expected = opened.workspace.session.ranking.selected.proposal.mask
    assert expected.box_xywh == (20, 30, 50, 40)
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.text == "red block on the left"
    assert decision.action is DecisionAction.ACCEPT
    assert decision.masks[0].mask == expected
    assert decision.masks[0].candidate_rank == 1
    assert decision.annotator == "tester"
    assert decision.provenance.method == "tas"
    assert opened.box.text() == "", "ready for another expression on this picture"


def test_down_and_up_walk_the_candidates_from_inside_the_box(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    session = opened.workspace.session
    first = session.ranking.selected.rank
    qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    assert session.ranking.selected.rank == first + 1
    assert opened.candidates.view.currentIndex().row() == 1
    qtbot.keyClick(opened.box, Qt.Key.Key_Up)
    qtbot.keyClick(opened.box, Qt.Key.Key_Up)
    assert session.ranking.selected.rank == 1
    assert opened.box.text() == "red block"


def test_enter_accepts_the_walked_to_candidate(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    chosen = opened.workspace.session.ranking.selected
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.masks[0].mask == chosen.proposal.mask
    assert decision.masks[0].candidate_rank == 2


def test_alt_digit_picks_and_accepts(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    third = opened.workspace.session.ranking.candidates.candidate_at(2)
    qtbot.keyClick(opened.box, Qt.Key.Key_3, ALT)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.action is DecisionAction.PICK
    assert decision.masks[0].mask == third.proposal.mask
    assert decision.masks[0].candidate_rank == 3


def test_alt_digit_beyond_the_list_does_nothing(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_9, ALT)
    assert opened.box.text() == "red block"
    assert not opened.workspace.project.is_saving


def test_enter_before_the_ranking_is_held_and_then_applied(qtbot, opened):
    type_text(qtbot, opened, "blue block")
    session = opened.workspace.session
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    assert session.prompt is Prompt.HOLDING
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.text == "blue block"
    assert decision.masks[0].mask.box_xywh == (150, 40, 60, 60)


def test_typing_on_lets_go_of_a_held_enter(qtbot, opened):
    type_text(qtbot, opened, "blue")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    qtbot.keyClicks(opened.box, " block")
    assert opened.workspace.session.prompt is Prompt.NONE
    wait_painted(qtbot, opened, "blue block")
    assert opened.workspace.project.counts.decided == 0
    assert not opened.workspace.project.is_saving


def test_escape_lets_go_of_a_held_enter(qtbot, opened):
    type_text(qtbot, opened, "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    qtbot.keyClick(opened.box, Qt.Key.Key_Escape)
    wait_painted(qtbot, opened, "blue block")
    assert opened.workspace.project.counts.decided == 0


def test_a_newcomer_asks_once_more(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    session = opened.workspace.session
    highlighted = []
    session.candidate_highlighted.connect(highlighted.append)
    now = [100.0]
    session._enter_key._clock = lambda: now[0]  # the key's clock, stopped
    opened.box.selectAll()
    qtbot.keyClicks(opened.box, "blue block")
    wait_painted(qtbot, opened, "blue block")
    newcomer = session.ranking.selected.proposal_index
    now[0] += 0.15
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    assert session.prompt is Prompt.NEWCOMER
    assert highlighted[-1] == newcomer
    assert not opened.workspace.project.is_saving
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert decision.text == "blue block"


def test_captions_refine_the_order_without_moving_the_annotators_choice(
    qtbot, no_work_ahead, opened, caption_gate
):
    caption_gate.clear()
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    desk, session = opened.workspace.desk, opened.workspace.session
    qtbot.waitUntil(lambda: desk.phase.name == "REFINING" and len(desk.outlines) > 0, timeout=15000)
    type_and_wait(qtbot, opened, "blue block")
    assert not session.ranking.ranking.complete
    qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    chosen = session.ranking.selected.proposal_index
    caption_gate.set()
    wait_ready(qtbot, opened)
    qtbot.waitUntil(lambda: session.ranking.ranking.complete, timeout=15000)
    assert session.ranking.selected.proposal_index == chosen


def test_while_an_input_method_composes_enter_and_digits_are_its_own(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    compose(opened.box, "hong")
    assert opened.box.is_composing
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    qtbot.keyClick(opened.box, Qt.Key.Key_1, ALT)
    qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    assert opened.workspace.session.ranking.selected.rank == 1
    assert opened.workspace.session.prompt is Prompt.NONE
    assert not opened.workspace.project.is_saving
    compose(opened.box, "", commit="红")
    assert not opened.box.is_composing
    assert "红" in opened.box.text()


def compose(box, preedit, *, commit=""):
    event = QInputMethodEvent(
        preedit,
        [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat, 0, len(preedit), QTextCharFormat()
            )
        ]
        if preedit
        else [],
    )
    event.setCommitString(commit)
    QApplication.sendEvent(box, event)


def test_undo_in_the_box_takes_typing_first_then_the_decision(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    qtbot.keyClicks(opened.box, "blue")
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL)
    assert opened.box.text() == ""
    assert opened.workspace.project.counts.decided == 1
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL)
    wait_saved(qtbot, opened, decided=0)
    qtbot.waitUntil(lambda: opened.box.text() == "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL | SHIFT)
    wait_saved(qtbot, opened, decided=1)


def test_undo_names_what_it_takes_back(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert "red block" in opened.actions_by_name["undo"].text()
    opened.actions_by_name["undo"].trigger()
    wait_saved(qtbot, opened, decided=0)
    assert "red block" in opened.actions_by_name["redo"].text()


def test_page_down_and_up_go_through_the_pictures_from_inside_the_box(qtbot, opened):
    session = opened.workspace.session
    assert session.image.path == "one.png"
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    assert session.image.path == "three.png"
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    assert session.image.path == "two.png"
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    assert session.image.path == "two.png", "the last one"
    qtbot.keyClick(opened.box, Qt.Key.Key_PageUp)
    assert session.image.path == "three.png"
    wait_ready(qtbot, opened)


def test_letters_go_through_the_pictures_only_outside_text(qtbot, opened):
    session = opened.workspace.session
    qtbot.keyClick(opened.box, Qt.Key.Key_D)
    assert session.image.path == "one.png"
    assert opened.box.text() == "d"
    opened.canvas.view.setFocus()
    qtbot.keyClick(opened.canvas.view, Qt.Key.Key_D)
    assert session.image.path == "three.png"
    qtbot.keyClick(opened.canvas.view, Qt.Key.Key_A)
    assert session.image.path == "one.png"
    wait_ready(qtbot, opened)


def test_no_target_and_skip_from_inside_the_box(qtbot, opened):
    type_and_wait(qtbot, opened, "green block")
    qtbot.keyClick(opened.box, Qt.Key.Key_N, CONTROL | SHIFT)
    wait_saved(qtbot, opened, decided=1)
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_K, CONTROL | SHIFT)
    wait_saved(qtbot, opened, decided=2)
    actions = [decision.action for decision in decisions(opened)]
    assert actions == [DecisionAction.NO_TARGET, DecisionAction.SKIP]
    assert all(not decision.masks for decision in decisions(opened))


def test_enter_in_the_empty_box_goes_to_the_next_picture(qtbot, opened):
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    assert opened.workspace.session.image.path == "three.png"
    wait_ready(qtbot, opened)


def test_imported_expressions_lead_from_one_to_the_next_and_on_to_the_next_picture(qtbot, opened, folder):
    store = opened.workspace.project.store
    rows = store.list_images()
    store.add_expressions(
        [
            (rows[0].image_id, "red block on the left"),
            (rows[0].image_id, "blue block"),
            (rows[1].image_id, "orange block"),
        ],
        annotator="importer",
    )
    with qtbot.waitSignal(opened.workspace.project.opened, timeout=15000):
        opened.workspace.open_path(folder)
    wait_ready(qtbot, opened)
    wait_painted(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    assert opened.box.text() == "blue block"
    wait_painted(qtbot, opened, "blue block")
    accept_surely(qtbot, opened)
    qtbot.waitUntil(lambda: opened.workspace.session.image.path == "three.png")
    wait_painted(qtbot, opened, "orange block")
    accept_surely(qtbot, opened)
    wait_saved(qtbot, opened, decided=3)


def accept_surely(qtbot, window):
    """Enter, and once more where the first candidate has only just come."""
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    if window.workspace.session.prompt is Prompt.NEWCOMER:
        qtbot.keyClick(window.box, Qt.Key.Key_Return)


def test_same_mask_for_two_expressions_joins_one_referent(qtbot, opened):
    type_and_wait(qtbot, opened, "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    type_and_wait(qtbot, opened, "blue thing")
    accept_surely(qtbot, opened)
    wait_saved(qtbot, opened, decided=2)
    image = opened.workspace.session.image
    (referent,) = opened.workspace.project.store.list_referents(image.image_id)
    assert referent.texts == ("blue block", "blue thing")
    assert any("one referent" in message.text for message in opened.notices.messages)


def test_an_expression_that_comes_back_shows_what_was_accepted_for_it(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    wait_saved(qtbot, opened, decided=1)
    accepted = decisions(opened)[0].masks[0]
    row = opened.workspace.session.expressions.row_at(0)
    opened.workspace.session.go_to_expression(row.expression_id)
    wait_painted(qtbot, opened, "red block")
    assert opened.workspace.ranking.selected.rank == 2
    assert opened.workspace.ranking.selected.proposal.mask == accepted.mask
    total = dict(accepted.scores)
    assert sum(total[name] for name in ("v", "p", "n", "prior", "spatial")) == pytest.approx(total["total"])
