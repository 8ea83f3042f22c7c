"""Finding pictures that are not where the project looks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from tas_desktop.session.image_desk import Phase
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


class PictureCommands(CommandGroup):
    """Finding pictures that are not where the project looks for them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        search = self._workspace.picture_search
        search.ended.connect(self._on_ended)
        search.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Looking takes a project."""
        self._actions["find-pictures"].setEnabled(self._session.project.project is not None)

    @Slot()
    def find_pictures(self) -> None:
        """Choose the folder where they may be."""
        store = self._session.project.store
        start = "" if store is None else str(store.folder)
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder with the moved pictures"), start
        )
        if folder:
            self._workspace.picture_search.start(Path(folder))

    @Slot(object)
    def _on_ended(self, image_ids: frozenset[int]) -> None:
        """Show the picture in front of the annotator, if it was among them."""
        image = self._session.image
        if image is not None and image.image_id in image_ids and self._session.desk.phase is Phase.UNREADABLE:
            self._session.go_to_image(image.image_id)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key="missing", action="find-pictures")
