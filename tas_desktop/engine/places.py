"""How well each candidate fits one direction word, as a log-likelihood (0 fits best).

A direction is a preference, not a wall: the left one of two things on the right is still "the left one",
and people say "left" of what is merely not right. Each place is a weighted sum of a few distances
(``engine.place_features``).
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
    Group.SIDE: (2.53, 1.9, 0.02, 1.68, 3.63),
    Group.FAR_SIDE: (2.78, 4.13, 0.77, 3.22, 0.31),
    Group.TOP: (0.42, 5.5, 0.07, 0.06, 0.86),
    Group.BOTTOM: (0.8, 5.55, 0.47, 0.14, 0.12),
    Group.FAR_HEIGHT: (1.87, 1.64, 0.26, 0.16, 0.22),
    Group.NAMED_CORNER: (1.66, 3.16, 0.87, 3.27, 0.21, 2.88),
    Group.ANY_CORNER: (6.86,),
    Group.MIDDLE: (4.14, 7.18, 0.87, 0.1, 0.24),
    Group.SIZE: (0.96, 2.14, 0.01),
    Group.SIZE_EXTREME: (1.83, 2.67, 0.14),
    Group.FRONT: (1.27, 1.35, 0.04, 1.56, 0.12),
    Group.BACK: (0.87, 3.43, 0.02, 3.28, 0.13),
    Group.NEAREST: (1.23, 2.54, 0.18, 1.62, 0.39),
    Group.FARTHEST: (1.42, 0.89, 0.01, 1.32, 0.08),
    Group.ORDINAL: (0.85, 1.13),
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
