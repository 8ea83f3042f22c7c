"""Finding commands and keys, and who made this."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from tas_desktop.ui.about_dialog import AboutDialog
from tas_desktop.ui.actions import ACTIONS
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.key_sheet import KeySheet
from tas_desktop.ui.palette_dialog import PaletteDialog


class HelpCommands(CommandGroup):
    """Finding commands and keys, and who made this."""

    @Slot()
    def command_palette(self) -> None:
        """Find a command by its name."""
        window = self._window
        palette = PaletteDialog(
            (self._actions[row.name] for row in ACTIONS if not row.hidden), window.theme.tones, window
        )
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = window.mapToGlobal(window.rect().topLeft())
        palette.move(corner.x() + (window.width() - palette.minimumWidth()) // 2, corner.y() + 90)
        palette.show()
        palette.search.setFocus()

    @Slot()
    def key_sheet(self) -> None:
        """All keys on one page."""
        sheet = KeySheet(self._actions, self._window.shortcuts, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    @Slot()
    def about(self) -> None:
        """Version and licences."""
        AboutDialog(self._window.theme, self._window).show()
