"""How well each candidate fits one direction word, as a log-likelihood (0 fits best).

A direction is a preference, not a wall: the left one of two things on the right is still "the left one",
and people say "left" of what is merely not right. Each place is a weighted sum of a few distances
(``engine.place_features``); the weights are those of greatest likelihood on human sentences of pictures with
an even id, printed by ``benchmarks/rectifier.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.engine.place_features import Group, measure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Direction
    from tas_desktop.engine.layout import Layout

WEIGHTS: Final[dict[Group, tuple[float, ...]]] = {
    Group.SIDE: (2.56, 1.92, 0.01, 1.86, 4.32),
    Group.FAR_SIDE: (2.96, 4.22, 0.69, 3.8, 0.31),
    Group.TOP: (1.35, 5.42, 0.05, 0.03, 1.29),
    Group.BOTTOM: (0.86, 5.87, 0.47, 0.09, 0.07),
    Group.FAR_HEIGHT: (2.24, 1.37, 0.16, 0.11, 0.17),
    Group.NAMED_CORNER: (1.62, 2.43, 0.84, 4.72, 0.19, 3.06),
    Group.ANY_CORNER: (7.69,),
    Group.MIDDLE: (4.41, 7.21, 0.78, 0.05, 0.26),
    Group.SIZE: (0.92, 2.25, 0.0),
    Group.SIZE_EXTREME: (1.83, 3.16, 0.09),
    Group.FRONT: (1.45, 0.86, 0.05, 2.18, 0.07),
    Group.BACK: (0.9, 3.3, 0.01, 4.18, 0.07),
    Group.NEAREST: (0.97, 2.9, 0.2, 2.84, 0.54),
    Group.FARTHEST: (1.57, 0.4, 0.01, 1.52, 0.04),
    Group.ORDINAL: (0.88, 1.14),
}
"""Cost per unit of each distance of a group, in the order of ``place_features``."""


def place_costs(
    layout: Layout, direction: Direction, *, things: NDArray[np.intp] | None = None
) -> NDArray[np.float64]:
    """Cost of each candidate under the places of a direction, shape (N,), at least 0."""
    if things is None:
        things = layout.things()
    cost_n = np.zeros(len(layout))
    for group, distances_kn in measure(layout, direction, things=things):
        cost_n += np.asarray(WEIGHTS[group]) @ distances_kn
    return cost_n
