"""How well each candidate fits one direction word, as a log-likelihood (0 fits best).

A direction is a preference, not a wall: the left one of two things on the right is still "the left one",
and people say "left" of what is merely not right. Each place is a weighted sum of a few distances whose
weights were fitted by maximum likelihood on human sentences with one direction (every other image of the
tables that ``benchmarks/rectifier.py`` reads), except for superlative sizes and corners, of which the
sentences have too few.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.domain.understanding import Direction, DirectionKind, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.layout import Layout


@dataclass(frozen=True, slots=True)
class Weights:
    """Cost per unit of each distance.

    Attributes:
        extreme: distance to the foremost plausible thing over the spread of all of them, in [0, 1].
        edge: distance to the picture's edge (or to its middle) over the picture's side, less that of the
            foremost plausible thing, in [0, 1]: what looks like something else sets no standard.
        rank: plausible things that come first.
    """

    extreme: float
    edge: float
    rank: float


SIDE: Final = Weights(extreme=1.3, edge=3.5, rank=0.3)
FAR: Final = Weights(extreme=0.9, edge=2.8, rank=1.7)
MIDDLE: Final = Weights(extreme=2.6, edge=5.6, rank=0.8)
SIZE: Final = Weights(extreme=1.7, edge=0.0, rank=0.1)
SIZE_EXTREME: Final = Weights(extreme=1.7, edge=0.0, rank=0.8)
DEPTH: Final = Weights(extreme=1.3, edge=2.1, rank=0.1)
ORDINAL_RANK: Final = 1.6
CORNER_EDGE: Final = 3.0
NO_SPREAD: Final = 0.02
"""Spread below which things count as level, as a share of the picture's side (or as a logarithm of areas)."""

UNSEEN_ANCHOR: Final = 0.5
"""Share of a side's cost that is left when what it is measured from cannot be found."""

_HORIZONTAL: Final = {Place.LEFT: 1.0, Place.RIGHT: -1.0}
_VERTICAL: Final = {Place.TOP: 1.0, Place.BOTTOM: -1.0}


def place_costs(
    layout: Layout, direction: Direction, *, things: NDArray[np.intp] | None = None
) -> NDArray[np.float64]:
    """Cost of each candidate under an absolute, superlative or ordinal direction, shape (N,), at least 0."""
    if things is None:
        things = layout.things()
    if direction.kind is DirectionKind.ORDINAL:
        return _ordinal_costs(layout, direction, things)
    extreme = direction.far or direction.kind is DirectionKind.SUPERLATIVE
    cost_n = np.zeros(len(layout))
    for place in direction.places:
        cost_n += _one_place(layout, place, things, extreme=extreme)
    return cost_n


def _one_place(
    layout: Layout, place: Place, things: NDArray[np.intp], *, extreme: bool
) -> NDArray[np.float64]:
    if place in (Place.MIDDLE, Place.BETWEEN):
        return _middle_costs(layout, things)
    if place is Place.CORNER:
        off_n = np.minimum(layout.centres_xy, 1.0 - layout.centres_xy).sum(axis=1)
        return np.asarray(CORNER_EDGE * np.maximum(off_n - off_n[things].min(), 0.0), dtype=np.float64)
    if place in (Place.LARGE, Place.SMALL):
        sign = -1.0 if place is Place.LARGE else 1.0
        return _side_costs(layout, sign * np.log(layout.area_n), things, SIZE_EXTREME if extreme else SIZE)
    if place in (Place.FRONT, Place.NEAR, Place.BACK):
        nearness_n = _nearness(layout)
        return _side_costs(layout, nearness_n if place is Place.BACK else 1.0 - nearness_n, things, DEPTH)
    return _side_costs(layout, _along(layout, place), things, FAR if extreme else SIDE)


def _along(layout: Layout, place: Place) -> NDArray[np.float64]:
    """Coordinate that grows away from the named side, in [0, 1]."""
    axis, sign = (0, _HORIZONTAL[place]) if place in _HORIZONTAL else (1, _VERTICAL[place])
    centre_n: NDArray[np.float64] = layout.centres_xy[:, axis]
    return centre_n if sign > 0 else 1.0 - centre_n


def _nearness(layout: Layout) -> NDArray[np.float64]:
    """Nearer things stand lower in the picture and look larger; in [0, 1]."""
    return np.asarray(0.6 * layout.boxes_xyxy[:, 3] + 0.4 * np.sqrt(layout.area_n), dtype=np.float64)


def _side_costs(
    layout: Layout, value_n: NDArray[np.float64], things: NDArray[np.intp], weights: Weights
) -> NDArray[np.float64]:
    first, last = value_n[things].min(), value_n[things].max()
    spread = max(last - first, NO_SPREAD)
    extreme_n = np.clip((value_n - first) / spread, 0.0, 1.0)
    edge_n = np.clip(value_n - first, 0.0, 1.0)
    rank_n = layout.ahead_of(value_n, things)
    return np.asarray(
        weights.extreme * extreme_n + weights.edge * edge_n + weights.rank * rank_n, dtype=np.float64
    )


def _middle_costs(layout: Layout, things: NDArray[np.intp]) -> NDArray[np.float64]:
    x_n = layout.centres_xy[:, 0]
    first, last = x_n[things].min(), x_n[things].max()
    spread = max(last - first, NO_SPREAD)
    extreme_n = np.clip(np.abs(x_n - (first + last) / 2) / spread, 0.0, 1.0)
    off_n = np.hypot(x_n - 0.5, 0.5 * (layout.centres_xy[:, 1] - 0.5))
    edge_n = np.maximum(off_n - off_n[things].min(), 0.0)
    unbalanced_n = 0.5 * np.abs(layout.ahead_of(x_n, things) - layout.ahead_of(-x_n, things))
    return np.asarray(
        MIDDLE.extreme * extreme_n + MIDDLE.edge * edge_n + MIDDLE.rank * unbalanced_n, dtype=np.float64
    )


def _ordinal_costs(layout: Layout, direction: Direction, things: NDArray[np.intp]) -> NDArray[np.float64]:
    """Distance of a candidate's place in the row from the one named; from the left where no side is."""
    place = next((p for p in direction.places if p in _HORIZONTAL or p in _VERTICAL), None)
    if place is not None:
        value_n = _along(layout, place)
    elif Place.LARGE in direction.places:
        value_n = -layout.area_n
    elif Place.SMALL in direction.places:
        value_n = layout.area_n
    else:
        value_n = _along(layout, Place.LEFT)
    before_n = layout.ahead_of(value_n, things)
    return ORDINAL_RANK * np.abs(before_n - (direction.ordinal - 1))
