"""What analyses take of the disk, for the dialog that shows and clears them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from tas_desktop.config.paths import AppPaths
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.analyses import CacheUse


@dataclass(frozen=True, slots=True)
class KeptOnDisk:
    """What is kept.

    Attributes:
        use: of the user's cache, whole analyses.
        project_bytes: in the open project, without embeddings; None where none is open.
    """

    use: CacheUse
    project_bytes: int | None


class CacheSession(QObject):
    """Counts and clears in a lane of its own: a full cache is many files.

    Signals:
        counted: a ``KeptOnDisk``.
        cleared: bytes freed; ``counted`` follows.
        failed: what went wrong.
    """

    counted = Signal(object)
    cleared = Signal(object)
    failed = Signal(object)

    def __init__(self, paths: AppPaths, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths, self._project = paths, project
        self._lane = JobRunner("cache")

    @Slot()
    def count(self) -> None:
        """Count anew; ``counted`` follows."""
        store = self._project.store

        def run(_control: JobControl) -> KeptOnDisk:
            from tas_desktop.storage.analyses import AnalysisCache
            from tas_desktop.storage.analysing import cache_limit_bytes

            cache = AnalysisCache(self._paths.analyses, limit_bytes=cache_limit_bytes(self._paths))
            return KeptOnDisk(cache.use(), None if store is None else store.analyses.size_bytes())

        job = Job("", run, on_success=self.counted.emit, on_failure=self.failed.emit)
        self._lane.submit(job, supersede=True)

    @Slot()
    def clear(self) -> None:
        """Remove all of the user's cache; ``cleared`` and ``counted`` follow."""

        def run(_control: JobControl) -> int:
            from tas_desktop.storage.analyses import AnalysisCache
            from tas_desktop.storage.analysing import cache_limit_bytes

            return AnalysisCache(self._paths.analyses, limit_bytes=cache_limit_bytes(self._paths)).clear()

        def deliver(freed_bytes: int) -> None:
            self.cleared.emit(freed_bytes)
            self.count()

        self._lane.submit(Job("", run, on_success=deliver, on_failure=self.failed.emit))

    @Slot()
    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()
