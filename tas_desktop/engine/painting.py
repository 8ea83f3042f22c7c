"""What a brush and a polygon cover.

A pixel counts as covered where its centre is. A stroke touches no more pixels than its box has and a polygon
none but those on its outline, so that painting on a picture of any size costs what is painted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.patch import Patch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.prompt import PointXy

_NOTHING = np.zeros((0, 0), bool)
_SHORTEST = 1e-6  # pixels; the ends of a shorter line cover the same
_LEVEL = 1e-9  # slope that no picture is wide enough to show


def brush_line(start_xy: PointXy, end_xy: PointXy, *, diameter: float, height: int, width: int) -> Patch:
    """What a round brush covers that moves in a straight line: pixel centres within its radius.

    A brush below one pixel still covers the pixels under its two ends.

    Args:
        start_xy: where it begins; may lie outside the picture.
        end_xy: where it ends.
        diameter: in pixels.
        height: rows of the picture.
        width: its columns.
    """
    radius = diameter / 2
    (x0, y0), (x1, y1) = start_xy, end_xy
    left, top = _clip(min(x0, x1) - radius, width), _clip(min(y0, y1) - radius, height)
    right = _clip(max(x0, x1) + radius + 1, width)
    bottom = _clip(max(y0, y1) + radius + 1, height)
    if right <= left or bottom <= top:
        return Patch(left, top, _NOTHING)
    first, last = _reach(np.arange(top, bottom, dtype=np.float64) + 0.5, start_xy, end_xy, radius=radius)
    columns = np.arange(left, right) + 0.5
    inside = (columns >= first[:, None]) & (columns <= last[:, None])
    for x, y in (start_xy, end_xy):
        if left <= x < right and top <= y < bottom:
            inside[int(y) - top, int(x) - left] = True
    return Patch(left, top, inside)


def fill_polygon(corners_xy: Sequence[PointXy], *, height: int, width: int) -> Mask:
    """Pixel centres inside a closed polygon, by the even-odd rule; fewer than three corners cover nothing.

    Args:
        corners_xy: in pixels; may lie outside the picture.
        height: rows of the picture.
        width: its columns.
    """
    corners = np.array(corners_xy, dtype=np.float64).reshape(-1, 2)
    if len(corners) < 3:
        corners = corners[:0]
    after = np.roll(corners, -1, axis=0)
    # Columns whose centre an edge crosses; its left end counts and the right one does not.
    low, high = np.sort(
        np.ceil(np.stack((corners[:, 0], after[:, 0])) - 0.5).clip(0, width).astype(np.int64), 0
    )
    edge = np.repeat(np.arange(len(corners)), high - low)
    column = np.arange(len(edge)) - np.repeat(np.cumsum(high - low) - high, high - low)
    (x0, y0), (x1, y1) = corners[edge].T, after[edge].T
    crossing = y0 + (column + 0.5 - x0) * (y1 - y0) / (x1 - x0)
    # The way down a column goes in and out at the crossings; the foot of a column is the top of the next one.
    row = np.ceil(crossing - 0.5).clip(0, height).astype(np.int64)
    ends, times = np.unique(column * height + row, return_counts=True)
    return Mask.from_ends(ends[(times % 2 == 1) & (ends < height * width)], height=height, width=width)


def _reach(
    rows: NDArray[np.float64], start_xy: PointXy, end_xy: PointXy, *, radius: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where what lies within the radius of a line begins and ends in each row; nowhere: at inf, -inf.

    It is convex: in each row one stretch, from the leftmost to the rightmost of the two ends' discs and of
    what lies between them.
    """
    (x0, y0), (x1, y1) = start_xy, end_xy
    first, last = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    for x, y in (start_xy, end_xy):
        half = np.sqrt(np.maximum(radius**2 - np.square(rows - y), 0))
        met = np.abs(rows - y) <= radius
        first[met] = np.minimum(first, x - half)[met]
        last[met] = np.maximum(last, x + half)[met]
    length = math.hypot(x1 - x0, y1 - y0)
    if length > _SHORTEST:
        along_x, along_y, down = (x1 - x0) / length, (y1 - y0) / length, rows - y0
        # Beside the line: no further than the radius. Along it: neither before its start nor past its end.
        beside = _between(along_y, -down * along_x, -radius, radius)
        along = _between(along_x, down * along_y, 0.0, length)
        low, high = np.maximum(beside[0], along[0]) + x0, np.minimum(beside[1], along[1]) + x0
        met = low <= high
        first[met] = np.minimum(first, low)[met]
        last[met] = np.maximum(last, high)[met]
    return first, last


def _between(
    factor: float, rest: NDArray[np.float64], low: float, high: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Least and largest x with ``low <= factor * x + rest <= high``; inf, -inf where there is none."""
    if abs(factor) < _LEVEL:
        met = (rest >= low) & (rest <= high)
        return np.where(met, -np.inf, np.inf), np.where(met, np.inf, -np.inf)
    one, other = (low - rest) / factor, (high - rest) / factor
    return np.minimum(one, other), np.maximum(one, other)


def _clip(place: float, side: int) -> int:
    return min(max(math.floor(place), 0), side)
