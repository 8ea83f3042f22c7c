"""Looking for pictures of the project that moved, in a folder that the annotator names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.project_work.image_edits import ImageEdits

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.projects.relocating import Relocation
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.session_messages import SessionMessages
    from tas_desktop.storage.project import ProjectStore


class PictureSearch(QObject):
    """Runs the search in the project's lane; rows of pictures that were found follow, and undo takes it back.

    Signals:
        ended: ids of the images that have a new place.
        failed: the error.
    """

    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, project: ProjectSession, messages: SessionMessages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._messages = project, messages
        self._edits = ImageEdits(project, self)
        self._edits.refused.connect(self.failed)
        project.picture_replaced.connect(self._on_replaced)

    def start(self, folder: Path) -> None:
        """Look below a folder."""
        store, annotator = self._project.store, self._project.annotator
        if store is None:
            return
        if store.read_only_reason is not None:
            self._messages.tell_read_only(store.read_only_reason)
            return

        def search(store: ProjectStore) -> Relocation:
            from tas_desktop.projects.relocating import bring_back

            return bring_back(store, [folder], annotator=annotator)

        self._edits.run(search, then=self._take)

    @Slot(int)
    def _on_replaced(self, image_id: int) -> None:
        row = self._project.images.image(image_id)
        if row is not None:
            self._messages.tell_replaced(row.path)

    def _take(self, relocation: Relocation) -> None:
        self._messages.tell_moved(relocation)
        self.ended.emit(frozenset(moved.image_id for moved in relocation.found))
