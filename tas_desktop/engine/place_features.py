"""How far each candidate is from what a direction word names, as a few plain distances.

Every distance is 0 or more and grows away from the named place; ``engine.places`` weighs them. A word is
measured in two ways that people mix: from the picture ("the left part") and from the other things of the
kind ("the left one"), so each coordinate is measured to the picture's edge and to the foremost plausible
thing, and things that come before are counted.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from tas_desktop.domain.understanding import Direction, DirectionKind, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.layout import Layout


class Group(StrEnum):
    """Direction words that share their weights; left shares with right, which mirrors it."""

    SIDE = "side"  # "left", "on the right"
    FAR_SIDE = "far-side"  # "leftmost", "far right"
    TOP = "top"
    BOTTOM = "bottom"
    FAR_HEIGHT = "far-height"  # "topmost", "very bottom"
    NAMED_CORNER = "named-corner"  # "top right", "bottom left corner"
    ANY_CORNER = "any-corner"  # "corner"
    MIDDLE = "middle"
    SIZE = "size"  # "big", "small"
    SIZE_EXTREME = "size-extreme"  # "largest", "tallest"
    FRONT = "front"
    BACK = "back"
    NEAREST = "nearest"  # "closest", "nearest to us"
    FARTHEST = "farthest"  # "furthest", "in the distance"
    ORDINAL = "ordinal"  # "second from the left"


class Measured(NamedTuple):
    """Distances of N candidates to one place.

    Attributes:
        group: whose weights they take.
        distances_kn: float64, shape (K, N), at least 0; K is the group's number of weights.
    """

    group: Group
    distances_kn: NDArray[np.float64]


NO_SPREAD: Final = 0.02
_ROUNDING: Final = 1e-9
"""Spread below which things count as level, as a share of the picture's side (or as a logarithm of areas)."""

_HORIZONTAL: Final = {Place.LEFT: 1.0, Place.RIGHT: -1.0}
_VERTICAL: Final = {Place.TOP: 1.0, Place.BOTTOM: -1.0}
_MIDDLES: Final = frozenset({Place.MIDDLE, Place.BETWEEN})


def measure(layout: Layout, direction: Direction, *, things: NDArray[np.intp]) -> list[Measured]:
    """Distances of each candidate from each place that a direction names.

    Args:
        layout: N candidates.
        direction: any; of a relation only the places are measured, as if said of the picture.
        things: ``layout.things()``.
    """
    if direction.kind is DirectionKind.ORDINAL:
        return [Measured(Group.ORDINAL, _ordinal(layout, direction, things))]
    extreme = direction.far or direction.kind is DirectionKind.SUPERLATIVE
    places = direction.places
    across = next((place for place in places if place in _HORIZONTAL), None)
    upright = next((place for place in places if place in _VERTICAL), None)
    if across is not None and upright is not None:
        rest = [place for place in places if place not in (across, upright, Place.CORNER)]
        corner = Measured(Group.NAMED_CORNER, _corner(layout, (across, upright), things))
        return [corner, *(_measure_one(layout, place, things, extreme=extreme) for place in rest)]
    return [_measure_one(layout, place, things, extreme=extreme) for place in places]


def _measure_one(layout: Layout, place: Place, things: NDArray[np.intp], *, extreme: bool) -> Measured:
    if place in _MIDDLES:
        return Measured(Group.MIDDLE, _middle(layout, things))
    if place is Place.CORNER:
        off_n = np.minimum(layout.centres_xy, 1.0 - layout.centres_xy).sum(axis=1)
        return Measured(Group.ANY_CORNER, np.maximum(off_n - off_n[things].min(), 0.0)[None, :])
    if place in (Place.LARGE, Place.SMALL):
        sign = -1.0 if place is Place.LARGE else 1.0
        group = Group.SIZE_EXTREME if extreme else Group.SIZE
        return Measured(group, _along(layout, sign * np.log(layout.area_n) / 4.0, things))
    if place in (Place.FRONT, Place.NEAR):
        group = Group.NEAREST if extreme or place is Place.NEAR else Group.FRONT
        return Measured(group, _depth(layout, things, sign=1.0))
    if place is Place.BACK:
        return Measured(Group.FARTHEST if extreme else Group.BACK, _depth(layout, things, sign=-1.0))
    if place in _HORIZONTAL:
        group = Group.FAR_SIDE if extreme else Group.SIDE
    elif extreme:
        group = Group.FAR_HEIGHT
    else:
        group = Group.TOP if place is Place.TOP else Group.BOTTOM
    return Measured(group, _side(layout, place, things))


def _side(layout: Layout, place: Place, things: NDArray[np.intp]) -> NDArray[np.float64]:
    """Along, then the nearer edge of the box, then how far beyond the picture's middle."""
    centre_n, edge_n = _coordinates(layout, place)
    return np.concatenate(
        [
            _along(layout, centre_n, things),
            _behind_first(edge_n, things)[None, :],
            np.maximum(centre_n - 0.5, 0.0)[None, :],
        ]
    )


