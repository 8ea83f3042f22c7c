"""Brush and eraser, by mouse and by keys alone."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tas_desktop.domain.decision import DecisionAction
from tests.ui.driving import decisions, wait_saved
from tests.ui.repairing import (
    CONTROL,
    LEFT,
    RIGHT,
    SHIFT,
    WIDTH,
    at,
    block,
    drag,
    mask_of,
    press,
    wait_answered,
)


def test_a_brush_stroke_is_accepted_with_the_text_and_marked_as_edited(qtbot, repairing):
    press(repairing, Qt.Key.Key_B)
    drag(repairing, [(72, 50), (90, 50), (110, 52)])
    painted = mask_of(repairing)
    assert painted.area > block(0).area + 100
    press(repairing, Qt.Key.Key_Return)
    wait_saved(qtbot, repairing, decided=1)
    (decision,) = decisions(repairing)
    assert (decision.action, decision.text) == (DecisionAction.ACCEPT, "red block on the left")
    (chosen,) = decision.masks
    assert chosen.mask == painted
    assert (chosen.edited, chosen.proposal_mask, chosen.candidate_rank) == (True, block(0), 1)
    assert ("repair.brush", 1.0) in chosen.scores
    assert "total" in dict(chosen.scores)
    assert not repairing.workspace.session.repair.is_active


def test_the_right_button_erases_and_ctrl_z_takes_strokes_back_one_by_one(repairing):
    session = repairing.workspace.session
    press(repairing, Qt.Key.Key_B)
    drag(repairing, [(100, 50), (110, 50)])
    one = mask_of(repairing)
    drag(repairing, [(25, 35), (40, 50)], button=RIGHT)
    two = mask_of(repairing)
    assert two.area < one.area
    press(repairing, Qt.Key.Key_Z, CONTROL)
    assert mask_of(repairing) == one
    press(repairing, Qt.Key.Key_Z, CONTROL)
    assert mask_of(repairing) == block(0)
    press(repairing, Qt.Key.Key_Z, CONTROL | SHIFT)
    press(repairing, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert mask_of(repairing) == two
    assert dict(session.repair.tool_counts) == {"brush": 1, "eraser": 1}


def test_brackets_change_the_brush(repairing):
    repair = repairing.workspace.session.repair
    press(repairing, Qt.Key.Key_B)
    before = repair.diameter
    press(repairing, Qt.Key.Key_BracketRight)
    assert repair.diameter > before
    press(repairing, Qt.Key.Key_BracketLeft)
    press(repairing, Qt.Key.Key_BracketLeft)
    assert repair.diameter < before
    repairing.repair_bar.size_box.setValue(31)
    assert repair.diameter == 31


def test_arrows_and_x_use_the_tools_without_a_mouse(qtbot, repairing):
    view = repairing.canvas.view
    press(repairing, Qt.Key.Key_B)
    press(repairing, Qt.Key.Key_Right)  # the cross appears in the middle
    QTest.keyPress(view, Qt.Key.Key_X)
    for _ in range(3):
        press(repairing, Qt.Key.Key_Down)
    QTest.keyRelease(view, Qt.Key.Key_X)
    for _ in range(3):
        press(repairing, Qt.Key.Key_Down)
    painted = mask_of(repairing)
    stroke = painted.to_array() & ~block(0).to_array()
    rows = np.flatnonzero(stroke[:, WIDTH // 2])
    assert len(rows) > 2 * repairing.workspace.session.repair.diameter
    assert dict(repairing.workspace.session.repair.tool_counts) == {"brush": 1}
    press(repairing, Qt.Key.Key_P)
    for _ in range(30):
        press(repairing, Qt.Key.Key_Up, SHIFT)
    press(repairing, Qt.Key.Key_X, SHIFT)
    wait_answered(qtbot, repairing)
    (point,) = repairing.workspace.session.repair.pointing.prompts.points
    assert not point.inside


def test_middle_button_and_space_still_move_the_picture(repairing):
    view = repairing.canvas.view
    view.zoom_by(6)
    press(repairing, Qt.Key.Key_B)
    before, start = mask_of(repairing), view.mapToScene(0, 0)
    viewport = view.viewport()
    QTest.mousePress(
        viewport, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, view.rect().center()
    )
    QTest.mouseMove(viewport, view.rect().center() - view.rect().center() / 4)
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton)
    assert view.mapToScene(0, 0) != start
    assert mask_of(repairing) == before


def test_the_stroke_is_on_the_screen_while_the_button_is_down(repairing):
    press(repairing, Qt.Key.Key_B)
    repairing.workspace.session.repair.resize_brush(30)
    viewport = repairing.canvas.view.viewport()
    before = viewport.grab().toImage().pixelColor(at(repairing, 100, 90))
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at(repairing, 95, 90))
    QTest.mouseMove(viewport, at(repairing, 130, 90))
    assert viewport.grab().toImage().pixelColor(at(repairing, 100, 90)) != before
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, at(repairing, 130, 90))


def test_undo_names_the_stroke(repairing):
    press(repairing, Qt.Key.Key_B)
    drag(repairing, [(100, 50), (110, 50)])
    undo = repairing.actions_by_name["undo"]
    assert undo.isEnabled()
    assert undo.text().startswith("Undo: ")
    press(repairing, Qt.Key.Key_Escape)
    assert not undo.isEnabled()
