"""Noticing what another process, such as a batch on the command line, wrote to the open project."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.other_writers import OthersChanges
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ExpressionRow, ImageRow, ProjectCounts, UndoHistory

logger = logging.getLogger(__name__)

INTERVAL_MS = 1_000
_MOST_SINGLE = 2_000  # beyond it reading the whole list costs less


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What has to be shown anew after others wrote.

    Attributes:
        changes: what they changed.
        images: the images that changed or are new, in the order they were added.
        shown: the image whose expressions were asked for last, if it is among them.
        expressions: its expressions.
        counts, history: totals and this annotator's undo stack.
    """

    changes: OthersChanges
    images: list[ImageRow]
    shown: int | None
    expressions: tuple[ExpressionRow, ...]
    counts: ProjectCounts
    history: UndoHistory


class ProjectWatch(QObject):
    """Looks about once a second, in the project's lane, and hands the project what is new.

    The lists and totals follow; the text in the expression box and the place in the list stay.

    Signals:
        changed: what others changed (``OthersChanges``), after the project's lists have followed.
    """

    changed = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._looking: ProjectStore | None = None  # the store that is being looked at
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        project.opened.connect(self._on_opened)
        project.closed.connect(self._timer.stop)

    @Slot()
    def look(self) -> None:
        """Look now; nothing where the last look has not come back."""
        store, shown = self._project.store, self._project.shown_image
        if store is None or store is self._looking:
            return
        self._looking = store
        annotator = self._project.annotator
        self._project.ask(
            lambda: _look(store, shown=shown, annotator=annotator), then=self._take, otherwise=self._on_failed
        )

    def _take(self, refreshed: Refreshed | None) -> None:
        self._looking = None
        if refreshed is not None:
            self._project.take_refreshed(refreshed)
            self.changed.emit(refreshed.changes)

    def _on_failed(self, error: BaseException) -> None:
        # Whoever writes or reads next is told; a message each second would help nobody.
        self._looking = None
        logger.debug("cannot see what others wrote: %s", error)

    @Slot()
    def _on_opened(self) -> None:
        self._looking = None
        self._timer.start()


def _look(store: ProjectStore, *, shown: int | None, annotator: str) -> Refreshed | None:
    """Read what changed; runs in the project's lane."""
    changes = store.changes_of_others()
    if changes is None:
        return None
    whole = changes.images_added or len(changes.image_ids) > _MOST_SINGLE
    images = store.list_images() if whole else store.read_images(changes.image_ids)
    shown = shown if shown in changes.image_ids else None
    expressions = () if shown is None else tuple(store.list_expressions(shown))
    return Refreshed(changes, images, shown, expressions, store.counts(), store.undo_history(annotator))
