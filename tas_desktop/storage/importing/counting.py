"""The counts of images, from their expressions, by the thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select, update

from tas_desktop.storage.models import Expression, Image
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, ScalarSelect
    from sqlalchemy.orm import Session

_CHUNK: Final = 10_000  # ids named in one statement; SQLite takes 32,766


def count_again(session: Session, image_ids: Collection[int]) -> None:
    """Set the counts of these images as ``projection.count_expressions`` does for one."""
    ordered = sorted(image_ids)
    for start in range(0, len(ordered), _CHUNK):
        session.connection().execute(
            update(Image)
            .where(Image.id.in_(ordered[start : start + _CHUNK]))
            .values(
                expression_count=_count(),
                decided_count=_count(Expression.status != ExpressionStatus.UNDECIDED),
                flagged_count=_count(Expression.status == ExpressionStatus.FLAGGED),
            )
        )


def _count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(Expression)
        .where(Expression.image_id == Image.id, Expression.removed.is_(False), *conditions)
        .scalar_subquery()
    )
