"""The annotator's picture goes first; the batch's is begun again."""

from __future__ import annotations

import threading

import pytest

from tas_desktop.batch.turns import Turns
from tas_desktop.engine.control import Cancelled, CancelToken, Control, Stage
from tests.support.patience import join, run_aside

WAIT_S = 20


def step_until(event, control):
    """Work that looks at its flag until the event is set."""
    while not event.wait(0.005):
        control.step(Stage.PROPOSALS, 0, 0)


def test_somebody_in_front_interrupts_the_batch_which_begins_again():
    turns, begun, order = Turns(), [], []
    under_way, in_front, release = threading.Event(), threading.Event(), threading.Event()

    def work(control):
        begun.append(in_front.is_set())
        under_way.set()
        step_until(release if len(begun) > 1 else threading.Event(), control)
        order.append("batch")
        return "done"

    outcome = []
    batch = run_aside(lambda: outcome.append(turns.work_behind(work, Control())))
    assert under_way.wait(WAIT_S)
    with turns.in_front(CancelToken()):
        in_front.set()
        order.append("front")
        release.set()
    join(batch)
    assert (outcome, order, begun) == (["done"], ["front", "batch"], [False, True])


def test_cancel_reaches_the_work_itself():
    turns, token, under_way = Turns(), CancelToken(), threading.Event()
    raised = []

    def work(control):
        under_way.set()
        step_until(threading.Event(), control)

    def run():
        try:
            turns.work_behind(work, Control(token))
        except Cancelled as error:
            raised.append(error)

    batch = run_aside(run)
    assert under_way.wait(WAIT_S)
    token.cancel()
    join(batch)
    assert len(raised) == 1
    with turns.in_front(CancelToken()):
        pass


def test_whoever_waits_can_give_up():
    turns, token = Turns(), CancelToken()
    token.cancel()
    with turns.in_front(CancelToken()):
        with pytest.raises(Cancelled), turns.in_front(token):
            pytest.fail("two turns at once")
        with pytest.raises(Cancelled):
            turns.work_behind(lambda _control: pytest.fail("two turns at once"), Control(token))


def test_an_error_of_the_work_is_its_caller_s_and_frees_the_turn():
    turns = Turns()

    def work(_control):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        turns.work_behind(work, Control())
    assert turns.work_behind(lambda _control: "next", Control()) == "next"


def test_progress_of_the_work_is_told():
    seen = []
    Turns().work_behind(lambda control: control.step(Stage.ENCODE, 1, 2), Control(report=seen.append))
    assert [(progress.stage, progress.done) for progress in seen] == [(Stage.ENCODE, 1)]
