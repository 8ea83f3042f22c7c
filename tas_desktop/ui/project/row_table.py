"""A table of texts for reading and choosing, as all dialogs of this room show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

if TYPE_CHECKING:
    from tas_desktop.ui.project.text_rows import TextRows


class RowTable(QTableView):
    """Whole rows are chosen; one at a time unless several may be.

    Args:
        rows: what it shows.
        several: whether more than one row can be chosen.
    """

    def __init__(self, rows: TextRows, *, several: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-table")
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setMinimumSectionSize(70)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def stretch(self, *columns: int) -> None:
        """Let these columns share the room that the others, as wide as their texts, leave."""
        heading = self.horizontalHeader()
        for column in range(self.model().columnCount()):
            mode = QHeaderView.ResizeMode
            heading.setSectionResizeMode(column, mode.Stretch if column in columns else mode.ResizeToContents)
