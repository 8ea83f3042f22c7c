"""Rows of texts as an item model, each with what it stands for."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What a row answers beside its texts."""

    SUBJECT = Qt.ItemDataRole.UserRole + 1


class TextRows(QAbstractTableModel):
    """As many columns as headings; the subject of a row is whatever its owner gave it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: list[tuple[object, tuple[str, ...]]] = []

    def set_headings(self, headings: Sequence[str]) -> None:
        """Names of the columns."""
        fresh = len(headings) != len(self._headings)
        if fresh:
            self.beginResetModel()
        self._headings = tuple(headings)
        if fresh:
            self.endResetModel()
        else:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def show_rows(self, rows: Sequence[tuple[object, tuple[str, ...]]]) -> None:
        """Show these: subject and texts of each."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as headings."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, whole in the tip, and the subject."""
        if not index.isValid():
            return None
        subject, texts = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain_tool_tip(texts[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(texts)
        return subject if role == RowRole.SUBJECT else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names; rows have none."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None
