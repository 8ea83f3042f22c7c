"""The ranked candidates as an item model."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Candidate, Ranking

Index = QModelIndex | QPersistentModelIndex


class CandidateRole(IntEnum):
    """What a row answers beside its display text."""

    CANDIDATE = Qt.ItemDataRole.UserRole + 1  # Candidate
    BAR_SCALE = Qt.ItemDataRole.UserRole + 2  # float: the largest |v| + |p| + |n| of the ranking


class CandidateListModel(QAbstractListModel):
    """Candidates of the current ranking, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self._scale = 1.0

    def set_ranking(self, ranking: Ranking | None) -> None:
        """Show another ranking; in place when only the order or the scores changed."""
        candidates = () if ranking is None else ranking.candidates
        self._scale = max((abs(c.v) + abs(c.p) + abs(c.n) for c in candidates), default=1.0) or 1.0
        if len(candidates) == len(self._candidates) and candidates:
            self._candidates = candidates
            self.dataChanged.emit(self.index(0), self.index(len(candidates) - 1))
            return
        self.beginResetModel()
        self._candidates = candidates
        self.endResetModel()

    def candidate_at(self, row: int) -> Candidate | None:
        """The candidate in a row."""
        return self._candidates[row] if 0 <= row < len(self._candidates) else None

    def row_of(self, proposal_index: int) -> int | None:
        """The row of a proposal."""
        for row, candidate in enumerate(self._candidates):
            if candidate.proposal_index == proposal_index:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Candidates shown."""
        return 0 if parent.isValid() else len(self._candidates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Caption and the roles above."""
        candidate = self.candidate_at(index.row()) if index.isValid() else None
        if candidate is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.caption
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{candidate.rank}. {candidate.caption} {candidate.total:.3f}"
        if role == CandidateRole.CANDIDATE:
            return candidate
        if role == CandidateRole.BAR_SCALE:
            return self._scale
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        """Names of the roles above, for views that ask."""
        return super().roleNames() | {
            role.value: QByteArray(role.name.lower().encode()) for role in CandidateRole
        }
