"""The projects opened last: kept, and looked for on their disks, off the GUI thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.config.recent import RecentProject, load_recent, save_recent, with_newest
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.session.project_opening import OpenedProject

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecentEntry:
    """A project of the list and whether its file was there when it was last looked for."""

    project: RecentProject
    is_there: bool


class RecentProjects(QObject):
    """The list as it is now.

    Signals:
        changed: entries have come, gone, or been found missing.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._lane = JobRunner("recent projects")
        self.entries: tuple[RecentEntry, ...] = ()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the list and look for its files: a disk may have come or gone."""
        self._submit(lambda projects: projects)

    @Slot(object)
    def note_opened(self, project: OpenedProject) -> None:
        """Put a project that is open now at the head of the list."""
        newest = RecentProject(project.store.file.absolute(), project.name)
        self._submit(lambda projects: with_newest(projects, newest))

    def clear(self) -> None:
        """Forget them all."""
        self._submit(lambda _projects: ())

    def forget_missing(self) -> None:
        """Forget those whose files are not there."""
        self._submit(lambda projects: tuple(one for one in projects if one.file.exists()))

    def close(self) -> bool:
        """Finish writing and end the lane."""
        return self._lane.close(drain=True)

    def _submit(self, change: Callable[[tuple[RecentProject, ...]], tuple[RecentProject, ...]]) -> None:
        def run(_control: JobControl) -> tuple[RecentEntry, ...]:
            before = load_recent(self._file)
            after = change(before)
            if after != before:
                try:
                    save_recent(self._file, after)
                except TargetNotWritable as error:  # a convenience; the work goes on without it
                    logger.warning("recent projects: %s", error)
            return tuple(RecentEntry(project, _exists(project.file)) for project in after)

        self._lane.submit(Job("", run, on_success=self._take))

    def _take(self, entries: tuple[RecentEntry, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            self.changed.emit()


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a name that this system cannot even look for
        return False
