"""The list of a comparison's expressions: walked through by keys, chosen by a click or Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tas_desktop.ui.comparison.case_rows import CaseRole, CaseRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.session.comparison.comparison_session import Case


class CaseTable(QTableView):
    """Rows of ``CaseRows``.

    Signals:
        walked: another ``Case`` is under the keys, or None.
        chosen: a ``Case`` was clicked or entered.
    """

    walked = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-table")
        self.rows = CaseRows(self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)  # Enter

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show these and no other, the first under the keys."""
        self.rows.show_cases(cases)
        if cases:
            self.selectRow(0)
        else:
            self.walked.emit(None)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.walked.emit(index.data(CaseRole.CASE) if index.isValid() else None)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(CaseRole.CASE))
