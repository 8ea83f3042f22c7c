"""What a project had on an image before an import."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.storage.models import DecisionMask, Expression, Referent
from tas_desktop.storage.referents import SAME_REFERENT_IOU, live_referents, stored_mask
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy.orm import Session


class StandingExpression(NamedTuple):
    """An expression on the image's list, with the masks of its standing decision."""

    expression_id: int
    text: str
    status: ExpressionStatus
    masks: frozenset[Mask]


class Standing:
    """An image's expressions and referents; each is matched with one thing of a file at most.

    Attributes:
        next_position: first free place of the image's list.
    """

    def __init__(
        self, expressions: list[StandingExpression], referents: dict[int, Mask], *, next_position: int
    ) -> None:
        self._by_text: dict[str, list[StandingExpression]] = {}
        for row in expressions:
            self._by_text.setdefault(row.text, []).append(row)
        self._referents = dict(referents)
        self.next_position = next_position

    def take_same(self, text: str, masks: Collection[Mask] | None) -> StandingExpression | None:
        """One of this text and exactly these masks; whatever its masks where they are None."""
        wanted = None if masks is None else frozenset(masks)
        return self._take(text, lambda row: wanted is None or (bool(wanted) and row.masks == wanted))

    def take_no_target(self, text: str) -> StandingExpression | None:
        """One of this text for which it was decided that there is no such object."""
        return self._take(text, lambda row: row.status is ExpressionStatus.NO_TARGET)

    def take_undecided(self, text: str) -> StandingExpression | None:
        """One of this text that nobody has decided."""
        return self._take(text, lambda row: row.status is ExpressionStatus.UNDECIDED)

    def take_any(self, text: str) -> StandingExpression | None:
        """One of this text."""
        return self._take(text, lambda _row: True)

    def take_referent(self, mask: Mask) -> int | None:
        """The referent that a mask shows, by IoU >= 0.9 (product.md, "Same referent, one ref")."""
        same_size = {
            number: other
            for number, other in self._referents.items()
            if (other.height, other.width) == (mask.height, mask.width)
        }
        if not same_size:
            return None
        overlaps = pairwise_iou([mask], list(same_size.values()))[0]
        overlap, number = max(
            zip(overlaps.tolist(), same_size, strict=True), key=lambda pair: (pair[0], -pair[1])
        )
        if overlap < SAME_REFERENT_IOU:
            return None
        del self._referents[number]
        return number

    def _take(self, text: str, fits: Callable[[StandingExpression], bool]) -> StandingExpression | None:
        rows = self._by_text.get(text, [])
        found = next((row for row in rows if fits(row)), None)
        if found is not None:
            rows.remove(found)
        return found


NOTHING_STANDING_AT = 0
"""First free place of an empty list."""


def read_standing(session: Session, image_id: int, *, newest_expression_id: int) -> Standing:
    """What was on an image; expressions above that id came with the import itself.

    Raises:
        ProjectDamaged: a mask cannot be read.
    """
    rows = session.execute(
        select(
            Expression.id,
            Expression.text,
            Expression.status,
            DecisionMask.height,
            DecisionMask.width,
            DecisionMask.counts,
        )
        .outerjoin(DecisionMask, DecisionMask.decision_id == Expression.decision_id)
        .where(
            Expression.image_id == image_id,
            Expression.removed.is_(False),
            Expression.id <= newest_expression_id,
        )
        .order_by(Expression.position, Expression.id, DecisionMask.ordinal)
    )
    expressions = []
    for number, group in groupby(rows, key=attrgetter("id")):
        found = list(group)
        masks = frozenset(stored_mask(row.height, row.width, row.counts) for row in found if row.counts)
        expressions.append(
            StandingExpression(number, found[0].text, ExpressionStatus(found[0].status), masks)
        )
    last = select(func.coalesce(func.max(Expression.position), -1)).where(Expression.image_id == image_id)
    referents = live_referents(session.connection(), Referent.image_id == image_id) if expressions else ()
    return Standing(
        expressions,
        {row.referent_id: row.mask for row in referents},
        next_position=session.scalars(last).one() + 1,
    )
