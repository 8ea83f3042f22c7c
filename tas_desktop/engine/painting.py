"""What a brush, a polygon and filled holes cover, in boxes of their own size.

A pixel counts as covered where its centre is. Nothing here touches more pixels than the stroke's box
has, so that painting on a picture of any size costs what the stroke costs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.patch import Patch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.prompt import PointXy

_NOTHING = np.zeros((0, 0), bool)


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
    columns = np.arange(left, right, dtype=np.float32) + np.float32(0.5)
    rows = (np.arange(top, bottom, dtype=np.float32) + np.float32(0.5))[:, None]
    inside = _distance_squared(rows, columns, start_xy, end_xy) <= radius * radius
    for x, y in (start_xy, end_xy):
        if left <= x < right and top <= y < bottom:
            inside[int(y) - top, int(x) - left] = True
    return Patch(left, top, inside)


def fill_polygon(corners_xy: Sequence[PointXy], *, height: int, width: int) -> Patch:
    """Pixel centres inside a closed polygon, by the even-odd rule; fewer than three corners cover nothing.

    Args:
        corners_xy: in pixels; may lie outside the picture.
        height: rows of the picture.
        width: its columns.
    """
    if len(corners_xy) < 3:
        return Patch(0, 0, _NOTHING)
    corners = np.array(corners_xy, dtype=np.float64)
    left, top = (_clip(low, side) for low, side in zip(corners.min(0), (width, height), strict=True))
    right, bottom = (
        _clip(high + 1, side) for high, side in zip(corners.max(0), (width, height), strict=True)
    )
    if right <= left or bottom <= top:
        return Patch(left, top, _NOTHING)
    flips = np.zeros((bottom - top, right - left + 1), np.uint8)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        # Rows whose centre the edge crosses; the upper end counts and the lower does not.
        first, last = sorted((math.ceil(y0 - 0.5), math.ceil(y1 - 0.5)))
        rows = np.arange(max(first, top), min(last, bottom))
        if len(rows):
            crossing = x0 + (rows + 0.5 - y0) * (x1 - x0) / (y1 - y0)
            columns = np.ceil(crossing - 0.5).clip(left, right).astype(np.intp) - left
            flips[rows - top, columns] ^= 1  # each row once per edge
    inside = np.bitwise_xor.accumulate(flips, axis=1)[:, :-1].astype(bool)
    return Patch(left, top, inside)


def holes_of(inside_hw: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pixels that a mask encloses: background from which no way leads out through side neighbours.

    Args:
        inside_hw: the mask inside its tight box; beyond the box is background.
    """
    import cv2

    ground = np.pad(~inside_hw, 1, constant_values=True).astype(np.uint8)
    cv2.floodFill(ground, None, (0, 0), 2)
    holes: NDArray[np.bool_] = ground[1:-1, 1:-1] == 1
    return holes


def _distance_squared(
    rows: NDArray[np.float32], columns: NDArray[np.float32], start_xy: PointXy, end_xy: PointXy
) -> NDArray[np.float32]:
    """Squared distance of each pixel centre to the line between two points, (rows, columns)."""
    (x0, y0), (x1, y1) = start_xy, end_xy
    along_x, along_y = np.float32(x1 - x0), np.float32(y1 - y0)
    length = along_x * along_x + along_y * along_y
    dx, dy = columns - np.float32(x0), rows - np.float32(y0)
    if length > 0:
        share = ((dx * along_x + dy * along_y) / length).clip(0, 1)
        return np.asarray(np.square(dx - share * along_x) + np.square(dy - share * along_y))
    return np.asarray(np.square(dx) + np.square(dy))


def _clip(place: float, side: int) -> int:
    return min(max(math.floor(place), 0), side)
