"""Decisions that no single proposal shows, when their expression comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_saved
from tests.ui.repairing import CONTROL, SHIFT, at, block, drag, mask_of, press


def repair_and_accept(qtbot, window):
    """Decide on a repaired mask and come back to it."""
    type_and_wait(qtbot, window, "red block on the left")
    QTest.keyClick(window.box, Qt.Key.Key_E, CONTROL)
    press(window, Qt.Key.Key_B)
    drag(window, [(100, 50), (120, 50)])
    painted = mask_of(window)
    press(window, Qt.Key.Key_Return)
    wait_saved(qtbot, window, decided=1)
    come_back(qtbot, window)
    return painted


def come_back(qtbot, window):
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.expressions.rowCount() == 1, timeout=WAIT_MS)
    session.go_to_expression(session.expressions.rows[0].expression_id)
    qtbot.waitUntil(
        lambda: session.choice.kept.masks is not None and session.painted == session.to_paint, timeout=WAIT_MS
    )


def test_the_repaired_mask_is_shown_and_enter_leaves_it_as_it_is(qtbot, opened):
    session = opened.workspace.session
    viewport = opened.canvas.view.viewport()
    ground = viewport.grab().toImage().pixelColor(at(opened, 110, 50))
    painted = repair_and_accept(qtbot, opened)
    assert viewport.grab().toImage().pixelColor(at(opened, 110, 50)) != ground
    expression_id = session.expression.expression_id
    QTest.keyClick(opened.box, Qt.Key.Key_Return)
    assert not session.choice.is_kept
    rows = decisions(opened, expression_id)
    assert [row.masks[0].mask for row in rows] == [painted], "no second decision"


def test_it_can_be_repaired_once_more(qtbot, opened):
    painted = repair_and_accept(qtbot, opened)
    QTest.keyClick(opened.box, Qt.Key.Key_E, CONTROL)
    assert mask_of(opened) == painted
    press(opened, Qt.Key.Key_E)
    drag(opened, [(22, 32), (22, 40)])
    again = mask_of(opened)
    assert again.area < painted.area
    expression_id = opened.workspace.session.expression.expression_id
    press(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(decisions(opened, expression_id)) == 2, timeout=WAIT_MS)
    chosen = decisions(opened, expression_id)[-1].masks[0]
    assert (chosen.mask, chosen.edited, chosen.proposal_mask) == (again, True, block(0))
    assert {"repair.brush", "repair.eraser"} <= set(dict(chosen.scores))


def test_the_arrows_choose_anew(qtbot, opened):
    repair_and_accept(qtbot, opened)
    session = opened.workspace.session
    QTest.keyClick(opened.box, Qt.Key.Key_Down)
    assert session.choice.is_ranked
    QTest.keyClick(opened.box, Qt.Key.Key_Up)
    expression_id = session.expression.expression_id
    QTest.keyClick(opened.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(decisions(opened, expression_id)) == 2, timeout=WAIT_MS)
    assert decisions(opened, expression_id)[-1].masks[0].mask == block(0)


def test_several_masks_come_back_together(qtbot, opened):
    type_and_wait(qtbot, opened, "red blocks")
    QTest.keyClick(opened.box, Qt.Key.Key_M, CONTROL)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Down)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Space)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    come_back(qtbot, opened)
    assert len(opened.workspace.session.choice.kept.masks.masks) == 2


def test_undo_takes_the_mask_off_the_screen(qtbot, opened):
    repair_and_accept(qtbot, opened)
    session = opened.workspace.session
    QTest.keyClick(opened.canvas.view, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: opened.workspace.project.counts.decided == 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not session.choice.is_kept, timeout=WAIT_MS)
    QTest.keyClick(opened.canvas.view, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: session.choice.kept.masks is not None, timeout=WAIT_MS)
