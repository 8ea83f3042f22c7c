"""What the review queue orders and filters by: plain columns of all pictures and expressions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from tas_desktop.storage.category_projection import read_aliases
from tas_desktop.storage.models import (
    BackCheckRecord,
    DecisionMask,
    DecisionRecord,
    Expression,
    Image,
    PredictionRecord,
    Referent,
)
from tas_desktop.storage.reading import image_status
from tas_desktop.storage.review_values import (
    CHECKS,
    EXPRESSION_STATUSES,
    IMAGE_STATUSES,
    SOURCES,
    ReviewExpression,
    ReviewImage,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, ScalarSelect

    from tas_desktop.storage.transactions import Transactions

_CHECK_OF = {None: 0, 1: 1, 0: 2}
_REPLACED = CHECKS.index("replaced")


class ReviewRows:
    """Reads them, all or those of one picture."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def read(self, image_id: int | None = None) -> tuple[list[ReviewImage], list[ReviewExpression]]:
        """Pictures by id, and expressions by picture and place, from one consistent moment.

        Args:
            image_id: only this picture and its expressions.
        """
        with self._transactions.read() as connection:
            images = _iterate_images(connection, image_id)
            return list(images), list(_iterate_expressions(connection, image_id))

    @contextmanager
    def stream(self) -> Iterator[tuple[Iterator[ReviewImage], Iterator[ReviewExpression]]]:
        """The same of all pictures, row by row, for who keeps none of the rows."""
        with self._transactions.read() as connection:
            yield _iterate_images(connection, None), _iterate_expressions(connection, None)


def _iterate_images(connection: Connection, image_id: int | None) -> Iterator[ReviewImage]:
    query = select(
        Image.id,
        Image.path,
        Image.expression_count,
        Image.decided_count,
        Image.flagged_count,
        Image.proposed,
        Image.split,
    ).order_by(Image.id)
    if image_id is not None:
        query = query.where(Image.id == image_id)
    places = {status: place for place, status in enumerate(IMAGE_STATUSES)}
    for number, path, total, decided, flagged, proposed, split in connection.execute(query):
        status = image_status(total, decided=decided, flagged=flagged, proposed=proposed)
        yield ReviewImage(number, path, places[status], split)


def _iterate_expressions(connection: Connection, image_id: int | None) -> Iterator[ReviewExpression]:
    statuses = {status.value: place for place, status in enumerate(EXPRESSION_STATUSES)}
    sources = {source.value: place for place, source in enumerate(SOURCES)}
    aliases = read_aliases(connection)
    for row in connection.execute(_expressions_query(image_id)):
        number, owner, text, status, source, category, kind = row[:7]
        margin, rivals, disagreement, decision_id, seconds, same, replaced = row[7:]
        yield ReviewExpression(
            number,
            owner,
            text,
            statuses[status],
            sources[source],
            aliases.get(category, category),
            kind,
            margin,
            rivals,
            disagreement,
            decision_id,
            None if seconds is None else float(seconds),
            _REPLACED if replaced else _CHECK_OF[same],
        )


def _expressions_query(image_id: int | None) -> Any:
    current = and_(PredictionRecord.expression_id == Expression.id, PredictionRecord.text == Expression.text)
    first = and_(DecisionMask.decision_id == Expression.decision_id, DecisionMask.ordinal == 0)
    query = (
        select(
            Expression.id,
            Expression.image_id,
            Expression.text,
            Expression.status,
            Expression.source,
            func.coalesce(Referent.category, ""),
            func.coalesce(PredictionRecord.expression_kind, ""),
            PredictionRecord.margin,
            PredictionRecord.rivals,
            PredictionRecord.disagreement,
            func.coalesce(Expression.decision_id, 0),
            func.strftime("%s", DecisionRecord.created_at),
            _newest_check(),
            Expression.decision_id <= Image.earlier_decisions,
        )
        .join(Image, Image.id == Expression.image_id)
        .outerjoin(PredictionRecord, current)
        .outerjoin(DecisionRecord, DecisionRecord.id == Expression.decision_id)
        .outerjoin(DecisionMask, first)
        .outerjoin(Referent, Referent.id == DecisionMask.referent_id)
        .where(Expression.removed.is_(False))
        .order_by(Expression.image_id, Expression.position, Expression.id)
    )
    return query if image_id is None else query.where(Expression.image_id == image_id)


def _newest_check() -> ScalarSelect[bool]:
    """Whether the newest back-check of the standing decision met the same referent."""
    return (
        select(BackCheckRecord.same_referent)
        .where(BackCheckRecord.decision_id == Expression.decision_id)
        .order_by(BackCheckRecord.id.desc())
        .limit(1)
        .correlate(Expression)
        .scalar_subquery()
    )
