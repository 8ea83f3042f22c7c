"""What every group of commands has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.ui.main_window import MainWindow

Shown = TypeVar("Shown", bound=QDialog)
_OF_THE_PROJECT = "of-the-project"


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

    def show_once(
        self, kind: type[Shown], make: Callable[[], Shown], *, goes_with_project: bool = True
    ) -> Shown:
        """Show the window's dialog of a kind, made if there is none."""
        found = self._window.findChild(kind)
        dialog = make() if found is None else found
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setProperty(_OF_THE_PROJECT, goes_with_project)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def close_shown(self) -> None:
        """Close what `show_once` has shown and goes with its project, in any group."""
        for dialog in self._window.findChildren(QDialog):
            if dialog.property(_OF_THE_PROJECT):
                dialog.close()
