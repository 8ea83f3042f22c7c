"""The current image's expressions as an item model."""

from __future__ import annotations

from collections import deque
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tas_desktop.session.expressions.comparison import ambiguous_rows
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.storage.rows import ExpressionRow

Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)


class ExpressionRole(IntEnum):
    """What a row answers beside its display text."""

    ROW = Qt.ItemDataRole.UserRole + 1  # ExpressionRow
    AMBIGUOUS = Qt.ItemDataRole.UserRole + 2  # bool: its text names two objects of the image


class ExpressionListModel(QAbstractListModel):
    """Expressions of the current image in list order; decisions on their way to the disk show as made.

    Signals:
        text_given: a row was edited in the list: ExpressionRow and its new text.
    """

    text_given = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ExpressionRow] = []
        self._ambiguous: frozenset[int] = frozenset()
        self._expected: deque[tuple[int, ExpressionStatus]] = deque()

    @property
    def rows(self) -> Sequence[ExpressionRow]:
        """All rows."""
        return self._rows

    def set_rows(self, rows: Sequence[ExpressionRow]) -> None:
        """Show an image's expressions as the disk has them; in place when they are the same ones."""
        expected = dict(self._expected)
        rows = [row._replace(status=expected.get(row.expression_id, row.status)) for row in rows]
        self._ambiguous = ambiguous_rows(rows)
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

    def expect_order(self, expression_ids: Sequence[int]) -> None:
        """Show the rows in an order that is on its way to the disk."""
        place = {expression_id: at for at, expression_id in enumerate(expression_ids)}
        self.beginResetModel()
        self._rows = sorted(self._rows, key=lambda row: place.get(row.expression_id, len(place)))
        self.endResetModel()

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

    def next_undecided(self, after: int | None, *, wanted: Sequence[int] = ()) -> ExpressionRow | None:
        """The first undecided expression after the given one, then from the start.

        Args:
            after: the expression to start from.
            wanted: only these, in this order; all in list order where empty.
        """
        rows = [row for number in wanted if (row := self.find(number)) is not None] or self._rows
        pivot = next((place for place, row in enumerate(rows, start=1) if row.expression_id == after), 0)
        order = [*rows[pivot:], *rows[:pivot]]
        return next((row for row in order if row.status is ExpressionStatus.UNDECIDED), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Expressions of the image."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and the roles above."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in _TEXT_ROLES:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.status.value}"
        if role == ExpressionRole.ROW:
            return row
        if role == ExpressionRole.AMBIGUOUS:
            return row.expression_id in self._ambiguous
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another text of a row; it changes once the project has it."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.text_given.emit(row, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be edited and dragged."""
        flags = super().flags(index)
        if index.isValid():
            return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def roleNames(self) -> dict[int, QByteArray]:
        """Names of the roles above, for views that ask."""
        return super().roleNames() | {
            role.value: QByteArray(role.name.lower().encode()) for role in ExpressionRole
        }
