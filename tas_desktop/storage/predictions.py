"""What models ranked first: one prediction per expression, written by the batch, replaced by the next run.

Predictions are no decisions and touch none. They order the review queue, and tell after a run with other
models or parameters for which expressions another mask came first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from tas_desktop.domain.component import ComponentId
from tas_desktop.storage.models import Expression, PredictionRecord, SetupRecord
from tas_desktop.storage.prediction_rows import (
    ChangedFirst,
    Prediction,
    PredictionRow,
    Setup,
    UnpredictedExpression,
)
from tas_desktop.storage.prediction_writing import write_predictions
from tas_desktop.storage.referents import stored_mask
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from tas_desktop.domain.mask import Mask
    from tas_desktop.storage.transactions import Transactions

__all__ = ["Prediction", "Predictions", "Setup"]


class Predictions:
    """Reads and writes the predictions of one project."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def write(
        self, setup: Setup, predictions: Sequence[Prediction], *, annotator: str = "batch"
    ) -> tuple[int, ...]:
        """Write many in one transaction, in place of older ones of the same expressions.

        Marks their images as proposed and appends one event per image, so that other processes notice;
        the event belongs to the batch and is in nobody's undo stack. Expressions that were removed
        meanwhile are left out.

        Returns:
            Expressions for which another mask came first than before.
        """
        with self._transactions.write() as session:
            return write_predictions(session, setup, predictions, annotator=annotator)

    def of_image(self, image_id: int) -> list[PredictionRow]:
        """An image's predictions in list order, of any setup, removed expressions left out."""
        query = (
            select(PredictionRecord, SetupRecord, Expression.text.label("present"))
            .join(SetupRecord, SetupRecord.id == PredictionRecord.setup_id)
            .join(Expression, Expression.id == PredictionRecord.expression_id)
            .where(PredictionRecord.image_id == image_id, Expression.removed.is_(False))
            .order_by(Expression.position, Expression.id)
        )
        with self._transactions.read_records() as session:
            return [
                _prediction_row(record, setup, present) for record, setup, present in session.execute(query)
            ]

    def count(self) -> int:
        """Expressions that have a prediction for their present text."""
        query = (
            select(func.count())
            .select_from(PredictionRecord)
            .join(Expression, Expression.id == PredictionRecord.expression_id)
            .where(Expression.removed.is_(False), Expression.text == PredictionRecord.text)
        )
        with self._transactions.read() as connection:
            return int(connection.execute(query).scalar_one())

    def unpredicted(
        self, setup: Setup, *, image_id: int | None = None, undecided_only: bool = True
    ) -> list[UnpredictedExpression]:
        """Expressions without a prediction of this setup for their present text, by image and place.

        Args:
            setup: what the run ranks with.
            image_id: of this image only.
            undecided_only: leave alone what a person has decided.
        """
        query = select(Expression.id, Expression.image_id, Expression.text).order_by(
            Expression.image_id, Expression.position, Expression.id
        )
        with self._transactions.read() as connection:
            rows = connection.execute(
                _needing(connection, query, setup, image_id=image_id, undecided_only=undecided_only)
            )
            return [UnpredictedExpression(*row) for row in rows]

    def count_unpredicted(self, setup: Setup, *, undecided_only: bool = True) -> int:
        """How many expressions ``unpredicted`` would list."""
        query = select(func.count()).select_from(Expression)
        with self._transactions.read() as connection:
            query = _needing(connection, query, setup, image_id=None, undecided_only=undecided_only)
            return int(connection.execute(query).scalar_one())

    def changed(self, *, since: datetime | None = None) -> list[ChangedFirst]:
        """Expressions for which the newest prediction has another mask first than the one before.

        Args:
            since: only those predicted at this moment or later, such as the start of a run.
        """
        query = (
            select(PredictionRecord)
            .where(PredictionRecord.previous_counts.is_not(None))
            .order_by(PredictionRecord.image_id, PredictionRecord.expression_id)
        )
        if since is not None:
            query = query.where(PredictionRecord.created_at >= since)
        with self._transactions.read_records() as session:
            return [_changed(record) for record in session.scalars(query)]


def _needing(
    connection: Connection, query: Any, setup: Setup, *, image_id: int | None, undecided_only: bool
) -> Any:
    """Narrow a query over expressions to those without an up-to-date prediction of the setup."""
    setup_id = connection.execute(
        select(SetupRecord.id).where(SetupRecord.fingerprint == setup.fingerprint)
    ).scalar_one_or_none()
    outdated: ColumnElement[bool] = or_(
        PredictionRecord.expression_id.is_(None),
        PredictionRecord.setup_id != (0 if setup_id is None else setup_id),
        PredictionRecord.text != Expression.text,
    )
    wanted = [Expression.removed.is_(False), outdated]
    if undecided_only:
        wanted.append(Expression.status == ExpressionStatus.UNDECIDED)
    if image_id is not None:
        wanted.append(Expression.image_id == image_id)
    return query.outerjoin(PredictionRecord, PredictionRecord.expression_id == Expression.id).where(*wanted)


def _prediction_row(record: PredictionRecord, setup: SetupRecord, present: str) -> PredictionRow:
    prediction = Prediction(
        expression_id=record.expression_id,
        ranking_id=record.ranking_id,
        text=record.text,
        mask=_mask(record, record.counts),
        totals=tuple(record.totals),
        margin=record.margin,
        rivals=record.rivals,
        disagreement=record.disagreement,
        expression_kind=record.expression_kind,
    )
    made_with = Setup(
        method=setup.method,
        profile=setup.profile,
        components=tuple(ComponentId(*parts) for parts in setup.components),
        params=tuple((str(name), value) for name, value in setup.params),
    )
    return PredictionRow(
        prediction, record.image_id, made_with, record.created_at, is_current=record.text == present
    )


def _changed(record: PredictionRecord) -> ChangedFirst:
    before = stored_mask(record.height, record.width, record.previous_counts or "")
    after = _mask(record, record.counts)
    return ChangedFirst(record.expression_id, record.image_id, record.text, before, after)


def _mask(record: PredictionRecord, counts: str | None) -> Mask | None:
    return None if counts is None else stored_mask(record.height, record.width, counts)
