"""Long work beside prompts: it pauses at its steps, can be cancelled there, and goes on afterwards."""

from __future__ import annotations

import threading

import pytest

from tas_desktop.engine.control import Cancelled, CancelToken, Control, Stage
from tas_desktop.session.repair.precedence import Precedence


def test_a_step_waits_until_the_prompt_is_answered():
    precedence, told, started = Precedence(), [], threading.Event()
    control = precedence.pausing(Control(report=told.append))

    def work():
        started.set()
        control.step(Stage.PROPOSALS, 1, 2)

    with precedence.answering():
        thread = threading.Thread(target=work)
        thread.start()
        assert started.wait(5)
        assert not told
    thread.join(5)
    assert [progress.done for progress in told] == [1]


def test_a_pause_ends_when_the_work_is_cancelled():
    precedence, token = Precedence(), CancelToken()
    control = precedence.pausing(Control(token))
    outcome = []

    def work():
        try:
            control.step(Stage.PROPOSALS, 1, 2)
        except Cancelled:
            outcome.append("cancelled")

    with precedence.answering():
        thread = threading.Thread(target=work)
        thread.start()
        token.cancel()
        thread.join(5)
        assert outcome == ["cancelled"]


def test_nothing_waits_while_nobody_asks(monkeypatch):
    monkeypatch.setattr("tas_desktop.session.repair.precedence.LONGEST_PAUSE_S", 0.0)
    precedence, told = Precedence(), []
    control = precedence.pausing(Control(report=told.append))
    control.step(Stage.PROPOSALS, 0, 1)
    with precedence.answering():
        control.step(Stage.PROPOSALS, 1, 1)
    assert len(told) == 2
    control.token.cancel()
    with pytest.raises(Cancelled):
        control.step(Stage.PROPOSALS, 1, 1)
