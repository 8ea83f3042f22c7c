"""How sure a ranking is, beside its margin and rivals: what the review queue orders and counts by."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.domain.understanding import DirectionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.domain.ranking import Candidate, Ranking
    from tas_desktop.domain.understanding import Understanding

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


def kind_of(understood: Understanding) -> str:
    """How an expression singles out its referent, in one word, by the strongest means it uses.

    ``relation``, ``ordinal``, ``superlative``, ``position``, ``attribute`` (the noun and something about
    it), ``noun`` (the noun alone), or ``other`` where no noun was found.
    """
    kinds = {direction.kind for direction in understood.directions}
    for kind, word in _BY_DIRECTION.items():
        if kind in kinds:
            return word
    if not understood.head:
        return "other"
    articles = {"a", "an", "the"}
    return "noun" if len(set(understood.text.lower().split()) - articles) <= 1 else "attribute"


_BY_DIRECTION: Final = {
    DirectionKind.RELATION: "relation",
    DirectionKind.ORDINAL: "ordinal",
    DirectionKind.SUPERLATIVE: "superlative",
    DirectionKind.ABSOLUTE: "position",
}


def _favourite(contenders: Sequence[Candidate], term: Callable[[Candidate], float]) -> Candidate | None:
    """The candidate that a term alone would put first; None where it finds all alike."""
    values = [term(candidate) for candidate in contenders]
    if not values or max(values) == min(values):
        return None
    return contenders[values.index(max(values))]
