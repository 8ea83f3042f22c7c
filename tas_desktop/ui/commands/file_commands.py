"""Opening and leaving."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QMenu

from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.opening.recent_menu import RecentMenu

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


class FileCommands(CommandGroup):
    """Opening and leaving."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        menu = window.menuBar().findChild(QMenu, "menu-file")
        if menu is not None:
            recent = RecentMenu(self._workspace.recent, menu)
            recent.chosen.connect(self._on_recent)
            menu.insertMenu(self._actions["open-sample"], recent)
        self._window.welcome.recent.chosen.connect(self._on_recent)

    @Slot(object)
    def _on_recent(self, file: Path) -> None:
        self._workspace.open_path(file)

    @Slot()
    def open_folder(self) -> None:
        """Choose a folder of pictures."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder of pictures"))
        if folder:
            self._workspace.open_path(Path(folder))

    @Slot()
    def open_project(self) -> None:
        """Choose a project file."""
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), "", self.tr("TAS projects (*.tas)")
        )
        if file:
            self._workspace.open_path(Path(file))

    @Slot()
    def open_sample(self) -> None:
        """Open the pictures that ship with the program."""
        self._workspace.open_sample()

    @Slot()
    def quit(self) -> None:
        """Close the window."""
        self._window.close()
