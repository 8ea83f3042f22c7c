"""Jobs on one long-lived thread: a lane that never blocks the window.

A `Job` runs in a `JobRunner`'s own QThread. Its outcome is exactly one of succeeded, failed or
cancelled, always followed by finished. The runner re-emits the worker's signals on the GUI thread and
drops everything that belongs to a job nobody waits for any more. Cancelling goes through the job's
`CancelToken`, a flag: a queued slot would not reach a busy worker.

Who keeps whom alive, so that nothing ends in the middle of a signal or in the wrong thread:

- A runner has no Qt parent. A slot of it that runs holds it, whoever else lets go meanwhile; and from its
  start until `close` it is held here (`lifetimes`), because a QThread must not go before it has stopped.
- A job's functions mostly hold the job's owner, which holds the runner. The worker lets go of a job before
  it says that it is finished, so that the owner's last reference never goes in the lane's thread, and
  `close` forgets every job, so that none keeps its owner.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from tas_desktop.engine.control import Cancelled, CancelToken, Control, Progress
from tas_desktop.session import lifetimes

logger = logging.getLogger(__name__)

PROGRESS_INTERVAL_S = 0.08
CLOSE_TIMEOUT_MS = 10_000


def _ignore(_value: Any) -> None:
    """Take an outcome that nobody waits for."""


@dataclass(frozen=True, slots=True)
class JobControl:
    """What a running job gets: the engine's control and a way to hand out a partial outcome."""

    engine: Control
    deliver_partial: Callable[[Any], None]

    @property
    def token(self) -> CancelToken:
        """The job's cancel flag."""
        return self.engine.token


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A piece of work and what to do with its outcome.

    Attributes:
        name: what the status bar calls it; empty for work too short to mention.
        run: called in the lane's thread; must touch no widget.
        on_success, on_partial, on_failure: called in the GUI thread, unless the job is stale by then.
        token: the flag that cancels it.
    """

    name: str
    run: Callable[[JobControl], Any]
    on_success: Callable[[Any], None] = _ignore
    on_partial: Callable[[Any], None] = _ignore
    on_failure: Callable[[BaseException], None] = _ignore
    token: CancelToken = field(default_factory=CancelToken)


class JobWorker(QObject):
    """Lives in the lane's thread and runs one job after the other.

    Args:
        jobs: by id; a job stays in it until the runner has heard that it is finished.
    """

    started = Signal(int)
    progressed = Signal(int, object)
    partial = Signal(int, object)
    succeeded = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)
    finished = Signal(int)

    def __init__(self, jobs: Mapping[int, Job]) -> None:
        super().__init__()
        self._jobs = jobs

    @Slot(int)
    def execute(self, job_id: int) -> None:
        """Run a job; emit exactly one outcome, then ``finished``."""
        try:
            self._run(job_id)
        finally:
            self.finished.emit(job_id)

    def _run(self, job_id: int) -> None:
        """Run a job and emit its outcome; its frame, gone when ``finished`` is emitted, alone holds them."""
        job = self._jobs[job_id]
        try:
            job.token.check()
            self.started.emit(job_id)
            outcome = job.run(self._control(job_id, job.token))
        except Cancelled:
            self.cancelled.emit(job_id)
        except Exception as error:  # noqa: BLE001 - handed on as an object; the runner sorts it
            self.failed.emit(job_id, error)
        else:
            self.succeeded.emit(job_id, outcome)

    @Slot()
    def stop(self) -> None:
        """End the lane's event loop once everything queued before has been served."""
        self.thread().quit()

    def _control(self, job_id: int, token: CancelToken) -> JobControl:
        last_stage: list[Any] = [None, 0.0]

        def report(progress: Progress) -> None:
            now = time.monotonic()
            fresh_stage = progress.stage != last_stage[0]
            if fresh_stage or now - last_stage[1] >= PROGRESS_INTERVAL_S:
                last_stage[:] = [progress.stage, now]
                self.progressed.emit(job_id, progress)

        def deliver(outcome: Any) -> None:
            self.partial.emit(job_id, outcome)

        return JobControl(Control(token, report), deliver)


