"""Bringing a dataset into the open project: foreseen first, then written all or nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.session.project_work.work_lane import WorkLane

if TYPE_CHECKING:
    from tas_desktop.projects.importing.options import ImportOptions
    from tas_desktop.projects.importing.report import ImportReport
    from tas_desktop.session.project_session import ProjectSession


class Imports(QObject):
    """Starts the work and tells what came of it.

    Signals:
        foreseen: ``ImportReport`` of a rehearsal; nothing was written.
        imported: ``ImportReport``.

    Attributes:
        work: what is under way, with progress, Cancel and failures.
    """

    foreseen = Signal(object)
    imported = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.work = WorkLane(project, self)

    def foresee(self, options: ImportOptions) -> None:
        """See what an import would do; ``foreseen`` follows."""
        self._start(options, rehearse=True)

    def bring_in(self, options: ImportOptions) -> None:
        """Import; ``imported`` follows."""
        self._start(options, rehearse=False)

    def close(self) -> bool:
        """Stop what is under way."""
        return self.work.close()

    def _start(self, options: ImportOptions, *, rehearse: bool) -> None:
        from tas_desktop.projects.importing.apart import import_into

        store = self._project.store
        if store is not None:
            work = partial(import_into, project=store.file, options=options, rehearse=rehearse)
            take = self.foreseen.emit if rehearse else self._take
            self.work.start(work, then=take, writes=not rehearse)

    def _take(self, report: ImportReport) -> None:
        """The lists follow as after any other process's writing."""
        self._project.watch.look()
        self.imported.emit(report)
