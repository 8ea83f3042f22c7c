"""Choosing a category: type a part of its name or of a word that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tas_desktop.ui.composing_line import ComposingLine

if TYPE_CHECKING:
    from tas_desktop.domain.category import Category, CategoryTable

NAME_ROLE = Qt.ItemDataRole.UserRole
ADDED_ROLE = Qt.ItemDataRole.UserRole + 1
LONGEST_NAME = 100
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CategoryPicker(QDialog):
    """Type, walk with Up and Down, choose with Enter; Escape leaves things as they are."""

    chosen = Signal(str)
    added = Signal(str)  # a name that the table lacks

    def __init__(self, table: CategoryTable, *, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command-palette")
        self._table, self._current = table, current
        self.search = ComposingLine(self)
        self.search.setMaxLength(LONGEST_NAME)
        self.search.setPlaceholderText(self.tr("Category, or a word for it"))
        self.search.setAccessibleName(self.tr("Category"))
        self.list = QListWidget(self)
        self.list.setObjectName("category-list")
        self.list.setAccessibleName(self.tr("Categories"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setMinimumSize(QSize(300, 340))
        self.search.textChanged.connect(self._on_text)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)
        self._on_text("")

    def showEvent(self, event: QShowEvent) -> None:
        """The category at hand stands between its neighbours."""
        super().showEvent(event)
        self.list.scrollToItem(self.list.currentItem(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter act on the list while the text keeps the focus."""
        if self.search.is_composing:
            return False
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                row = self.list.currentRow() + _MOVES[Qt.Key(event.key())]
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_item(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        typed = " ".join(text.lower().split())
        self.list.clear()
        found = [category for category in self._table.categories if _leads(category, typed)]
        for category in sorted(found, key=lambda known: (not known.name.startswith(typed), known.name)):
            others = [word for word in _leads(category, typed) if word != category.name]
            item = QListWidgetItem(f"{category.name}  ({', '.join(others[:3])})" if others else category.name)
            item.setData(NAME_ROLE, category.name)
            self.list.addItem(item)
            if category.name == self._current and not typed:
                self.list.setCurrentItem(item)
        if typed and self._table.named(typed) is None:
            item = QListWidgetItem(self.tr("Add “{0}” to the categories").replace("{0}", typed))
            item.setData(ADDED_ROLE, typed)
            self.list.addItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.accept()
        if item.data(ADDED_ROLE):
            self.added.emit(item.data(ADDED_ROLE))
        else:
            self.chosen.emit(item.data(NAME_ROLE))


def _leads(category: Category, typed: str) -> tuple[str, ...]:
    """The category's words that hold what was typed; its name alone where nothing was."""
    if not typed:
        return (category.name,)
    return tuple(word for word in (category.name, *category.synonyms) if typed in word)
