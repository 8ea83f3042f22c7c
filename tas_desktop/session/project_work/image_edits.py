"""Edits of many images at once: written in the project's lane, then shown in list, totals and undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tas_desktop.session.writing import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImageRow, ProjectCounts, UndoHistory


@dataclass(frozen=True, slots=True)
class EditedImages:
    """What the project looks like after an edit of images.

    Attributes:
        outcome: what the edit returned.
        rows: the images that it changed, or all of them.
        counts, history: totals, and this annotator's undo stack.
    """

    outcome: Any
    rows: list[ImageRow]
    counts: ProjectCounts
    history: UndoHistory


class ImageEdits(QObject):
    """Runs them; each is one undoable step of the annotator's.

    Signals:
        edited: ids of the images that have changed.
        refused: exception.
    """

    edited = Signal(object)
    refused = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project

    def run(self, edit: Callable[[ProjectStore], Any], *, then: Callable[[Any], None]) -> None:
        """Write; ``then`` gets what the edit returned once everything is shown."""
        store, annotator = self._project.store, self._project.annotator
        if store is None:
            return

        def write() -> EditedImages:
            before = store.last_event_seq()
            outcome = edit(store)
            changed: set[int] = set()
            for event in store.events_since(before):
                if event.kind.is_about_images:
                    changed.update(store.images_of_event(event.seq))
            rows = read_rows(store, changed)
            return EditedImages(outcome, rows, store.counts(), store.undo_history(annotator))

        def take(written: EditedImages) -> None:
            project = self._project
            project.counts = written.counts
            project.show_images(written.rows)
            project.counts_changed.emit()
            project.take_history(written.history)
            self.edited.emit(frozenset(row.image_id for row in written.rows))
            then(written.outcome)

        self._project.ask(write, then=take, otherwise=self.refused.emit)
