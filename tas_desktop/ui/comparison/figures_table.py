"""The figures of two contenders with their intervals, and the paired difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tas_desktop.evaluation.metrics import THRESHOLDS
from tas_desktop.ui.statistics.wording import plot_texts

if TYPE_CHECKING:
    from tas_desktop.evaluation.comparison import Comparison, Group
    from tas_desktop.evaluation.intervals import Estimate

MISSING: Final = "–"


class FiguresTable(QTableWidget):
    """A row for each figure over all expressions, then mIoU for each kind of expression."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setObjectName("comparison-figures")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(self.tr("Figures of both"))

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Fill in; no row without a comparison."""
        self.setAccessibleName(self.tr("Figures of both"))
        self.setRowCount(0)
        self.horizontalHeader().setVisible(comparison is not None)
        if comparison is None:
            return
        first, second = comparison.names
        difference = self.tr("{0} − {1}").format(first, second)
        self.setHorizontalHeaderLabels(["", self.tr("expressions"), first, second, difference])
        for column in range(1, self.columnCount()):
            heading = self.horizontalHeaderItem(column)
            if heading is not None:
                heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        overall, *kinds = (group for group in comparison.groups if group.division != "words")
        for name, figure in self._figures():
            self._add(name, comparison, overall, figure)
        for group in kinds:
            kind = plot_texts().name(group.name)
            self._add(self.tr("mIoU, kind: {0}").format(kind), comparison, group, "miou")

    def _figures(self) -> list[tuple[str, str]]:
        """What each figure is called, and its name."""
        thresholds = [(f"P@{threshold:g}".replace("0.", "."), f"p@{threshold}") for threshold in THRESHOLDS]
        return [
            ("mIoU", "miou"),
            ("oIoU", "oiou"),
            *thresholds,
            (self.tr("best candidate, mIoU"), "oracle_miou"),
        ]

    def _add(self, name: str, comparison: Comparison, group: Group, figure: str) -> None:
        first, second = comparison.names
        difference = comparison.differences[second].get(group, {}).get(figure)
        cells = [
            name,
            f"{comparison.count(group):,}",
            _text(comparison.estimates[first].get(group, {}).get(figure)),
            _text(comparison.estimates[second].get(group, {}).get(figure)),
            _text(difference, signed=True),
        ]
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        if difference is not None and difference.excludes_zero:
            item.setText(f"{item.text()} *")
            strong = QFont(self.font())
            strong.setBold(True)
            item.setFont(strong)
            item.setToolTip(
                self.tr("The interval leaves 0 out: this is no accident of which pictures there are.")
            )


def _text(one: Estimate | None, *, signed: bool = False) -> str:
    """A figure with its interval."""
    if one is None:
        return MISSING
    form = "{:+.3f}" if signed else "{:.3f}"
    value = form.format(one.value)
    if one.low is None or one.high is None:
        return value
    between = " … " if signed else "–"
    return f"{value}  ({form.format(one.low)}{between}{form.format(one.high)})"
