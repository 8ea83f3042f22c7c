"""The two lists of a batch's report as item models: what was passed over, and what changed."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from tas_desktop.batch.progress import BatchFailure, ChangedTop

Index = QModelIndex | QPersistentModelIndex


class ReportRole(IntEnum):
    """What a row answers beside its texts."""

    PLACE = Qt.ItemDataRole.UserRole + 1  # Place


class Place(NamedTuple):
    """Where a row leads."""

    image_id: int
    expression_id: int | None


class ReportRows(QAbstractTableModel):
    """Rows of texts, each with the picture that it is about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: list[tuple[Place, tuple[str, ...]]] = []

    def set_headings(self, headings: Sequence[str]) -> None:
        """Names of the columns."""
        self.beginResetModel()
        self._headings = tuple(headings)
        self.endResetModel()

    def show_failures(self, failures: Sequence[BatchFailure]) -> None:
        """Picture, cause, next step."""
        self._set([(Place(row.image_id, None), (row.path, row.cause, row.next_step)) for row in failures])

    def show_changes(self, changes: Sequence[ChangedTop]) -> None:
        """Picture, expression, and how much of the mask before the new one keeps."""
        self._set(
            [
                (Place(row.image_id, row.expression_id), (row.path, row.text, f"{row.iou:.2f}"))
                for row in changes
            ]
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each picture or expression."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as headings."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, whole in the tip, and the place."""
        if not index.isValid():
            return None
        place, texts = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain_tool_tip(texts[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(texts)
        return place if role == ReportRole.PLACE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names; rows have none."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def _set(self, rows: list[tuple[Place, tuple[str, ...]]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
