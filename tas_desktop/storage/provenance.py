"""The ground of a decision, as the columns of its row have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.decision import Provenance

if TYPE_CHECKING:
    from sqlalchemy import Row

    from tas_desktop.storage.models import DecisionRecord


def read_provenance(row: DecisionRecord | Row[Any]) -> Provenance | None:
    """The ranking a decision was made on; None where there was none."""
    if row.ranking_id is None:
        return None
    return Provenance(
        ranking_id=row.ranking_id,
        method=row.method or "",
        profile=row.profile or "",
        components=tuple(ComponentId(*parts) for parts in row.components),
        params=tuple((str(name), value) for name, value in row.params),
    )
