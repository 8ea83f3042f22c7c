"""The figures of each kind, method and annotator as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tas_desktop.ui.statistics.wording import plot_texts

if TYPE_CHECKING:
    from tas_desktop.evaluation.statistics.counting import Group, Statistics
    from tas_desktop.evaluation.statistics.figures import Share

MISSING = "–"


class FigureTable(QTableWidget):
    """As high as its rows: the page around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 9, parent)
        self.setObjectName("figure-table")
        self.setAccessibleName(self.tr("Figures by kind, method and annotator"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.show_figures(None)

    def show_figures(self, figures: Statistics | None) -> None:
        """Fill in all groups; only the header without figures."""
        texts = plot_texts()
        self.setHorizontalHeaderLabels(
            [
                "",
                texts.decisions,
                *(texts.rank.format(rank) for rank in (1, 3, 5)),
                *(texts.edited, texts.drawn, texts.no_target),
                self.tr("seconds"),
            ]
        )
        groups: list[tuple[str, Group]] = []
        if figures is not None:
            groups.append((self.tr("All"), figures.overall))
            groups += [
                (self.tr("Kind: {0}").format(texts.name(group.name)), group) for group in figures.by_kind
            ]
            groups += [
                (self.tr("Method: {0}").format(texts.name(group.name)), group) for group in figures.by_method
            ]
            groups += [
                (self.tr("Annotator: {0}").format(group.name), group) for group in figures.by_annotator
            ]
        self.setRowCount(len(groups))
        for row, (name, group) in enumerate(groups):
            self._fill(row, name, group)
        height = self.horizontalHeader().sizeHint().height() + 4
        self.setFixedHeight(height + sum(self.rowHeight(row) for row in range(self.rowCount())))

    def _fill(self, row: int, name: str, group: Group) -> None:
        seconds = MISSING if group.seconds is None else f"{group.seconds.median:.1f}"
        shares = (*group.accepted_at, group.edited, group.drawn, group.no_target)
        cells = [name, f"{group.decisions:,}", *(_percent(share) for share in shares), seconds]
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)


def _percent(share: Share) -> str:
    return MISSING if share.value is None else f"{100 * share.value:.1f} %"
