"""Which decisions are to be made once more, blind, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.session.review.orders import shuffled
from tas_desktop.storage.review_values import EXPRESSION_STATUSES
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from tas_desktop.session.review.columns import QueueColumns

_CHECKABLE = tuple(
    EXPRESSION_STATUSES.index(status) for status in (ExpressionStatus.ACCEPTED, ExpressionStatus.NO_TARGET)
)


@dataclass(frozen=True, slots=True)
class BackCheckPlan:
    """How much is checked.

    Attributes:
        share: of the decisions, in [0, 1]; 0 checks none.
        minutes: how long a decision rests first, so that it is judged and not remembered.
        seed: which decisions are chosen, the same ones each time.
    """

    share: float = 0.0
    minutes: float = 30.0
    seed: int = 0

    @property
    def gap(self) -> int:
        """Decisions between two checks at least: after a long rest many are due at once."""
        return max(1, round(0.5 / self.share)) if self.share > 0 else 0


@dataclass(frozen=True, slots=True)
class DueCheck:
    """A decision that is due."""

    image_id: int
    expression_id: int
    decision_id: int


def find_due(
    columns: QueueColumns, plan: BackCheckPlan, *, now: float, whatever_age: bool = False
) -> list[DueCheck]:
    """Standing decisions that were chosen, have rested and were not checked yet, in an order hard to guess.

    Args:
        columns: the queue's table.
        plan: how much is checked.
        now: seconds since 1970. A decision from the future (a clock that jumped) has not rested.
        whatever_age: also those that have not rested.
    """
    table = columns.expressions
    chosen = np.isin(table.statuses, _CHECKABLE) & (table.checks == 0) & (table.decision_ids != 0)
    if not whatever_age:
        chosen &= now - table.decided_at >= 60 * plan.minutes
    rows = np.flatnonzero(chosen)
    draws = shuffled(table.decision_ids[rows], seed=plan.seed)
    kept = draws < plan.share
    rows = rows[kept][np.argsort(draws[kept], kind="stable")]
    images = columns.images.ids[columns.image_of[rows]]
    return [
        DueCheck(image_id, expression_id, decision_id)
        for image_id, expression_id, decision_id in zip(
            images.tolist(),
            table.expression_ids[rows].tolist(),
            table.decision_ids[rows].tolist(),
            strict=True,
        )
    ]
