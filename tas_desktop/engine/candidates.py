"""From scores to ordered candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.ranking import Candidate, Region

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.judged import Judgement
    from tas_desktop.engine.scoring import Scored


def order_candidates(
    analysis: ImageAnalysis, scored: Scored, judgement: Judgement, *, first_of_equals: bool
) -> tuple[Candidate, ...]:
    """Candidates, best first.

    Args:
        analysis: the image.
        scored: scores before the rectifier.
        judgement: what the rectifier took, and whom it put first among equals.
        first_of_equals: of equal scores the first proposal wins, as upstream; else the order of the
            proposals does not matter.
    """
    before_n, terms = scored.total_n, scored.terms
    total_n = before_n + judgement.spatial_n
    keys = [_tie_break(analysis, i, by_index=first_of_equals) for i in range(len(total_n))]
    first = judgement.winner
    order_before = sorted(range(len(total_n)), key=lambda i: (-before_n[i], keys[i]))
    order = sorted(
        order_before, key=lambda i: (-total_n[i], i != first, not judgement.kept_n[i], -before_n[i], keys[i])
    )
    rank_before = {index: place for place, index in enumerate(order_before, start=1)}
    return tuple(
        Candidate(
            proposal_index=i,
            proposal=analysis.proposals[i],
            rank=place,
            rank_before=rank_before[i],
            total=float(total_n[i]),
            v=float(terms.v_n[i]),
            p=float(terms.p_n[i]),
            n=float(terms.n_n[i]),
            spatial=float(judgement.spatial_n[i]),
            kept=bool(judgement.kept_n[i]),
            caption=analysis.captions[i] if analysis.captions else "",
            negatives=terms.negative_costs(i),
            prior=float(scored.prior_n[i]),
        )
        for place, i in enumerate(order, start=1)
    )


def _tie_break(analysis: ImageAnalysis, index: int, *, by_index: bool) -> tuple[float, float, str]:
    """Order among equal scores: upstream's is the first index, ours does not depend on the order."""
    if by_index:
        return float(index), 0.0, ""
    proposal = analysis.proposals[index]
    return -proposal.quality, -float(proposal.mask.area), proposal.mask.counts


def kept_regions(analysis: ImageAnalysis, judgement: Judgement) -> tuple[Region, ...]:
    """The box around everything that was kept, when the rectifier acted."""
    kept = np.flatnonzero(judgement.kept_n)
    if not judgement.acted or kept.size == 0:
        return ()
    boxes = np.array([analysis.proposals[i].mask.box_xywh for i in kept])
    x, y = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = (boxes[:, 0] + boxes[:, 2]).max(), (boxes[:, 1] + boxes[:, 3]).max()
    return (Region((float(x), float(y), float(right - x), float(bottom - y))),)
