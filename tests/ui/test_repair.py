"""Repairing a mask through the real window, by mouse and keys."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.domain.errors import BackendFailed
from tas_desktop.domain.mask import Mask
from tas_desktop.session.annotation_session import Prompt
from tas_desktop.session.repair.tools import Tool
from tests.ui.conftest import PICTURES
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, type_text, wait_ready, wait_saved

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
HEIGHT, WIDTH = 160, 240


def block(index, name="one.png"):
    _, x, y, w, h = PICTURES[name][index]
    return Mask.from_window(np.ones((h, w), bool), x=x, y=y, height=HEIGHT, width=WIDTH)


def at(window, x, y):
    """A pixel of the picture on the viewport."""
    return window.canvas.view.mapFromScene(QPointF(x, y))


def click(window, x, y, button=LEFT, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(window.canvas.view.viewport(), button, modifiers, at(window, x, y))


def drag(window, points, button=LEFT):
    viewport = window.canvas.view.viewport()
    QTest.mousePress(viewport, button, Qt.KeyboardModifier.NoModifier, at(window, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(viewport, at(window, *point))
    QTest.mouseRelease(viewport, button, Qt.KeyboardModifier.NoModifier, at(window, *points[-1]))


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.canvas.view, key, modifiers)


def mask_of(window):
    return window.workspace.session.repair.buffer.to_mask()


def wait_answered(qtbot, window):
    pointing = window.workspace.session.repair.pointing
    qtbot.waitUntil(lambda: not pointing.is_pending, timeout=WAIT_MS)


@pytest.fixture
def repairing(qtbot, opened):
    """The red block on the left under repair."""
    type_and_wait(qtbot, opened, "red block on the left")
    QTest.keyClick(opened.box, Qt.Key.Key_E, CONTROL)
    assert opened.workspace.session.repair.is_active
    return opened


def test_ctrl_e_shows_the_bar_and_gives_the_canvas_the_keys(repairing):
    assert repairing.repair_bar.isVisible()
    assert repairing.canvas.view.hasFocus()
    assert mask_of(repairing) == block(0)
    press(repairing, Qt.Key.Key_Escape)
    assert not repairing.workspace.session.repair.is_active
    assert not repairing.repair_bar.isVisible()


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


def test_a_mask_that_was_not_changed_is_no_edited_one(qtbot, repairing):
    press(repairing, Qt.Key.Key_Return)
    wait_saved(qtbot, repairing, decided=1)
    (chosen,) = decisions(repairing)[0].masks
    assert (chosen.mask, chosen.edited) == (block(0), False)


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


def test_points_add_and_cut_things(qtbot, repairing):
    assert repairing.workspace.session.repair.tool is Tool.POINTS
    click(repairing, 180, 70)
    wait_answered(qtbot, repairing)
    assert mask_of(repairing).area == block(0).area + block(1).area
    click(repairing, 40, 50, button=RIGHT)
    wait_answered(qtbot, repairing)
    assert mask_of(repairing) == block(1)
    press(repairing, Qt.Key.Key_Z, CONTROL)
    assert mask_of(repairing).area == block(0).area + block(1).area
    assert len(repairing.workspace.session.repair.pointing.prompts.points) == 1


def test_clicks_that_do_not_wait_for_the_answer_are_all_answered(qtbot, repairing):
    click(repairing, 180, 70)
    click(repairing, 185, 130)
    wait_answered(qtbot, repairing)
    assert mask_of(repairing).area == block(0).area + block(1).area + block(2).area


def test_a_box_takes_what_fills_it(qtbot, repairing):
    press(repairing, Qt.Key.Key_R)
    drag(repairing, [(146, 36), (180, 60), (214, 104)])
    wait_answered(qtbot, repairing)
    assert mask_of(repairing) == block(1)


def test_enter_waits_for_the_answer_of_a_point(qtbot, repairing):
    click(repairing, 180, 70)
    press(repairing, Qt.Key.Key_Return)
    wait_saved(qtbot, repairing, decided=1)
    (chosen,) = decisions(repairing)[0].masks
    assert chosen.mask.area == block(0).area + block(1).area
    assert ("repair.points", 1.0) in chosen.scores


@pytest.fixture
def answer_gate(repairing, monkeypatch):
    """Points wait for their answer until the gate opens."""
    decoder, gate = repairing.workspace.source.loaded._components.prompt_decoder, threading.Event()
    decode = decoder.decode

    def wait_and_decode(*arguments, **options):
        assert gate.wait(20)
        return decode(*arguments, **options)

    monkeypatch.setattr(decoder, "decode", wait_and_decode)
    yield gate
    gate.set()


def test_a_held_enter_accepts_what_the_answer_paints_and_nothing_before(qtbot, repairing, answer_gate):
    session = repairing.workspace.session
    accepted = []
    session.accepted.connect(lambda _index: accepted.append(session.painted))
    click(repairing, 180, 70)
    press(repairing, Qt.Key.Key_Return)
    assert session.prompt is Prompt.HOLDING
    assert not accepted
    answer_gate.set()
    wait_saved(qtbot, repairing, decided=1)
    assert accepted[0].edit_revision == 1, "the answer's revision, not the start's"
    assert decisions(repairing)[0].masks[0].mask.area == block(0).area + block(1).area


def test_esc_lets_go_of_the_held_enter_first(qtbot, repairing, answer_gate):
    session = repairing.workspace.session
    click(repairing, 180, 70)
    press(repairing, Qt.Key.Key_Return)
    press(repairing, Qt.Key.Key_Escape)
    assert session.repair.is_active
    answer_gate.set()
    wait_answered(qtbot, repairing)
    assert repairing.workspace.project.counts.decided == 0


def test_a_stroke_painted_while_a_point_waits_is_kept(qtbot, repairing, answer_gate):
    click(repairing, 180, 70)
    press(repairing, Qt.Key.Key_B)
    drag(repairing, [(100, 130), (120, 130)])
    stroke = mask_of(repairing).area - block(0).area
    assert stroke > 0
    answer_gate.set()
    wait_answered(qtbot, repairing)
    assert mask_of(repairing).area == block(0).area + block(1).area + stroke


def test_ctrl_z_takes_back_a_point_that_waits(qtbot, repairing, answer_gate):
    click(repairing, 180, 70)
    press(repairing, Qt.Key.Key_Z, CONTROL)
    assert not repairing.workspace.session.repair.pointing.is_pending
    answer_gate.set()
    click(repairing, 185, 130)
    wait_answered(qtbot, repairing)
    assert mask_of(repairing).area == block(0).area + block(2).area


def test_a_failing_network_is_told_and_leaves_the_mask_alone(qtbot, repairing, monkeypatch):
    def fail(*_arguments, **_options):
        raise BackendFailed("The mask network ran out of memory", next_step="Close other programs")

    monkeypatch.setattr(repairing.workspace.source.loaded._components.prompt_decoder, "decode", fail)
    said = []
    repairing.workspace.notices.posted.connect(lambda message: said.append(message.text))
    click(repairing, 180, 70)
    wait_answered(qtbot, repairing)
    assert mask_of(repairing) == block(0)
    assert not repairing.workspace.session.repair.pointing.prompts
    assert any("ran out of memory" in text for text in said)


def test_polygons_add_and_cut_holes_which_can_be_filled(repairing):
    press(repairing, Qt.Key.Key_G, SHIFT)
    for point in ((30, 40), (60, 40), (60, 60), (30, 60)):
        click(repairing, *point)
    press(repairing, Qt.Key.Key_Return)
    hollow = mask_of(repairing)
    assert hollow.area == pytest.approx(block(0).area - 600, abs=40)
    assert repairing.workspace.session.repair.is_active, "Enter has closed the polygon, not the repair"
    press(repairing, Qt.Key.Key_F)
    assert mask_of(repairing) == block(0)
    press(repairing, Qt.Key.Key_G)
    for point in ((100, 100), (140, 100), (140, 140)):
        click(repairing, *point)
    QTest.mouseDClick(
        repairing.canvas.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(repairing, 140, 140)
    )
    assert mask_of(repairing).area == pytest.approx(block(0).area + 800, abs=60)


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


def test_esc_drops_the_polygon_before_the_repair(repairing):
    press(repairing, Qt.Key.Key_G)
    click(repairing, 100, 100)
    click(repairing, 140, 100)
    press(repairing, Qt.Key.Key_Backspace)
    press(repairing, Qt.Key.Key_Escape)
    assert repairing.workspace.session.repair.is_active
    press(repairing, Qt.Key.Key_Escape)
    assert not repairing.workspace.session.repair.is_active


def test_other_proposals_are_added_and_cut_by_a_click(repairing):
    press(repairing, Qt.Key.Key_U)
    click(repairing, 180, 70)
    assert mask_of(repairing).area == block(0).area + block(1).area
    press(repairing, Qt.Key.Key_C)
    click(repairing, 40, 50)
    assert mask_of(repairing) == block(1)


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
