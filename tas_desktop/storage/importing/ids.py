"""Ids for what an import adds: those of the file where nothing of the project had or could get them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LARGEST_KEPT: Final = 2**40
"""Far below SQLite's largest, so that the project never runs out of further ones."""


class Ids:
    """Gives out ids of one table, all above those that the project had.

    Args:
        session: of the transaction.
        column: the table's id.
    """

    def __init__(self, session: Session, column: Any) -> None:
        self.newest_before: Final[int] = session.scalars(select(func.coalesce(func.max(column), 0))).one()
        self._highest = self.newest_before
        self._given: set[int] = set()

    def take(self, wanted: int = 0) -> int:
        """The id that is wanted, or the next one above all that were given."""
        if not self.newest_before < wanted <= _LARGEST_KEPT or wanted in self._given:
            wanted = self._highest + 1
        self._given.add(wanted)
        self._highest = max(self._highest, wanted)
        return wanted
