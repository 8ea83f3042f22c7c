"""Expressions that name several objects, chosen by keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tas_desktop.domain.decision import DecisionAction
from tests.ui.driving import decisions, type_and_wait, wait_saved
from tests.ui.repairing import CONTROL, LEFT, at, block, click, drag, press


def start(qtbot, window):
    type_and_wait(qtbot, window, "red blocks")
    QTest.keyClick(window.box, Qt.Key.Key_M, CONTROL)


def test_ctrl_m_then_arrows_space_and_enter_accept_several_masks(qtbot, opened):
    session = opened.workspace.session
    start(qtbot, opened)
    list_view = opened.candidates.view
    assert list_view.hasFocus()
    assert len(session.several.chosen) == 1
    QTest.keyClick(list_view, Qt.Key.Key_Down)
    assert len(session.several.chosen) == 1, "walking chooses nothing"
    QTest.keyClick(list_view, Qt.Key.Key_Space)
    assert len(session.several.chosen) == 2
    QTest.keyClick(list_view, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    (decision,) = decisions(opened)
    assert (decision.action, decision.text) == (DecisionAction.PICK, "red blocks")
    assert {chosen.mask for chosen in decision.masks} == {block(0), block(2)}
    assert [chosen.candidate_rank for chosen in decision.masks] == [1, 2]
    assert not session.several.is_active
    assert opened.box.hasFocus()
    assert len(opened.workspace.project.store.list_referents(1)) == 2


def test_clicks_on_the_canvas_choose_and_choose_no_longer(qtbot, opened):
    session = opened.workspace.session
    start(qtbot, opened)
    click(opened, 180, 70)
    click(opened, 185, 130)
    assert len(session.several.chosen) == 3
    click(opened, 180, 70)
    assert len(session.several.chosen) == 2


def test_all_chosen_masks_are_painted(qtbot, opened):
    start(qtbot, opened)
    viewport = opened.canvas.view.viewport()
    before = viewport.grab().toImage().pixelColor(at(opened, 180, 70))
    click(opened, 180, 70)
    opened.canvas.preview(-1)
    assert viewport.grab().toImage().pixelColor(at(opened, 180, 70)) != before
    session = opened.workspace.session
    qtbot.waitUntil(lambda: session.painted == session.to_paint)
    assert {session.painted.proposal_index, *session.painted.companions} == set(session.several.chosen)


def test_none_chosen_is_not_accepted_and_esc_goes_back(qtbot, opened):
    session = opened.workspace.session
    start(qtbot, opened)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Space)
    assert session.several.chosen == ()
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Return)
    assert opened.workspace.project.counts.decided == 0
    assert session.several.is_active
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Escape)
    assert not session.several.is_active
    assert opened.box.hasFocus()


def test_alt_and_a_number_choose_while_several_are_chosen(qtbot, opened):
    session = opened.workspace.session
    start(qtbot, opened)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert len(session.several.chosen) == 2
    assert opened.workspace.project.counts.decided == 0


def test_one_of_several_can_be_repaired_and_all_are_accepted(qtbot, opened):
    start(qtbot, opened)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Down)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_Space)
    QTest.keyClick(opened.candidates.view, Qt.Key.Key_E, CONTROL)
    press(opened, Qt.Key.Key_B)
    drag(opened, [(195, 130), (215, 130)], button=LEFT)
    press(opened, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    masks = decisions(opened)[0].masks
    assert [chosen.edited for chosen in masks] == [True, False]
    assert masks[0].proposal_mask == block(2)
    assert masks[1].mask == block(0)
