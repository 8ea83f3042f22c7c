"""What an export of the open project would hold, counted before anything is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.work_process.client import run_apart

if TYPE_CHECKING:
    from tas_desktop.projects.exporting.planning import ExportPlan
    from tas_desktop.projects.exporting.request import ExportRequest


class ExportPreview(QObject):
    """Counts in a process of its own; the newest request supersedes.

    Signals:
        planned: an ``ExportPlan``.
        failed: exception.
    """

    planned = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: JobRunner | None = None

    def request(self, request: ExportRequest) -> None:
        """Count; ``planned`` or ``failed`` follows unless another request comes first."""

        def run(control: JobControl) -> ExportPlan:
            from tas_desktop.projects.exporting.planning import plan_export

            return run_apart(partial(plan_export, request=request), token=control.token)

        job = Job("", run, on_success=self.planned.emit, on_failure=self.failed.emit)
        self._lane.submit(job, supersede=True)

    @Slot()
    def drop(self) -> None:
        """Nobody wants to know any more."""
        if self._made is not None:
            self._made.drop_all()

    def close(self) -> bool:
        """Cancel and end the lane, where there is one."""
        return self._made is None or self._made.close()

    @property
    def _lane(self) -> JobRunner:
        if self._made is None:
            self._made = JobRunner("export preview")
        return self._made
