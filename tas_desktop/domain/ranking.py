"""Candidates and their order for one expression."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.notice import Notice
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.domain.understanding import Understanding


@dataclass(frozen=True, slots=True)
class NegativeCost:
    """What one negative phrase cost a candidate (signed contribution to the total)."""

    phrase: str
    cost: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal with its scores for one expression.

    Attributes:
        proposal_index: index into ``ImageAnalysis.proposals``.
        proposal: the proposal itself.
        rank: 1-based place in the ranking.
        rank_before: 1-based place before the spatial rectifier acted.
        total: weighted sum after the rectifier's adjustment.
        v, p, n: the three terms as signed contributions to the total, weights applied
            (TAS eq. S = S_v + alpha S_p + lambda S_n).
        spatial: what the rectifier added or took.
        prior: what the mask itself gave, whatever the expression's other words: its maker's trust in it,
            or, where no network knows the picture, colour and size; ``v + p + n + prior`` is the total
            before the rectifier. 0 in upstream's presets.
        kept: False when the rectifier moved the candidate out of the named region.
        caption: caption of the proposal; empty when captions have not arrived.
        negatives: the negative phrases and what each cost, largest cost first.
    """

    proposal_index: int
    proposal: Proposal
    rank: int
    rank_before: int
    total: float
    v: float
    p: float
    n: float
    spatial: float
    kept: bool
    caption: str
    negatives: tuple[NegativeCost, ...] = ()
    prior: float = 0.0


@dataclass(frozen=True, slots=True)
class Region:
    """Where the rectifier looked, for shading on the canvas, in pixels of the upright image."""

    box_xywh: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ordered candidates of one expression on one image.

    Attributes:
        ranking_id: fingerprint of image, expression, parameters and components; a decision stores it.
        expression: the exact text ranked.
        method: ``tas``, ``tas-paper`` or ``tas-code``.
        candidates: best first.
        understood: what the parser made of the text.
        negatives: negative phrases in use.
        regions: where the rectifier looked; empty when it did not act.
        rectified: whether the rectifier acted.
        margin: total of the first minus the second candidate; 0 with fewer than two.
        rivals: proposals of other things with the target's head noun, best first; None where captions or a
            head noun are missing.
        components: everything that took part.
        notices: assumptions and limits.
        complete: False while captions are still missing (V only).
    """

    ranking_id: str
    expression: str
    method: str
    candidates: tuple[Candidate, ...]
    understood: Understanding
    negatives: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    rectified: bool = False
    margin: float = 0.0
    components: tuple[ComponentId, ...] = ()
    notices: tuple[Notice, ...] = ()
    complete: bool = True
    rivals: tuple[int, ...] | None = None
