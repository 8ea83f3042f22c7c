"""How sure a ranking is, beside its margin: rivals of the target's name, and terms that differ."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine import texts
from tas_desktop.engine.layout import SAME_THING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.domain.ranking import Candidate, Ranking
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.ports import SynonymSource

CONTENDERS: Final = 5
"""Candidates that the terms choose between: far down the list a term prefers what nobody means."""


def disagreement(ranking: Ranking) -> float:
    """How far V, P and N differ on who should be first, in [0, 1].

    Each term names its favourite among the first five candidates; what is given is the mean of 1 - IoU over
    the pairs of favourites. A term that tells no candidate from another has no say; 0 with fewer than two.
    """
    contenders = ranking.candidates[:CONTENDERS]
    terms: tuple[Callable[[Candidate], float], ...] = (lambda c: c.v, lambda c: c.p, lambda c: c.n)
    favourites = [f.proposal.mask for term in terms if (f := _favourite(contenders, term)) is not None]
    pairs = list(combinations(favourites, 2))
    if not pairs:
        return 0.0
    return sum(1.0 - float(pairwise_iou([one], [other])[0, 0]) for one, other in pairs) / len(pairs)


def find_rivals(
    analysis: ImageAnalysis,
    candidates: Sequence[Candidate],
    understood: Understanding,
    *,
    synonyms: SynonymSource,
    rule: str,
) -> tuple[int, ...] | None:
    """Proposals of other things whose captions have the target's head noun, in the order of the ranking.

    Several masks of one thing count once, and masks of the first candidate's thing not at all.

    Returns:
        Indices into ``analysis.proposals``; None where nothing can be said: no captions, or no head noun.
    """
    if not analysis.captions or not understood.head or not candidates:
        return None
    following = [candidate.proposal_index for candidate in candidates[1:]]
    # This runs at every key, and many masks share a caption: each is asked about once.
    captions = {analysis.captions[index] for index in following}
    named = {c for c in captions if texts.are_near(synonyms, c, understood.target, rule=rule)}
    counted = [candidates[0].proposal_index]
    for index in following:
        if analysis.captions[index] not in named:
            continue
        if not (analysis.shared_nn[index, counted] > SAME_THING).any():
            counted.append(index)
    return tuple(counted[1:])


def _favourite(contenders: Sequence[Candidate], term: Callable[[Candidate], float]) -> Candidate | None:
    """The candidate that a term alone would put first; None where it finds all alike."""
    values = [term(candidate) for candidate in contenders]
    if not values or max(values) == min(values):
        return None
    return contenders[values.index(max(values))]
