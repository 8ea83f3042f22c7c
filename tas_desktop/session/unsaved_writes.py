"""Writes that the disk or another process did not let through: kept, told, and tried again in their order."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage.errors import ProjectBusy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.writing import Change
    from tas_desktop.storage.project import ProjectStore


class UnsavedWrite(NamedTuple):
    """A write that has failed; ``image_id`` is what it is about."""

    image_id: int
    run: Callable[[ProjectStore], Change]


class UnsavedWrites(QObject):
    """What an annotator has done since the disk is full, say, is not lost while the window is open.

    Signals:
        changed: there are more or fewer.
    """

    changed = Signal()

    def __init__(self, project: ProjectSession) -> None:
        super().__init__(project)
        self._project = project
        self._waiting: deque[UnsavedWrite] = deque()
        project.opened.connect(self._on_opened)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._waiting)

    def take(self, error: BaseException, write: UnsavedWrite) -> None:
        """Keep a write that has failed, if trying again can help."""
        store = self._project.store
        if store is None or store.read_only_reason is not None:
            return
        if isinstance(error, TargetNotWritable | ProjectBusy):
            self._waiting.append(write)
            self.changed.emit()

    @Slot()
    def retry(self) -> None:
        """Try all of them again; those that fail once more are kept once more."""
        again, self._waiting = self._waiting, deque()
        self.changed.emit()
        for write in again:
            self._project.write_again(write)

    @Slot()
    def _on_opened(self) -> None:
        """Another project: they belonged to the one before."""
        self._waiting.clear()
        self.changed.emit()
