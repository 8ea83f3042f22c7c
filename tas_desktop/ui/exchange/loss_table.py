"""What will not come along, why, and a few examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.ui.language import in_window_language
from tas_desktop.ui.project.row_table import RowTable
from tas_desktop.ui.project.text_rows import TextRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from tas_desktop.formats.format import Loss


class LossTable(RowTable):
    """One row for each kind of thing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._losses = TextRows()
        super().__init__(self._losses, parent=parent)
        self._losses.setParent(self)
        self.setAccessibleName(self.tr("Left out"))

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self._losses.set_headings([self.tr("Left out"), self.tr("How many"), self.tr("Such as")])
        self.setAccessibleName(self.tr("Left out"))
        self.stretch(0, 2)

    def show_losses(self, losses: Iterable[Loss]) -> None:
        """Show these."""
        self._losses.show_rows(
            [
                (loss, (in_window_language(loss.what), f"{loss.count:,}", "; ".join(loss.examples)))
                for loss in losses
            ]
        )
