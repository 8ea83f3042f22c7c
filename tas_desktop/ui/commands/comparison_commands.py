"""Comparing methods on what has been accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message
from tas_desktop.ui.canvas.paths import MaskPaths
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tas_desktop.session.comparison.comparison_session import Case, DrawnCase
    from tas_desktop.ui.main_window import MainWindow

KEY = "comparison"


class ComparisonCommands(CommandGroup):
    """Opens the page, follows it to pictures, and says what it saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        comparing = window.workspace.comparing
        comparing.written.connect(self._on_written)
        comparing.failed.connect(self._on_failed)
        self._outlined: Case | None = None
        session = window.workspace.session
        session.desk.image_changed.connect(self._drop_outlines)
        session.expression_changed.connect(self._drop_outlines)

    def refresh(self) -> None:
        """Comparing takes a project."""
        self._actions["compare-methods"].setEnabled(self._session.project.project is not None)

    @Slot()
    def compare_methods(self) -> None:
        """The page, or the one that is open already; imported when it is first asked for."""
        from tas_desktop.ui.comparison.page import ComparisonPage

        def make() -> ComparisonPage:
            page = ComparisonPage(self._workspace, self._window)
            page.wanted.connect(self._go_to)
            page.outlined.connect(self._show_outlines)
            page.finished.connect(self._clear_outlines)
            return page

        self.show_once(ComparisonPage, make, goes_with_project=False)

    @Slot(object)
    def _go_to(self, case: Case) -> None:
        self._session.go_to_image(case.image.image_id, expression_id=case.unit.sentence_id)

    @Slot(object)
    def _show_outlines(self, drawn: DrawnCase) -> None:
        """Both masks on the canvas, as long as this expression is at hand."""
        self._outlined = drawn.case
        masks = [None if outline is None else MaskPaths(outline) for outline in drawn.outlines]
        self._window.canvas.compared.show_masks(masks)
        self._drop_outlines()

    @Slot()
    def _drop_outlines(self) -> None:
        """Not on another picture, nor for another expression; none at hand is one that is still coming."""
        case, image, expression = self._outlined, self._session.image, self._session.expression
        if case is None:
            return
        here = image is not None and image.image_id == case.image.image_id
        if not here or (expression is not None and expression.expression_id != case.unit.sentence_id):
            self._clear_outlines()

    @Slot()
    def _clear_outlines(self) -> None:
        self._outlined = None
        self._window.canvas.compared.show_masks(())

    @Slot(object)
    def _on_written(self, files: Sequence[Path]) -> None:
        text = self.tr("The report was saved in {0}.").format(files[0])
        self._workspace.notices.post(Message(text, key=KEY))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key=KEY)
