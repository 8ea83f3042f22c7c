"""The worker lane: gated by events, never by sleeps."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from tas_desktop.engine.control import Stage
from tas_desktop.session.jobs import Job, JobControl, JobRunner

WAIT_MS = 5000


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    lane = JobRunner("test lane")
    yield lane
    assert lane.close(), "the lane left its thread behind"


class Gate:
    """A job of three steps that waits for the test before each."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.opened = threading.Event()
        self.steps = 0

    def run(self, control: JobControl) -> str:
        for step in range(3):
            control.engine.step(Stage.ENCODE, step, 3)
            self.steps += 1
            self.reached.set()
            assert self.opened.wait(WAIT_MS / 1000)
        return "done"


def test_success_runs_off_the_gui_thread_and_delivers_the_same_object(
    qtbot: QtBot, runner: JobRunner
) -> None:
    payload = object()
    worker_threads: list[QThread] = []
    slot_threads: list[QThread] = []
    stages: list[Stage] = []

    def run(control: JobControl) -> object:
        worker_threads.append(QThread.currentThread())
        for stage in (Stage.PROPOSALS, Stage.ENCODE, Stage.CAPTION):
            control.engine.step(stage, 0, 1)
        return payload

    runner.progressed.connect(lambda _job, progress: stages.append(progress.stage))
    runner.succeeded.connect(lambda *_: slot_threads.append(QThread.currentThread()))
    delivered: list[object] = []
    with qtbot.waitSignals([runner.succeeded, runner.finished], timeout=WAIT_MS, order="strict"):
        runner.submit(Job("work", run, on_success=delivered.append))
    assert len(delivered) == 1
    assert delivered[0] is payload
    assert worker_threads[0] is not QCoreApplication.instance().thread()
    assert slot_threads == [QCoreApplication.instance().thread()]
    assert stages == [Stage.PROPOSALS, Stage.ENCODE, Stage.CAPTION]


def test_cancel_midway_stops_at_the_next_step(qtbot: QtBot, runner: JobRunner) -> None:
    gate = Gate()
    outcomes: list[str] = []
    runner.succeeded.connect(lambda *_: outcomes.append("succeeded"))
    runner.failed.connect(lambda *_: outcomes.append("failed"))
    job_id = runner.submit(Job("work", gate.run))
    assert gate.reached.wait(WAIT_MS / 1000)
    with qtbot.waitSignals([runner.cancelled, runner.finished], timeout=WAIT_MS, order="strict"):
        runner.cancel(job_id)
        gate.opened.set()
    assert gate.steps == 1
    assert outcomes == []


def test_superseded_job_that_ends_late_delivers_nothing(qtbot: QtBot, runner: JobRunner) -> None:
    gate = Gate()
    delivered: list[object] = []
    runner.submit(Job("old", gate.run, on_success=delivered.append))
    assert gate.reached.wait(WAIT_MS / 1000)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS):
        runner.submit(Job("new", lambda _control: "new", on_success=delivered.append), supersede=True)
        gate.opened.set()
    assert delivered == ["new"]


def test_storm_of_200_submits_delivers_only_the_last(qtbot: QtBot, runner: JobRunner) -> None:
    gate = Gate()
    delivered: list[object] = []
    finished: list[int] = []
    runner.finished.connect(finished.append)
    runner.submit(Job("first", gate.run, on_success=delivered.append))
    assert gate.reached.wait(WAIT_MS / 1000)
    with qtbot.waitSignal(runner.busy_changed, timeout=WAIT_MS, check_params_cb=lambda busy: not busy):
        for number in range(200):
            last = runner.submit(
                Job("storm", lambda _control, value=number: value, on_success=delivered.append),
                supersede=True,
            )
        gate.opened.set()
    assert delivered == [199]
    assert finished == [last]


def test_runtime_error_reaches_failed_with_traceback_and_the_lane_goes_on(
    qtbot: QtBot, runner: JobRunner
) -> None:
    def run(_control: JobControl) -> None:
        raise RuntimeError("CUDA out of memory")

    errors: list[BaseException] = []
    with qtbot.waitSignals([runner.failed, runner.finished], timeout=WAIT_MS, order="strict"):
        runner.submit(Job("work", run, on_failure=errors.append))
    (error,) = errors
    assert isinstance(error, RuntimeError)
    assert error.__traceback__ is not None
    with qtbot.waitSignal(runner.succeeded, timeout=WAIT_MS):
        runner.submit(Job("next", lambda _control: 1))


def test_close_while_busy_cancels_and_returns(qtbot: QtBot) -> None:
    lane = JobRunner("closing lane")
    gate = Gate()
    lane.submit(Job("work", gate.run))
    assert gate.reached.wait(WAIT_MS / 1000)
    gate.opened.set()
    assert lane.close()
    assert gate.steps <= 3


def test_close_with_drain_runs_what_was_queued(qtbot: QtBot) -> None:
    lane = JobRunner("draining lane")
    gate = Gate()
    ran: list[int] = []
    lane.submit(Job("first", gate.run))
    for number in range(5):
        lane.submit(Job("write", lambda _control, value=number: ran.append(value)))
    assert gate.reached.wait(WAIT_MS / 1000)
    gate.opened.set()
    assert lane.close(drain=True)
    assert ran == [0, 1, 2, 3, 4]


def test_cancel_before_start_never_runs_the_body(qtbot: QtBot, runner: JobRunner) -> None:
    gate = Gate()
    ran: list[bool] = []
    runner.submit(Job("first", gate.run))
    waiting = runner.submit(Job("second", lambda _control: ran.append(True)))
    assert gate.reached.wait(WAIT_MS / 1000)
    with qtbot.waitSignal(
        runner.cancelled, timeout=WAIT_MS, check_params_cb=lambda job_id: job_id == waiting
    ):
        runner.cancel(waiting)
        gate.opened.set()
    assert ran == []


def test_partial_outcomes_arrive_before_the_last(qtbot: QtBot, runner: JobRunner) -> None:
    seen: list[str] = []

    def run(control: JobControl) -> str:
        control.deliver_partial("part")
        return "whole"

    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS):
        runner.submit(Job("work", run, on_partial=seen.append, on_success=seen.append))
    assert seen == ["part", "whole"]
