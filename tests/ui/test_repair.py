"""Repair as a whole: begun, accepted, put aside, drawn by hand, undone by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tas_desktop.domain.decision import DecisionAction
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, type_text, wait_ready, wait_saved
from tests.ui.repairing import (
    CONTROL,
    SHIFT,
    block,
    drag,
    mask_of,
    press,
)


def test_ctrl_e_shows_the_bar_and_gives_the_canvas_the_keys(repairing):
    assert repairing.repair_bar.isVisible()
    assert repairing.canvas.view.hasFocus()
    assert mask_of(repairing) == block(0)
    press(repairing, Qt.Key.Key_Escape)
    assert not repairing.workspace.session.repair.is_active
    assert not repairing.repair_bar.isVisible()


def test_a_mask_that_was_not_changed_is_no_edited_one(qtbot, repairing):
    press(repairing, Qt.Key.Key_Return)
    wait_saved(qtbot, repairing, decided=1)
    (chosen,) = decisions(repairing)[0].masks
    assert (chosen.mask, chosen.edited) == (block(0), False)


def test_a_mask_by_hand_is_drawn_where_there_is_no_text_yet(qtbot, opened):
    QTest.keyClick(opened.box, Qt.Key.Key_E, CONTROL | SHIFT)
    press(opened, Qt.Key.Key_B)
    drag(opened, [(100, 80), (130, 80)])
    drawn = mask_of(opened)
    press(opened, Qt.Key.Key_Return)
    assert opened.workspace.session.repair.is_active
    assert opened.box.hasFocus(), "the mask wants words"
    QTest.keyClicks(opened.box, "blue thing")
    QTest.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert (decision.action, decision.text) == (DecisionAction.DRAW, "blue thing")
    (chosen,) = decision.masks
    assert (chosen.mask, chosen.proposal_mask, chosen.candidate_rank) == (drawn, None, None)


def test_an_empty_mask_is_not_accepted(qtbot, opened):
    type_and_wait(qtbot, opened, "blue block")
    QTest.keyClick(opened.box, Qt.Key.Key_E, CONTROL | SHIFT)
    press(opened, Qt.Key.Key_Return)
    assert opened.workspace.session.repair.is_active
    assert opened.workspace.project.counts.decided == 0


def test_the_mask_belongs_to_the_text_that_is_in_the_box_at_enter(qtbot, repairing):
    press(repairing, Qt.Key.Key_B)
    drag(repairing, [(100, 50), (110, 50)])
    painted = mask_of(repairing)
    type_text(qtbot, repairing, "red thing")
    QTest.keyClick(repairing.box, Qt.Key.Key_Return)
    wait_saved(qtbot, repairing, decided=1)
    (decision,) = decisions(repairing)
    assert (decision.text, decision.masks[0].mask) == ("red thing", painted)


def test_leaving_puts_the_repair_aside_and_ctrl_e_takes_it_up_again(qtbot, repairing):
    session = repairing.workspace.session
    press(repairing, Qt.Key.Key_B)
    drag(repairing, [(100, 50), (110, 50)])
    painted, first = mask_of(repairing), session.image.image_id
    press(repairing, Qt.Key.Key_PageDown)
    wait_ready(qtbot, repairing)
    assert not session.repair.is_active
    session.go_to_image(first)
    wait_ready(qtbot, repairing)
    type_and_wait(qtbot, repairing, "red block on the left")
    QTest.keyClick(repairing.box, Qt.Key.Key_E, CONTROL)
    assert mask_of(repairing) == painted
    press(repairing, Qt.Key.Key_Z, CONTROL)
    assert mask_of(repairing) == block(0)


def test_in_the_smallest_window_every_tool_keeps_its_place(qtbot, repairing):
    smallest = repairing.minimumSize()
    repairing.resize(smallest)
    qtbot.waitUntil(lambda: repairing.width() == smallest.width(), timeout=WAIT_MS)
    bar = repairing.repair_bar
    shown = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert len(shown) >= 9
    assert bar.accept.isVisible()
    for widget in (*shown, bar.accept):
        assert bar.rect().contains(widget.geometry())
    repairing.resize(1500, 800)
    qtbot.waitUntil(lambda: bar.cancel.isVisible() and bar.size_box.isVisible(), timeout=WAIT_MS)
