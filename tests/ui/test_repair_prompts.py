"""Points and boxes, whose answers come a moment later."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from tas_desktop.domain.errors import BackendFailed
from tas_desktop.session.annotation_session import Prompt
from tas_desktop.session.repair.tools import Tool
from tests.ui.driving import decisions, wait_saved
from tests.ui.repairing import (
    CONTROL,
    RIGHT,
    block,
    click,
    drag,
    mask_of,
    press,
    wait_answered,
)


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
