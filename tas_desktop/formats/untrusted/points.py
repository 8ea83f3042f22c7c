"""Polygons as lists of ``[x, y]`` pairs, checked before cv2 or Pillow draw them."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tas_desktop.formats.untrusted.masks import MAX_POINTS
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown

_PAIR: Final = 2


def as_points(value: Any, *, height: int, width: int, item: str) -> NDArray[np.int32]:
    """Points of one polygon cut to whole pixels, int32, shape (n, 2) as x and y; one point at least.

    Raises:
        ItemRefused: it is no such list, too long, or leads far out of an image of that size.
    """
    if type(value) is not list or not value:
        raise ItemRefused(item, f"its points are {shown(value)}")
    if len(value) > MAX_POINTS:
        raise ItemRefused(item, f"it has {len(value):,} points, more than {MAX_POINTS:,}")
    flat: list[Any] = []
    for point in value:
        if type(point) is not list or len(point) != _PAIR:
            raise ItemRefused(item, f"{shown(point)} is no point with x and y")
        flat += point
    if not set(map(type, flat)) <= {int, float}:
        raise ItemRefused(item, "a point holds something that is no number")
    try:
        points_xy = np.array(flat, np.float64).reshape(-1, _PAIR)
    except OverflowError:
        points_xy = np.full((1, _PAIR), np.inf)
    if not np.isfinite(points_xy).all() or np.abs(points_xy).max() > 2 * max(height, width):
        raise ItemRefused(item, "a point leads far out of its image")
    return points_xy.astype(np.int32)  # towards zero, as the field's readers cut them
