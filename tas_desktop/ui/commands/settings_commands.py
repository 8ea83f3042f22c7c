"""What can be chosen, and under which key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow
    from tas_desktop.ui.settings.dialog import SettingsDialog


class SettingsCommands(CommandGroup):
    """The settings dialog: one at a time, and not modal, so that its effects can be seen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialog: SettingsDialog | None = None

    @Slot()
    def settings(self) -> None:
        """Open the dialog, or bring the open one to the front."""
        from tas_desktop.ui.settings.dialog import SettingsDialog

        if self._dialog is None:
            window = self._window
            self._dialog = SettingsDialog(self._workspace.preferences, window.shortcuts, window.theme, window)
            self._dialog.destroyed.connect(self._on_closed)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None
