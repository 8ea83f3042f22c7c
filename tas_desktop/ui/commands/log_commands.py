"""What the program has written down about itself."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.bugs.log_dialog import LogDialog
from tas_desktop.ui.commands.group import CommandGroup


class LogCommands(CommandGroup):
    """What the program has written down about itself."""

    @Slot()
    def show_log(self) -> None:
        """The newest lines of the log."""
        LogDialog(self._window.paths.log_file, self._window).show()

    def tell_crash(self) -> None:
        """Say that the run before has died, and that nothing is lost by it."""
        self._workspace.notices.post(
            Message(
                self.tr("The program ended unexpectedly the last time. What you had decided is there."),
                Severity.WARNING,
                key="crashed-before",
                action="show-log",
                lasting=True,
            )
        )
