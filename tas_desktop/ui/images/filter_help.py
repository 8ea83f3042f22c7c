"""The filter's language on one page: examples that can be put into the box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.images.filter_wording import translated_examples

SIZE = (640, 500)


class FilterHelp(QDialog):
    """Beside the work: Enter or a double click puts an example into the box, Escape closes.

    Signals:
        chosen: an example to put into the filter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter-help")
        self.setWindowTitle(self.tr("What the filter understands"))
        intro = QLabel(
            self.tr(
                "Terms stand side by side and all must hold, for one and the same expression of a picture. "
                "Enter puts the chosen line into the filter."
            ),
            self,
        )
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setWordWrap(True)
        self.table = self._make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addWidget(self.table, 1)
        self.resize(*SIZE)
        self.table.activated.connect(self._on_activated)
        self.table.setFocus()

    def _make_table(self) -> QTableWidget:
        examples = translated_examples()
        table = QTableWidget(len(examples), 2, self)
        table.setObjectName("filter-examples")
        table.setAccessibleName(self.tr("Examples of filters"))
        for row, (example, text) in enumerate(examples):
            for column, words in enumerate((example, text)):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)  # else letters of two fonts lose the second line
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setCurrentCell(0, 0)
        return table

    def retranslate(self, _retranslation: object) -> None:
        """Another language: the examples stay, what they ask for is said anew."""
        for row, (_, text) in enumerate(translated_examples()):
            item = self.table.item(row, 1)
            if item is not None:
                item.setText(text)

    @Slot()
    def _on_activated(self) -> None:
        item = self.table.item(self.table.currentRow(), 0)
        if item is not None:
            self.chosen.emit(item.text())
            self.accept()
