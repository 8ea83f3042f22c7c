"""Blind back-checks: the same expression decided once more, without sight of the first decision.

A check changes no decision. It stores how far the two agree: the IoU of what was painted, and whether
both name the same object.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from pycocotools import mask as coco_mask
from sqlalchemy import select

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.storage.models import BackCheckRecord, DecisionMask, DecisionRecord, Expression, Referent
from tas_desktop.storage.referents import live_referents, stored_mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from tas_desktop.storage.transactions import Transactions

SAME_OBJECT_IOU = 0.5  # COCO's and RefCOCO's own bar for "the same object"


@dataclass(frozen=True, slots=True)
class BackCheck:
    """An answer to be compared with a decision.

    Attributes:
        decision_id: the decision checked.
        action: what was decided this time.
        annotator: who decided this time.
        masks: what was painted; empty without a referent.
        seconds_spent: time in front of it.
    """

    decision_id: int
    action: DecisionAction
    annotator: str
    masks: tuple[Mask, ...] = ()
    seconds_spent: float = 0.0


class BackCheckRow(NamedTuple):
    """A check as the project keeps it.

    Attributes:
        decision_id, expression_id, image_id: what was checked.
        decided_by, checked_by: annotators of the decision and of the check.
        action: what was decided the second time.
        iou: of both masks, several of one decision taken together, in [0, 1]; 1 where both say that there
            is no such object, 0 where only one does.
        same_referent: both name the same object: IoU >= 0.5, and no other referent of the picture overlaps
            the second mask more; or both say that there is none.
        created_at: when it was checked.
    """

    decision_id: int
    expression_id: int
    image_id: int
    decided_by: str
    checked_by: str
    action: DecisionAction
    iou: float
    same_referent: bool
    created_at: datetime


class BackChecks:
    """Writes and reads the checks of one project."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def record(self, check: BackCheck) -> BackCheckRow:
        """Compare an answer with its decision and commit what came out.

        Raises:
            LookupError: there is no such decision.
        """
        now = datetime.now(UTC)
        with self._transactions.write() as session:
            decision = session.get(DecisionRecord, check.decision_id)
            if decision is None:
                raise LookupError(f"there is no decision {check.decision_id}")
            image_id = session.get_one(Expression, decision.expression_id).image_id
            again = _joined(check.masks)
            iou, same = _compare(session, decision, check, again=again, image_id=image_id)
            session.add(
                BackCheckRecord(
                    decision_id=check.decision_id,
                    annotator=check.annotator,
                    action=check.action,
                    iou=iou,
                    same_referent=same,
                    seconds_spent=check.seconds_spent,
                    height=again.height if again else None,
                    width=again.width if again else None,
                    counts=again.counts if again else None,
                    created_at=now,
                )
            )
            return BackCheckRow(
                decision_id=check.decision_id,
                expression_id=decision.expression_id,
                image_id=image_id,
                decided_by=decision.annotator,
                checked_by=check.annotator,
                action=check.action,
                iou=iou,
                same_referent=same,
                created_at=now,
            )

    def list_all(self) -> list[BackCheckRow]:
        """Every check, oldest first, those of decisions that no longer stand included."""
        query = (
            select(
                BackCheckRecord.decision_id,
                DecisionRecord.expression_id,
                Expression.image_id,
                DecisionRecord.annotator,
                BackCheckRecord.annotator.label("checked_by"),
                BackCheckRecord.action,
                BackCheckRecord.iou,
                BackCheckRecord.same_referent,
                BackCheckRecord.created_at,
            )
            .join(DecisionRecord, DecisionRecord.id == BackCheckRecord.decision_id)
            .join(Expression, Expression.id == DecisionRecord.expression_id)
            .order_by(BackCheckRecord.id)
        )
        with self._transactions.read() as connection:
            return [
                BackCheckRow(*row[:5], DecisionAction(row.action), *row[6:])
                for row in connection.execute(query)
            ]


def _compare(
    session: Session, decision: DecisionRecord, check: BackCheck, *, again: Mask | None, image_id: int
) -> tuple[float, bool]:
    """IoU and whether both name the same object."""
    query = select(DecisionMask).where(DecisionMask.decision_id == decision.id)
    first = list(session.scalars(query.order_by(DecisionMask.ordinal)))
    before = _joined([stored_mask(row.height, row.width, row.counts) for row in first])
    if before is None or again is None:
        agreed = before is again and decision.action == check.action
        return float(agreed), agreed
    if (before.height, before.width) != (again.height, again.width):
        return 0.0, False  # the picture was replaced meanwhile
    iou = float(pairwise_iou([before], [again])[0, 0])
    own = {row.referent_id for row in first}
    others = [
        row.mask
        for row in live_referents(session.connection(), Referent.image_id == image_id)
        if row.referent_id not in own and (row.mask.height, row.mask.width) == (again.height, again.width)
    ]
    nearer = pairwise_iou([again], others).max(initial=0.0)
    return iou, iou >= SAME_OBJECT_IOU and bool(iou >= nearer)


def _joined(masks: Sequence[Mask]) -> Mask | None:
    """All masks of one decision as one, or None without any."""
    if not masks:
        return None
    return Mask.from_rle(coco_mask.merge([mask.to_rle() for mask in masks]))
