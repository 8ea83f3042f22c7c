"""How the work goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.statistics.page import StatisticsPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tas_desktop.ui.main_window import MainWindow


class StatisticsCommands(CommandGroup):
    """Opens the statistics page and says what it saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace.statistics.written.connect(self._on_written)
        self._workspace.statistics.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Counting takes a project."""
        self._actions.enable(("statistics", "back-check"), on=self._session.project.project is not None)

    @Slot()
    def back_check(self) -> None:
        """A round of back-checks."""
        self._session.start_back_checks()
        self._window.box.setFocus()

    @Slot()
    def statistics(self) -> None:
        """The page, or the one that is open already."""
        self.show_once(
            StatisticsPage,
            lambda: StatisticsPage(self._workspace, self._window.theme, self._window),
            goes_with_project=False,
        )

    @Slot(object)
    def _on_written(self, files: Sequence[Path]) -> None:
        if len(files) == 1:
            text = self.tr("Figures saved in {0}.").format(files[0])
        else:
            text = self.tr("{0} pictures saved in {1}.").format(len(files), files[0].parent)
        self._workspace.notices.post(Message(text, key="statistics"))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key="statistics")
