"""The project's categories."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tas_desktop.ui.categories.dialog import CategoryDialog
from tas_desktop.ui.commands.group import CommandGroup


class CategoryCommands(CommandGroup):
    """Opens the table of categories."""

    def refresh(self) -> None:
        """It is that of a project."""
        self._actions["categories"].setEnabled(self._session.project.project is not None)

    @Slot()
    def categories(self) -> None:
        """The dialog, or the one that is open already."""
        dialog = self._window.findChild(CategoryDialog)
        if dialog is None:
            dialog = CategoryDialog(self._session.project, self._window)
            dialog.model.edited.connect(self._session.help.category.reload)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