def _corner(layout: Layout, places: tuple[Place, Place], things: NDArray[np.intp]) -> NDArray[np.float64]:
    """Along the diagonal, then the worse of the two axes, then how far beyond the middle of each."""
    centres_an = np.stack([_coordinates(layout, place)[0] for place in places])
    edges_an = np.stack([_coordinates(layout, place)[1] for place in places])
    extremes_an = np.stack([_along(layout, centre_n, things)[0] for centre_n in centres_an])
    return np.concatenate(
        [
            _along(layout, centres_an.mean(axis=0), things),
            _behind_first(edges_an.mean(axis=0), things)[None, :],
            np.maximum(centres_an - 0.5, 0.0).sum(axis=0)[None, :],
            extremes_an.max(axis=0)[None, :],
        ]
    )


def _along(layout: Layout, value_n: NDArray[np.float64], things: NDArray[np.intp]) -> NDArray[np.float64]:
    """Three distances along one coordinate, shape (3, N).

    Distance to the foremost plausible thing over the spread of all of them, in [0, 1]; the same distance
    as it is; how many plausible things come before.
    """
    first, last = value_n[things].min(), value_n[things].max()
    extreme_n = np.clip((value_n - first) / max(last - first, NO_SPREAD), 0.0, 1.0)
    return np.stack([extreme_n, _behind_first(value_n, things), layout.ahead_of(value_n, things)])


def _behind_first(value_n: NDArray[np.float64], things: NDArray[np.intp]) -> NDArray[np.float64]:
    """What looks like something else sets no standard: candidates before the first thing count as level."""
    return np.asarray(np.maximum(value_n - value_n[things].min(), 0.0), np.float64)


def _coordinates(layout: Layout, place: Place) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of centre and nearer box edge, growing away from the named side, in [0, 1] of the picture."""
    axis, sign = (0, _HORIZONTAL[place]) if place in _HORIZONTAL else (1, _VERTICAL[place])
    centre_n: NDArray[np.float64] = layout.centres_xy[:, axis]
    if sign > 0:
        return centre_n, layout.boxes_xyxy[:, axis]
    return 1.0 - centre_n, 1.0 - layout.boxes_xyxy[:, axis + 2]


def _middle(layout: Layout, things: NDArray[np.intp]) -> NDArray[np.float64]:
    """Off the middle of the things' extent, of the picture (across, down), and of their order."""
    x_n, y_n = layout.centres_xy.T
    across_n, down_n = _off_extent(x_n, things), _off_extent(y_n, things)
    row = np.ptp(x_n[things]) >= np.ptp(y_n[things]) - _ROUNDING  # as wide as high: a row, mirrored too
    along_n = x_n if row else y_n
    unbalanced_n = 0.5 * np.abs(layout.ahead_of(along_n, things) - layout.ahead_of(-along_n, things))
    return np.stack(
        [
            across_n if row else down_n,
            _behind_first(np.abs(x_n - 0.5), things),
            _behind_first(np.abs(y_n - 0.5), things),
            unbalanced_n,
            layout.ahead_of(np.hypot(x_n - 0.5, y_n - 0.5), things),
        ]
    )


def _off_extent(value_n: NDArray[np.float64], things: NDArray[np.intp]) -> NDArray[np.float64]:
    first, last = value_n[things].min(), value_n[things].max()
    off_n = np.abs(value_n - (first + last) / 2) / max(last - first, NO_SPREAD)
    return np.asarray(np.clip(off_n, 0.0, 1.0), np.float64)


def _depth(layout: Layout, things: NDArray[np.intp], *, sign: float) -> NDArray[np.float64]:
    """Nearer things stand lower in the picture and look larger: by feet, by size, and by both in order."""
    return np.stack(
        [
            *_along(layout, -sign * _nearness(layout), things),
            _behind_first(-sign * layout.boxes_xyxy[:, 3], things),
            _behind_first(-sign * np.log(layout.area_n) / 4.0, things),
        ]
    )


def _nearness(layout: Layout) -> NDArray[np.float64]:
    """In [0, 1]."""
    return np.asarray(0.6 * layout.boxes_xyxy[:, 3] + 0.4 * np.sqrt(layout.area_n), dtype=np.float64)


def _ordinal(layout: Layout, direction: Direction, things: NDArray[np.intp]) -> NDArray[np.float64]:
    """Off the place in the row that is named, as it is and at most one; from the left where no side is."""
    sides = [place for place in direction.places if place in _HORIZONTAL or place in _VERTICAL]
    value_n = _order_along(layout, (*sides, *direction.places)[0])
    off_n = np.abs(layout.ahead_of(value_n, things) - (direction.ordinal - 1))
    return np.stack([off_n, np.minimum(off_n, 1.0)])


def _order_along(layout: Layout, place: Place) -> NDArray[np.float64]:
    """What grows from the first thing on, counted from a place; from the left where it has no order."""
    if place in _HORIZONTAL or place in _VERTICAL:
        return _coordinates(layout, place)[0]
    if place in (Place.LARGE, Place.SMALL):
        return (-1.0 if place is Place.LARGE else 1.0) * np.log(layout.area_n) / 4.0
    if place in (Place.FRONT, Place.NEAR, Place.BACK):
        return (1.0 if place is Place.BACK else -1.0) * _nearness(layout)
    if place is Place.MIDDLE:
        return np.asarray(np.abs(layout.centres_xy[:, 0] - 0.5), dtype=np.float64)
    return _coordinates(layout, Place.LEFT)[0]
