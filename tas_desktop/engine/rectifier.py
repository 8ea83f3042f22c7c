"""Our spatial rectifier: places, ordinals, sizes and relations as soft evidence.

Upstream's rule (``engine.rectifier_code``) throws away half of the candidates and, on relational
sentences, often the true one. Here each direction makes every candidate so many times likelier or less
likely; the evidence of several directions multiplies; and since a word of place is sometimes said of
something else, no direction may speak more strongly than its doubt allows. A candidate counts as *kept*
unless the evidence makes it much less likely than it was: there is always one that is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.domain.understanding import DirectionKind
from tas_desktop.engine.places import place_costs
from tas_desktop.engine.relations import relation_costs, unseen_share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Direction
    from tas_desktop.engine.layout import Layout

LEAST_GAIN: Final = 0.28
"""A candidate is kept while the directions leave it at least this share of the likelihood it had.

Between keeping the true one and leaving few this is the best kind of threshold: with N alike candidates it
asks for a probability of at least ``LEAST_GAIN / N``.
"""

DOUBT: Final = 0.01
"""How often a direction is said of something else than the target."""

LOOSE_SHARE: Final = 0.5
"""Share of a place's cost that is left where it may be said of another thing."""


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What the directions say about each of N candidates.

    Attributes:
        cost_n: float64, shape (N,), 0 for the best: what the evidence speaks less for a candidate than
            for the best one, as a logarithm.
        gain_n: float64, shape (N,): logarithm of how many times likelier each became, all kinds alike.
        kept_n: bool, shape (N,): in the named region; at least one is.
    """

    cost_n: NDArray[np.float64]
    gain_n: NDArray[np.float64]
    kept_n: NDArray[np.bool_]


def rectify(
    layout: Layout,
    directions: Sequence[Direction],
    *,
    anchors: Mapping[str, NDArray[np.float64]] | None = None,
    least_gain: float = LEAST_GAIN,
    weights: Mapping[DirectionKind, float] = MappingProxyType({}),
) -> Verdict | None:
    """Weigh the candidates by all directions; None when there is nothing to choose between.

    Args:
        layout: N candidates.
        directions: what the expression says, in order.
        anchors: for each ``Direction.anchor`` the probability of each candidate to be it, shape (A, N)
            with a row for each phrase in it. What is left of one that is left out tends to be left of
            the rest as well: it counts as a weak side.
        least_gain: share of its likelihood from which a candidate counts as kept.
        weights: how much more than 1 a kind of direction speaks in what candidates cost; what is kept
            does not depend on it.
    """
    if len(layout) < 2 or not directions:
        return None
    things = layout.things()
    gain_n, weighed_n = np.zeros(len(layout)), np.zeros(len(layout))
    for direction in directions:
        if direction.kind is not DirectionKind.RELATION:
            share = LOOSE_SHARE if direction.loose else 1.0
            cost_n = share * place_costs(layout, direction, things=things)
        elif anchors and direction.anchor in anchors:
            cost_n = relation_costs(layout, direction, anchors_an=anchors[direction.anchor])
        else:
            cost_n = unseen_share(direction) * place_costs(layout, direction, things=things)
        fit_n = np.exp(_against_mean(layout, -cost_n, things))
        evidence_n = np.log((1.0 - DOUBT) * fit_n + DOUBT)
        gain_n += evidence_n
        weighed_n += weights.get(direction.kind, 1.0) * evidence_n
    gain_n = _against_mean(layout, gain_n, things)
    kept_n = (gain_n >= np.log(least_gain)) | (gain_n == gain_n.max())
    return Verdict(weighed_n.max() - weighed_n, gain_n, kept_n)


def _against_mean(
    layout: Layout, evidence_n: NDArray[np.float64], things: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Logarithms less that of their mean over the plausible things, each as far as it is one."""
    log_likely_t = np.log(layout.likely_n[things])
    mean = np.logaddexp.reduce(evidence_n[things] + log_likely_t) - np.logaddexp.reduce(log_likely_t)
    return np.asarray(evidence_n - mean, dtype=np.float64)
