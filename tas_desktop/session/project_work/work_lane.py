"""Long pieces of work on the open project, one at a time, with progress and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.work_process.client import run_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.work_process.messages import Work


class WorkLane(QObject):
    """Waits for a process of its own in a lane, which comes into being when it is first needed.

    While work writes to the project, which is one long transaction, what the annotator decides is held back
    and written afterwards; pictures and lists can be gone through as ever. Opening another project cancels.

    Signals:
        running_changed: whether something is under way.
        progressed: a ``WorkProgress``.
        cancelled: it has stopped, and has written nothing.
        failed: exception.
    """

    running_changed = Signal(bool)
    progressed = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    _step = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._made: JobRunner | None = None
        self._token: CancelToken | None = None
        self._holds = False
        self._step.connect(self._on_step)
        project.opening.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._token is not None

    def start(self, work: Work[Any], *, then: Callable[[Any], None], writes: bool = False) -> None:
        """Do a piece of work, unless one is under way; ``then`` gets what it returns, in the GUI thread.

        Args:
            work: see `run_apart`.
            then: called unless it failed or was cancelled.
            writes: whether it writes to the open project.
        """
        store = self._project.store
        if self._token is not None or store is None:
            return
        token = self._token = CancelToken()
        is_ours_alone = store.keeps_others_out

        def run(_control: JobControl) -> tuple[bool, Any]:
            try:
                if is_ours_alone:  # another process could only read the project
                    return True, work(WorkControl(token, self._step.emit))
                return True, run_apart(work, token=token, on_progress=self._step.emit)
            except Cancelled:
                return False, None

        def deliver(outcome: tuple[bool, Any]) -> None:
            self._end()
            is_done, made = outcome
            if is_done:
                then(made)
            else:
                self.cancelled.emit()

        self._holds = writes
        if writes:
            self._project.hold_writes()
        self._lane.submit(Job("", run, on_success=deliver, on_failure=self._fail))
        self.running_changed.emit(True)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step."""
        if self._token is not None:
            self._token.cancel()

    def close(self) -> bool:
        """Stop, and end the lane where there is one; before the project's own."""
        self.cancel()
        return self._made is None or self._made.close()

    @property
    def _lane(self) -> JobRunner:
        if self._made is None:
            self._made = JobRunner("project work")
        return self._made

    def _fail(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._token = None
        if self._holds:
            self._holds = False
            self._project.release_writes()
        self.running_changed.emit(False)

    @Slot(object)
    def _on_step(self, progress: object) -> None:
        if self._token is not None:
            self.progressed.emit(progress)
