"""Small corrections of a mask around one point: what looks like the point and lies near it changes sides.

A click near an outline means the few pixels between it and the outline, and no network knows how many.
The distance to the outline says how far the click reaches, the colour under it where it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.prompt import PointXy


@dataclass(frozen=True, slots=True)
class NudgeSettings:
    """Chosen on validation scenes (benchmarks/prompting.py).

    Attributes:
        reach: radius in units of the point's distance to the outline.
        least_reach: what is added to it, as a share of the picture's longer side.
        most_reach: largest radius, as a share of the picture's longer side.
        colour_distance: how far a colour may lie from the point's own; lightness in 0-1, a and b in
            about -1 to 1.
    """

    reach: float = 2.0
    least_reach: float = 0.005
    most_reach: float = 0.15
    colour_distance: float = 0.12


def distance_to_outline(inside_hw: NDArray[np.bool_], point_xy: PointXy) -> float:
    """Pixels from a point to the nearest pixel on the other side of the outline.

    Where there is none, the distance to beyond the array's border.
    """
    height, width = inside_hw.shape
    row, column = int(point_xy[1]), int(point_xy[0])
    same = np.pad(inside_hw == inside_hw[row, column], 1, constant_values=False)
    distance = cv2.distanceTransform(same.astype(np.uint8), cv2.DIST_L2, 5)
    return float(distance[min(max(row, 0), height - 1) + 1, min(max(column, 0), width - 1) + 1])


def region_like(
    lab_hwc: NDArray[np.float32], point_xy: PointXy, *, radius: float, limit: float
) -> NDArray[np.bool_]:
    """The connected region around a point that looks like it, bool (height, width).

    Args:
        lab_hwc: the picture around the point, float32 (height, width, 3).
        point_xy: the point in its pixels.
        radius: nothing beyond this many pixels is taken.
        limit: nor anything whose colour is farther than this from the median around the point.

    Returns:
        the region; at least the pixels next to the point.
    """
    row, column = int(point_xy[1]), int(point_xy[0])
    around = lab_hwc[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2].reshape(-1, 3)
    unlike = np.square(lab_hwc - np.median(around, axis=0)).sum(-1)
    rows, columns = np.ogrid[: lab_hwc.shape[0], : lab_hwc.shape[1]]
    away = np.square(rows - row) + np.square(columns - column)
    region = ((unlike < limit * limit) & (away <= radius * radius)) | (away <= 2)
    _, labels = cv2.connectedComponents(region.astype(np.uint8), connectivity=4)
    same: NDArray[np.bool_] = labels == labels[row, column]
    return same
