"""Pictures of the open project whose files were replaced: found, and taken when the annotator says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.project_work.image_edits import ImageEdits
from tas_desktop.session.project_work.work_lane import WorkLane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.projects.replacing import ReplacedPicture
    from tas_desktop.session.project_session import ProjectSession


class ReplacedPictures(QObject):
    """Keeps the list of those that are known.

    Signals:
        changed: the list is another.
        taken: ids of the images whose new file is theirs now.

    Attributes:
        found: those that are known and not taken.
        has_looked: whether every file was read since the project was opened.
        work: the look through the files, with progress, Cancel and failures.
        edits: writes what is taken.
    """

    changed = Signal()
    taken = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.found: tuple[ReplacedPicture, ...] = ()
        self.has_looked = False
        self._noticed: set[int] = set()  # seen while working, and not yet looked at
        self.work = WorkLane(project, self)
        self.edits = ImageEdits(project, self)
        project.picture_replaced.connect(self._on_noticed)
        project.opened.connect(self._on_opened)

    def look_at_noticed(self) -> None:
        """Read the files that came up as replaced while working; ``changed`` follows."""
        if self._noticed and not self.work.is_running:
            self._look(frozenset(self._noticed))

    def look_through_all(self) -> None:
        """Read every file of the project; ``changed`` follows."""
        self._look(None)

    def take(self, pictures: Sequence[ReplacedPicture]) -> None:
        """Take the new files of these, in one undoable step; ``taken`` follows."""
        from tas_desktop.projects.replacing import take_replaced

        annotator = self._project.annotator
        self.edits.run(lambda store: take_replaced(store, pictures, annotator=annotator), then=self._on_taken)

    def close(self) -> bool:
        """Stop what is under way."""
        return self.work.close()

    def _look(self, image_ids: frozenset[int] | None) -> None:
        from tas_desktop.projects.replacing import list_replaced

        store = self._project.store
        if store is not None:
            self.work.start(
                partial(list_replaced, project=store.file, image_ids=image_ids),
                then=partial(self._take_found, image_ids),
            )

    def _take_found(self, asked: frozenset[int] | None, found: Sequence[ReplacedPicture]) -> None:
        kept = () if asked is None else (row for row in self.found if row.image_id not in asked)
        self.found = tuple(sorted((*kept, *found), key=lambda row: row.image_id))
        self.has_looked = self.has_looked or asked is None
        self._noticed -= {row.image_id for row in self.found}
        self.changed.emit()

    def _on_taken(self, image_ids: frozenset[int]) -> None:
        self.found = tuple(row for row in self.found if row.image_id not in image_ids)
        self.changed.emit()
        self.taken.emit(image_ids)

    @Slot(int)
    def _on_noticed(self, image_id: int) -> None:
        self._noticed.add(image_id)

    @Slot()
    def _on_opened(self) -> None:
        self.found, self.has_looked = (), False
        self._noticed.clear()
        self.changed.emit()
