"""Where an expression stands in a project, and how far two projects agree on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pycocotools import mask as coco_mask
from sqlalchemy import select

from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.storage.models import DecisionMask, DecisionRecord, Expression
from tas_desktop.storage.referents import SAME_REFERENT_IOU, stored_mask
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class Agreement(StrEnum):
    """How two outcomes of one expression compare."""

    SAME = "same"
    ONE_UNDECIDED = "one undecided"
    OTHER_MASK = "other mask"
    OTHER_DECISION = "other decision"
    OTHER_TEXT = "other text"
    REMOVED_BY_ONE = "removed by one"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An expression as a project has it.

    Attributes:
        removed: it is on no list any more.
        text, status: as listed.
        annotator: who made the standing decision; empty while undecided.
        masks: those of the standing decision.
    """

    removed: bool
    text: str
    status: ExpressionStatus
    annotator: str
    masks: tuple[Mask, ...]

    @property
    def words(self) -> str:
        """What was decided, for a note to a person."""
        return "removed" if self.removed else self.status.value


@dataclass(frozen=True, slots=True)
class Compared:
    """Two outcomes of one expression.

    Attributes:
        image_id, expression_id: in the project that was merged into.
        ours, theirs: the outcomes.
        agreement: how they compare.
        iou: of everything that either covers, in [0, 1]; None unless both have a mask.
    """

    image_id: int
    expression_id: int
    ours: Outcome
    theirs: Outcome
    agreement: Agreement
    iou: float | None

    @property
    def is_conflict(self) -> bool:
        """Whether a person has to choose."""
        return self.agreement not in (Agreement.SAME, Agreement.ONE_UNDECIDED)

    @property
    def both_decided(self) -> bool:
        """Whether there is something to measure agreement on."""
        undecided = ExpressionStatus.UNDECIDED
        return not (self.ours.removed or self.theirs.removed) and undecided not in (
            self.ours.status,
            self.theirs.status,
        )


def read_outcome(session: Session, expression_id: int) -> Outcome:
    """Where an expression stands."""
    row = session.get_one(Expression, expression_id)
    annotator = ""
    masks: tuple[Mask, ...] = ()
    if row.decision_id is not None:
        annotator = session.get_one(DecisionRecord, row.decision_id).annotator
        found = session.scalars(
            select(DecisionMask)
            .where(DecisionMask.decision_id == row.decision_id)
            .order_by(DecisionMask.ordinal)
        )
        masks = tuple(stored_mask(m.height, m.width, m.counts) for m in found)
    return Outcome(row.removed, row.text, ExpressionStatus(row.status), annotator, masks)


def compare(ours: Outcome, theirs: Outcome) -> tuple[Agreement, float | None]:
    """How two outcomes compare, and the IoU of their masks where both have some."""
    iou = covered_iou(ours.masks, theirs.masks) if ours.masks and theirs.masks else None
    if ours.removed or theirs.removed:
        return (Agreement.SAME if ours.removed == theirs.removed else Agreement.REMOVED_BY_ONE), None
    if ours.text != theirs.text:
        return Agreement.OTHER_TEXT, iou
    if ExpressionStatus.UNDECIDED in (ours.status, theirs.status):
        same = ours.status == theirs.status
        return (Agreement.SAME if same else Agreement.ONE_UNDECIDED), None
    if ours.status != theirs.status:
        return Agreement.OTHER_DECISION, iou
    if iou is not None and iou < SAME_REFERENT_IOU:
        return Agreement.OTHER_MASK, iou
    return Agreement.SAME, iou


def covered_iou(masks: Sequence[Mask], others: Sequence[Mask]) -> float:
    """IoU of what the masks cover together and what the others do; 0 where their images differ in size."""
    sizes = {(mask.height, mask.width) for mask in (*masks, *others)}
    if len(sizes) > 1:
        return 0.0
    together = [Mask.from_rle(coco_mask.merge([mask.to_rle() for mask in side])) for side in (masks, others)]
    return float(pairwise_iou(together[:1], together[1:])[0, 0])
