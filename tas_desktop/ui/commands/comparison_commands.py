"""Comparing methods on what has been accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from tas_desktop.session.notices import Message
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.comparison.page import ComparisonPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tas_desktop.ui.main_window import MainWindow

KEY = "comparison"


class ComparisonCommands(CommandGroup):
    """Opens the page, follows it to pictures, and says what it saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        comparing = window.workspace.comparing
        comparing.written.connect(self._on_written)
        comparing.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Comparing takes a project."""
        self._actions["compare-methods"].setEnabled(self._session.project.project is not None)

    @Slot()
    def compare_methods(self) -> None:
        """The page, or the one that is open already."""
        page = self._window.findChild(ComparisonPage)
        if page is None:
            page = ComparisonPage(self._workspace, self._window)
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.wanted.connect(self._go_to)
        page.show()
        page.raise_()
        page.activateWindow()

    @Slot(int, int)
    def _go_to(self, image_id: int, expression_id: int) -> None:
        self._session.go_to_image(image_id, expression_id=expression_id)

    @Slot(object)
    def _on_written(self, files: Sequence[Path]) -> None:
        text = self.tr("The report was saved in {0}.").format(files[0])
        self._workspace.notices.post(Message(text, key=KEY))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key=KEY)
