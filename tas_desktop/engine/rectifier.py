"""Our spatial rectifier: places, ordinals, sizes and relations as soft likelihoods.

Upstream's rule (``engine.rectifier_code``) throws away half of the candidates and, on relational
sentences, often the true one. Here every direction costs each candidate something, the costs of several
directions add up, and a candidate counts as *kept* while its cost stays near the cheapest one's: there is
always one that is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.domain.understanding import DirectionKind
from tas_desktop.engine.places import UNSEEN_ANCHOR, place_costs
from tas_desktop.engine.relations import relation_costs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Direction
    from tas_desktop.engine.layout import Layout

KEPT_WITHIN: Final = 1.5
"""Cost above the cheapest candidate's up to which one is still in the named region."""

_COSTLIEST: Final = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What the directions say about each of N candidates.

    Attributes:
        cost_n: float64, shape (N,), 0 for the best, at most 12.
        kept_n: bool, shape (N,): in the named region; at least one is.
    """

    cost_n: NDArray[np.float64]
    kept_n: NDArray[np.bool_]


def rectify(
    layout: Layout,
    directions: Sequence[Direction],
    *,
    anchors: Mapping[str, NDArray[np.float64]] | None = None,
    kept_within: float = KEPT_WITHIN,
) -> Verdict | None:
    """Weigh the candidates by all directions; None when there is nothing to choose between.

    Args:
        layout: N candidates.
        directions: what the expression says, in order.
        anchors: for each ``Direction.anchor`` the probability of each candidate to be it, shape (A, N)
            with a row for each phrase in it. What is left of one that is left out tends to be left of
            the rest as well: it counts as a weak side.
        kept_within: cost up to which a candidate counts as kept.
    """
    if len(layout) < 2 or not directions:
        return None
    things = layout.things()
    cost_n = np.zeros(len(layout))
    for direction in directions:
        if direction.kind is not DirectionKind.RELATION:
            one_n = place_costs(layout, direction, things=things)
        elif anchors and direction.anchor in anchors:
            one_n = relation_costs(layout, direction, anchors_an=anchors[direction.anchor])
        else:
            one_n = UNSEEN_ANCHOR * place_costs(layout, direction, things=things)
        cost_n += one_n - one_n.min()
    cost_n = np.minimum(cost_n - cost_n.min(), _COSTLIEST)
    return Verdict(cost_n, cost_n <= kept_within)