class JobRunner(QObject):
    """A lane: one thread, jobs in order, the newest superseding the older ones where asked.

    It runs until `close`; whoever makes one closes it.

    Signals carry the id that `submit` returned and are emitted in the GUI thread. ``busy_changed`` says
    whether a job is under way or waiting.
    """

    started = Signal(int, str)
    progressed = Signal(int, object)
    partial = Signal(int, object)
    succeeded = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)
    finished = Signal(int)
    busy_changed = Signal(bool)

    _requested = Signal(int)
    _stop_requested = Signal()

    _ids = itertools.count(1)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._current: dict[int, Job] = {}
        self._unfinished: dict[int, Job] = {}
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = JobWorker(self._unfinished)
        self._worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._requested.connect(self._worker.execute, queued)
        self._stop_requested.connect(self._worker.stop, queued)
        self._worker.started.connect(self._on_started, queued)
        self._worker.progressed.connect(self._on_progressed, queued)
        self._worker.partial.connect(self._on_partial, queued)
        self._worker.succeeded.connect(self._on_succeeded, queued)
        self._worker.failed.connect(self._on_failed, queued)
        self._worker.cancelled.connect(self._on_cancelled, queued)
        self._worker.finished.connect(self._on_finished, queued)
        self._thread.start()
        lifetimes.hold(self)

    @property
    def is_busy(self) -> bool:
        """Whether any job is running or waiting, wanted or not."""
        return bool(self._unfinished)

    def is_current(self, job_id: int) -> bool:
        """Whether somebody still waits for this job."""
        return job_id in self._current

    def submit(self, job: Job, *, supersede: bool = False) -> int:
        """Queue a job; with ``supersede`` cancel and forget everything queued before it.

        A closed lane takes no job: its id is returned and nothing follows.
        """
        if supersede:
            self.drop_all()
        job_id = next(self._ids)
        if not self._thread.isRunning():
            return job_id
        was_busy = self.is_busy
        self._current[job_id] = job
        self._unfinished[job_id] = job
        self._requested.emit(job_id)
        if not was_busy:
            self.busy_changed.emit(True)
        return job_id

    def cancel(self, job_id: int) -> None:
        """Ask a job to stop at its next step; its ``cancelled`` follows."""
        if job_id in self._unfinished:
            self._unfinished[job_id].token.cancel()

    def cancel_all(self) -> None:
        """Ask every job to stop at its next step."""
        for job in self._unfinished.values():
            job.token.cancel()

    def drop_all(self) -> None:
        """Cancel every job and deliver nothing of them any more."""
        self.cancel_all()
        self._current.clear()

    def close(self, *, drain: bool = False, timeout_ms: int = CLOSE_TIMEOUT_MS) -> bool:
        """End the thread: cancel (or, with ``drain``, finish and deliver) what is queued, then wait.

        Nothing is delivered and no signal emitted after that. Returns False when a job did not stop in
        time; the thread is then left running and logged, never terminated.
        """
        if not self._thread.isRunning():
            return True
        if not drain:
            self.drop_all()
        self._stop_requested.emit()
        if not self._thread.wait(timeout_ms):
            logger.error("lane %s did not stop within %d ms", self._thread.objectName(), timeout_ms)
            return False
        if drain:
            QCoreApplication.sendPostedEvents(self)
        self._current.clear()
        self._unfinished.clear()
        lifetimes.release(self)
        return True

    @Slot(int)
    def _on_started(self, job_id: int) -> None:
        if job_id in self._current:
            self.started.emit(job_id, self._current[job_id].name)

    @Slot(int, object)
    def _on_progressed(self, job_id: int, progress: Progress) -> None:
        if job_id in self._current:
            self.progressed.emit(job_id, progress)

    @Slot(int, object)
    def _on_partial(self, job_id: int, outcome: Any) -> None:
        if job := self._current.get(job_id):
            job.on_partial(outcome)
            self.partial.emit(job_id, outcome)

    @Slot(int, object)
    def _on_succeeded(self, job_id: int, outcome: Any) -> None:
        if job := self._current.get(job_id):
            job.on_success(outcome)
            self.succeeded.emit(job_id, outcome)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: BaseException) -> None:
        if job := self._current.get(job_id):
            job.on_failure(error)
            self.failed.emit(job_id, error)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if job_id in self._current:
            self.cancelled.emit(job_id)

    @Slot(int)
    def _on_finished(self, job_id: int) -> None:
        job = self._unfinished.pop(job_id, None)
        if self._current.pop(job_id, None) is not None:
            self.finished.emit(job_id)
        if job is not None and not self._unfinished:
            self.busy_changed.emit(False)
