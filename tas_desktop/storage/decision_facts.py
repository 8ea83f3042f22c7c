"""What the statistics count: every standing decision, without its masks."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from pycocotools import mask as coco_mask
from sqlalchemy import and_, func, select

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.storage.models import DecisionMask, DecisionRecord, Expression, PredictionRecord
from tas_desktop.storage.referents import stored_mask
from tas_desktop.storage.rows import ExpressionSource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from tas_desktop.storage.transactions import Transactions


class DecisionFact(NamedTuple):
    """A standing decision.

    Attributes:
        decision_id, expression_id, text, action, annotator, seconds_spent, created_at: as it was made.
        method: method of the ranking it was made on; empty without a ranking.
        source: who wrote the expression.
        kind: kind of expression by the prediction; empty where unknown.
        rank: rank of the candidate taken, 1-based; the last of them where several were; None where one
            was drawn by hand, and without a mask.
        edited: whether a mask was repaired.
        mask_count: masks of the decision.
        first_iou: IoU of the model's first mask with what was accepted, in [0, 1]; None without both.
    """

    decision_id: int
    expression_id: int
    text: str
    action: DecisionAction
    annotator: str
    seconds_spent: float
    created_at: datetime
    method: str
    source: ExpressionSource
    kind: str
    rank: int | None
    edited: bool
    mask_count: int
    first_iou: float | None


class DecisionFacts:
    """Reads them."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def iterate(self) -> Iterator[DecisionFact]:
        """Every standing decision on an expression that is not removed, oldest first."""
        with self._transactions.read() as connection:
            yield from _iterate(connection)


def _iterate(connection: Connection) -> Iterator[DecisionFact]:
    masks = groupby(connection.execute(_MASKS), key=attrgetter("decision_id"))
    pending = next(masks, None)
    for row in connection.execute(_DECISIONS):
        own: list[Any] = []
        while pending is not None and pending[0] <= row.id:
            if pending[0] == row.id:
                own = list(pending[1])
            pending = next(masks, None)
        yield DecisionFact(
            decision_id=row.id,
            expression_id=row.expression_id,
            text=row.text,
            action=DecisionAction(row.action),
            annotator=row.annotator,
            seconds_spent=row.seconds_spent,
            created_at=row.created_at,
            method=row.method or "",
            source=ExpressionSource(row.source),
            kind=row.expression_kind,
            rank=_last_rank(own),
            edited=any(mask.edited for mask in own),
            mask_count=len(own),
            first_iou=_first_iou(row, own),
        )


def _last_rank(masks: Sequence[Any]) -> int | None:
    ranks = [mask.candidate_rank for mask in masks]
    return max(ranks) if ranks and None not in ranks else None


def _first_iou(row: Any, masks: Sequence[Any]) -> float | None:
    """How well the model's first mask met what was accepted."""
    if not masks or row.first_counts is None:
        return None
    first = stored_mask(row.height, row.width, row.first_counts)
    accepted = [stored_mask(mask.height, mask.width, mask.counts) for mask in masks]
    if any((mask.height, mask.width) != (first.height, first.width) for mask in accepted):
        return None  # the picture was replaced meanwhile
    merged = Mask.from_rle(coco_mask.merge([mask.to_rle() for mask in accepted]))
    return float(pairwise_iou([first], [merged])[0, 0])


_STANDING = and_(Expression.decision_id == DecisionRecord.id, Expression.removed.is_(False))
_CURRENT = and_(PredictionRecord.expression_id == Expression.id, PredictionRecord.text == DecisionRecord.text)
_DECISIONS = (
    select(
        DecisionRecord.id,
        DecisionRecord.expression_id,
        DecisionRecord.text,
        DecisionRecord.action,
        DecisionRecord.annotator,
        DecisionRecord.seconds_spent,
        DecisionRecord.created_at,
        DecisionRecord.method,
        Expression.source,
        func.coalesce(PredictionRecord.expression_kind, "").label("expression_kind"),
        PredictionRecord.height,
        PredictionRecord.width,
        PredictionRecord.counts.label("first_counts"),
    )
    .join(Expression, _STANDING)
    .outerjoin(PredictionRecord, _CURRENT)
    .order_by(DecisionRecord.id)
)
_MASKS = (
    select(
        DecisionMask.decision_id,
        DecisionMask.candidate_rank,
        DecisionMask.edited,
        DecisionMask.height,
        DecisionMask.width,
        DecisionMask.counts,
    )
    .join(DecisionRecord, DecisionRecord.id == DecisionMask.decision_id)
    .join(Expression, _STANDING)
    .order_by(DecisionMask.decision_id, DecisionMask.ordinal)
)
