"""The current image's expressions as an item model."""

from __future__ import annotations

from collections import deque
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.storage.rows import ExpressionRow

Index = QModelIndex | QPersistentModelIndex


class ExpressionRole(IntEnum):
    """What a row answers beside its display text."""

    ROW = Qt.ItemDataRole.UserRole + 1  # ExpressionRow


class ExpressionListModel(QAbstractListModel):
    """Expressions of the current image in list order; decisions on their way to the disk show as made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ExpressionRow] = []
        self._expected: deque[tuple[int, ExpressionStatus]] = deque()

    @property
    def rows(self) -> Sequence[ExpressionRow]:
        """All rows."""
        return self._rows

    def set_rows(self, rows: Sequence[ExpressionRow]) -> None:
        """Show an image's expressions as the disk has them; in place when they are the same ones."""
        expected = dict(self._expected)
        rows = [row._replace(status=expected.get(row.expression_id, row.status)) for row in rows]
        same = [row.expression_id for row in rows] == [row.expression_id for row in self._rows]
        if same and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def expect_status(self, expression_id: int, status: ExpressionStatus) -> None:
        """Show a decision from now on, until ``settle_oldest`` says that the disk has it."""
        self._expected.append((expression_id, status))
        row = self.row_of(expression_id)
        if row is not None:
            self._rows[row] = self._rows[row]._replace(status=status)
            self.dataChanged.emit(self.index(row), self.index(row))

    def settle_oldest(self) -> None:
        """The decision expected longest is on the disk, and in the rows that were set since."""
        if self._expected:
            self._expected.popleft()

    def forget_expected(self) -> None:
        """Writing failed: the rows that are set next say what the disk has."""
        self._expected.clear()

    def row_at(self, row: int) -> ExpressionRow | None:
        """The expression in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def find(self, expression_id: int | None) -> ExpressionRow | None:
        """An expression by id."""
        return next((row for row in self._rows if row.expression_id == expression_id), None)

    def row_of(self, expression_id: int | None) -> int | None:
        """The row of an expression."""
        return next((i for i, row in enumerate(self._rows) if row.expression_id == expression_id), None)

    def next_undecided(self, after: int | None) -> ExpressionRow | None:
        """The first undecided expression below the given one, then from the top."""
        start = self.row_of(after)
        pivot = 0 if start is None else start + 1
        order = [*self._rows[pivot:], *self._rows[:pivot]]
        return next((row for row in order if row.status is ExpressionStatus.UNDECIDED), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Expressions of the image."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and the roles above."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.status.value}"
        if role == ExpressionRole.ROW:
            return row
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        """Names of the roles above, for views that ask."""
        return super().roleNames() | {
            role.value: QByteArray(role.name.lower().encode()) for role in ExpressionRole
        }
