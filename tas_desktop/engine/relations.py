"""How well each candidate stands in a relation to an anchor that is itself only likely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.domain.understanding import Place
from tas_desktop.engine.layout import SAME_THING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Direction
    from tas_desktop.engine.layout import Layout

SHARPNESS: Final = 0.04
"""Shift, as a share of the picture's side, over which "left of" turns from unlikely to likely."""

DISTANCE_COST: Final = 2.0
"""Cost per picture diagonal between centres: people name the anchor next to the thing."""

_UNSEEN_SHARES: Final = {Place.NEAR: 0.0, Place.FRONT: 0.1, Place.BACK: 0.6, Place.BETWEEN: 0.4}
_UNSEEN_SHARE: Final = 0.5


def unseen_share(direction: Direction) -> float:
    """Share of a place's cost that is left when what it is measured from cannot be found.

    What is left of one thing tends to be left of the rest; what is next to one may be anywhere.
    """
    return _UNSEEN_SHARES.get(direction.places[0], _UNSEEN_SHARE)


_LOWEST: Final = -12.0


def relation_costs(
    layout: Layout, direction: Direction, *, anchors_an: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Cost of each candidate, shape (N,), at least 0.

    Args:
        layout: the candidates.
        direction: a relation.
        anchors_an: for each of A >= 1 anchor phrases the probability of each candidate to be it, shape
            (A, N), rows summing to 1; only "between" has two.
    """
    if Place.BETWEEN in direction.places:
        return _between_costs(layout, anchors_an)
    anchor_n = anchors_an[0]
    fit_nn = np.zeros((len(layout), len(layout)))
    for place in direction.places:
        fit_nn += _fit(layout, place)
    gap_nn = _distances(layout.centres_xy, layout.centres_xy)
    fit_nn -= DISTANCE_COST * gap_nn
    # A thing is not its own anchor, nor is a part of it.
    fit_nn[layout.shared_nn > SAME_THING] = _LOWEST
    weighed_nn = np.log(np.maximum(anchor_n, 1e-9))[None, :] + np.maximum(fit_nn, _LOWEST)
    fit_n = np.logaddexp.reduce(weighed_nn, axis=1)
    return np.asarray(fit_n.max() - fit_n, dtype=np.float64)


def _fit(layout: Layout, place: Place) -> NDArray[np.float64]:
    """Log-likelihood that row candidate stands so to column candidate, shape (N, N), at most 0."""
    x_n, y_n = layout.centres_xy.T
    foot_n = layout.boxes_xyxy[:, 3]
    size_n = np.log(layout.area_n) / 4.0
    # The row candidate has the smaller value.
    value_n = {
        Place.LEFT: x_n,
        Place.RIGHT: -x_n,
        Place.TOP: y_n,
        Place.BOTTOM: -y_n,
        Place.BACK: foot_n,
        Place.FRONT: -foot_n,
        Place.SMALL: size_n,
        Place.LARGE: -size_n,
    }.get(place)
    if value_n is None:  # near, in the middle of: the distance between centres says it
        return -2.0 * DISTANCE_COST * _distances(layout.centres_xy, layout.centres_xy)
    ahead_nn = (value_n[None, :] - value_n[:, None]) / SHARPNESS
    return np.asarray(-np.logaddexp(0.0, -ahead_nn), dtype=np.float64)  # log of the logistic function


def _between_costs(layout: Layout, anchors_an: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance from the midpoint of the two likeliest anchors that are different things."""
    first = int(np.argmax(anchors_an[0]))
    apart_n = layout.shared_nn[first] <= SAME_THING
    if not apart_n.any():
        return np.zeros(len(layout))
    second = int(np.argmax(np.where(apart_n, anchors_an[-1], -1.0)))
    midpoint_xy = layout.centres_xy[[first, second]].mean(axis=0, keepdims=True)
    cost_n = 4 * DISTANCE_COST * _distances(layout.centres_xy, midpoint_xy)[:, 0]
    anchor_n = (layout.shared_nn[[first, second]] > SAME_THING).any(axis=0)
    return np.where(anchor_n, cost_n - _LOWEST / 2, cost_n)


def _distances(from_xy: NDArray[np.float64], to_xy: NDArray[np.float64]) -> NDArray[np.float64]:
    shift = from_xy[:, None, :] - to_xy[None, :, :]
    return np.asarray(np.hypot(shift[..., 0], shift[..., 1]) / np.sqrt(2.0), dtype=np.float64)
