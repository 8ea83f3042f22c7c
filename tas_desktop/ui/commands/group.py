"""What every group of commands has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


class CommandGroup(QObject):
    """Slots named as the rows of the action table ("next-image" is ``next_image``), and when they can act."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_by_name
        self._workspace = window.workspace
        self._session = window.workspace.session

    def refresh(self) -> None:
        """Enable what can act now; called when project, picture, expression or selection change."""
