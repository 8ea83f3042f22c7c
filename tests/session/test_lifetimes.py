"""Letting go of a lane's owner at any moment: nothing ends inside a signal or in the lane's thread."""

from __future__ import annotations

import gc
import threading
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from tas_desktop.domain.mask import Mask
from tas_desktop.session import lifetimes
from tas_desktop.session.jobs import Job, JobRunner
from tas_desktop.session.outlines import Outlines
from tas_desktop.session.thumbnails import Thumbnails

WAIT_MS = 10_000
WAIT_S = WAIT_MS / 1000


class Owner(QObject):
    """Like every owner of a lane: its jobs' functions are its own methods."""

    delivered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lane = JobRunner("owned")
        self.running, self.gate = threading.Event(), threading.Event()

    def work(self, _control):
        self.running.set()
        assert self.gate.wait(WAIT_S)
        return "done"

    def start(self):
        self.lane.submit(Job("work", self.work, on_success=self.delivered.emit))


class Tracked:
    """Notes in which thread it goes."""

    def __init__(self, ends):
        self._ends = ends

    def __del__(self):
        self._ends.append(QThread.currentThread())


@pytest.fixture
def no_cyclic_collection():
    """Objects go by their last reference or not at all, so that a cycle left behind shows."""
    gc.collect()
    was_enabled = gc.isenabled()
    gc.disable()
    yield
    if was_enabled:
        gc.enable()


@pytest.mark.usefixtures("no_cyclic_collection")
def test_a_closed_owner_goes_with_its_last_reference_and_its_late_events_with_it(qtbot):
    for _ in range(50):
        tracer = Outlines()
        tracer.request("key", [Mask.from_array(np.eye(8))])
        assert tracer.close()
        gone = weakref.ref(tracer)
        del tracer
        assert gone() is None, "a job of the closed lane keeps its owner"
        QCoreApplication.processEvents()  # what the worker still had to say


def test_an_owner_let_go_of_in_the_midst_of_a_delivery_is_whole_to_its_end(qtbot):
    for _ in range(6):
        kept = [Owner()]
        lane, outcomes = kept[0].lane, []
        kept[0].delivered.connect(outcomes.append)
        lane.succeeded.connect(lambda *_, owners=kept: owners.clear())
        lane.finished.connect(lambda *_: gc.collect())
        kept[0].gate.set()
        kept[0].start()
        with qtbot.waitSignal(lane.busy_changed, timeout=WAIT_MS, check_params_cb=lambda busy: not busy):
            pass
        assert outcomes == ["done"]
        assert kept == []
        assert lane.close()


def test_an_owner_forgotten_while_its_job_runs_leaves_a_lane_that_still_runs(qtbot):
    owner = Owner()
    owner.start()
    assert owner.running.wait(WAIT_S)
    gate, lane = owner.gate, weakref.ref(owner.lane)
    del owner
    gc.collect()
    assert lane() in lifetimes._held
    with qtbot.waitSignal(lane().finished, timeout=WAIT_MS):
        gate.set()
    assert lane().close()
    gc.collect()
    assert lane() is None


def test_what_a_job_holds_never_goes_in_the_lanes_thread(qtbot):
    ends = []
    lane = JobRunner("tracked")

    def submit():
        run, take = Tracked(ends), Tracked(ends)
        lane.submit(Job("", lambda _control, held=run: None, on_success=lambda _outcome, held=take: None))

    for number in range(200):
        with qtbot.waitSignal(lane.finished, timeout=WAIT_MS):
            submit()
        assert len(ends) == 2 * (number + 1)
    assert set(ends) == {QThread.currentThread()}
    assert lane.close()


def test_a_closed_lane_takes_no_job(qtbot):
    lane = JobRunner("closed")
    assert lane.close()
    ran = []
    lane.submit(Job("", lambda _control: ran.append(1)))
    QCoreApplication.processEvents()
    assert ran == []
    assert not lane.is_busy


def test_a_draining_close_delivers_what_it_has_finished(qtbot):
    lane, delivered, failed = JobRunner("draining"), [], []

    def fail(_control):
        raise OSError("disk full")

    lane.submit(Job("", lambda _control: "written", on_success=delivered.append))
    lane.submit(Job("", fail, on_failure=failed.append))
    assert lane.close(drain=True)
    assert delivered == ["written"]
    assert [str(error) for error in failed] == ["disk full"]


@pytest.mark.usefixtures("no_cyclic_collection")
def test_thumbnails_forgotten_while_one_is_read_go_once_they_are_closed(qtbot, tmp_path):
    reading, gate = threading.Event(), threading.Event()

    def read(_path):
        reading.set()
        assert gate.wait(WAIT_S)
        return np.zeros((2, 2, 3), dtype=np.uint8)

    thumbnails = Thumbnails(read)
    thumbnails.get(1, tmp_path)
    assert reading.wait(WAIT_S)
    made = weakref.ref(thumbnails)
    del thumbnails
    arrived = []
    made().ready.connect(arrived.append)
    gate.set()
    assert made().close()
    assert made() is None
    QCoreApplication.processEvents()
    assert arrived == []
