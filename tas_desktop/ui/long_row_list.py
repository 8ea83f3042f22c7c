"""The rows of a `RowList` for lists of 100,000: nothing is done once per row but painting those in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tas_desktop.ui.row_list import take_key


class LongRowList(QTableView):
    """Looks and behaves like a `RowList`, with the same signals.

    A QListView asks its model about every row again whenever one of them changes: with 100,000 rows of a
    model in Python the window stands still for a second. A table of one column knows where each row is.
    """

    enter_pressed = Signal()
    space_pressed = Signal()
    escape_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("rows", True)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # The delegate marks the chosen row; a selection would be painted under it.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Take the height of all rows from the delegate, too."""
        super().setItemDelegate(delegate)
        self._measure_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style, other rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_rows()

    def sizeHintForRow(self, row: int) -> int:
        """All rows are alike."""
        del row
        return self.verticalHeader().defaultSectionSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort out whose key it is."""
        if take_key(self, event):
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def _measure_rows(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        delegate = self.itemDelegate()
        if self.model() is not None:
            height = delegate.sizeHint(option, self.model().index(0, 0)).height()
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
