"""Exports of the open project: in a process of their own, with progress and Cancel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.work_process.client import run_apart

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.engine.control import WorkProgress
    from tas_desktop.formats.format import MaskForm
    from tas_desktop.projects.exporting.request import ExportRequest
    from tas_desktop.projects.exporting.running import ExportReport
    from tas_desktop.session.project_session import ProjectSession


class ExportSession(QObject):
    """Writes what a project holds to files; decisions go on meanwhile.

    An export in a thread of the window's process held the interpreter for up to a third of a second while it
    wrote JSON and read it back (docs/event-loop.md).

    Signals:
        running_changed: whether an export is under way.
        progressed: done, total of the step under way; both 0 where nothing is counted.
        done: the ``ExportReport``.
        failed: exception.
        cancelled: nothing was written.
    """

    running_changed = Signal(bool)
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _step = Signal(int, int)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._lane = JobRunner("export")
        self._lane.busy_changed.connect(self.running_changed)
        self._lane.cancelled.connect(self._on_cancelled)
        self._step.connect(self.progressed)

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._lane.is_busy

    def export_coco(self, target: Path, *, masks: MaskForm) -> None:
        """Write a COCO file; ``done``, ``failed`` or ``cancelled`` follows."""
        from tas_desktop.formats.format import WriteOptions
        from tas_desktop.projects.exporting.request import ExportRequest

        store = self._project.store
        if store is not None:
            self.export(ExportRequest(store.file, target, "coco", WriteOptions(masks=masks)))

    def export(self, request: ExportRequest) -> None:
        """Write a dataset of any format; ``done``, ``failed`` or ``cancelled`` follows."""

        def run(control: JobControl) -> ExportReport:
            from tas_desktop.projects.exporting.running import export_project

            work = partial(export_project, request=request)
            return run_apart(work, token=control.token, on_progress=self._tell, writes=request.target)

        self._lane.submit(Job("export", run, on_success=self.done.emit, on_failure=self.failed.emit))

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step; nothing is left behind."""
        self._lane.cancel_all()

    def close(self) -> bool:
        """Cancel and end the lane."""
        return self._lane.close()

    def _tell(self, progress: WorkProgress) -> None:
        """Called in the lane."""
        self._step.emit(progress.done, progress.total)

    @Slot(int)
    def _on_cancelled(self, _job_id: int) -> None:
        self.cancelled.emit()
