"""The expressions of a comparison as an item model, those first about which the two differ most."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from tas_desktop.session.comparison.comparison_session import Case

Index = QModelIndex | QPersistentModelIndex
_FIGURES_FROM: Final = 2  # columns before it are texts


class CaseRole(IntEnum):
    """What a row answers beside its texts."""

    CASE = Qt.ItemDataRole.UserRole + 1  # Case


class CaseRows(QAbstractTableModel):
    """Expression, picture, both IoUs with what was accepted, and how far the two masks overlap."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ("",) * 5
        self._cases: tuple[Case, ...] = ()

    def set_headings(self, headings: Sequence[str]) -> None:
        """Names of the columns."""
        self._headings = tuple(headings)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headings) - 1)

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show these and no other."""
        self.beginResetModel()
        self._cases = tuple(cases)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each expression."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as headings."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, whole in the tip, and the case."""
        if not index.isValid():
            return None
        case = self._cases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(case)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain_tool_tip(_texts(case)[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(_texts(case))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _FIGURES_FROM:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return case if role == CaseRole.CASE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= _FIGURES_FROM:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None


def _texts(case: Case) -> tuple[str, ...]:
    ious = (f"{sample.iou:.2f}" for sample in case.verdict.samples)
    return (case.unit.raw, case.image.name, *ious, f"{1.0 - case.verdict.disagreement:.2f}")
