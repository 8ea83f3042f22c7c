"""What the store of predictions takes and hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.component import ComponentId, fingerprint

if TYPE_CHECKING:
    from datetime import datetime

    from tas_desktop.domain.mask import Mask


@dataclass(frozen=True, slots=True)
class Setup:
    """What predictions are made with; equal setups give equal predictions.

    Attributes:
        method: ``tas``, ``tas-paper``, ...
        profile: name of the profile.
        components: models, parser and word source with their revisions.
        params: parameters of analysis and ranking by name.
    """

    method: str
    profile: str
    components: tuple[ComponentId, ...] = ()
    params: tuple[tuple[str, str | int | float | bool], ...] = ()

    @property
    def fingerprint(self) -> str:
        """32 hex digits, whatever the order of components and parameters."""
        parts = [[c.role, c.name, c.revision] for c in sorted(self.components)]
        return fingerprint(self.method, self.profile, parts, sorted(self.params, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one ranking said of an expression.

    Attributes:
        expression_id: the expression.
        ranking_id: ``Ranking.ranking_id``.
        text: the exact text ranked.
        mask: the first candidate's proposal; None where nothing was proposed.
        totals: totals of the first candidates, best first; five are kept.
        margin: total of the first minus the second candidate.
        rivals: other candidates whose caption has the target's head noun.
        disagreement: how far V, P and N differ on who is first, in [0, 1].
        expression_kind: kind of expression, such as ``direction``; empty where unknown.
    """

    expression_id: int
    ranking_id: str
    text: str
    mask: Mask | None
    totals: tuple[float, ...]
    margin: float
    rivals: int = 0
    disagreement: float = 0.0
    expression_kind: str = ""


class PredictionRow(NamedTuple):
    """A prediction as the project keeps it; ``is_current`` while the expression still has its text."""

    prediction: Prediction
    image_id: int
    setup: Setup
    created_at: datetime
    is_current: bool


class UnpredictedExpression(NamedTuple):
    """An expression that a run still has to rank."""

    expression_id: int
    image_id: int
    text: str


class ChangedFirst(NamedTuple):
    """An expression for which another proposal came first than in the run before."""

    expression_id: int
    image_id: int
    text: str
    before: Mask
    after: Mask | None
