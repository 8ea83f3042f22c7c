"""Masks drawn at a small scale, put into a full-size picture at a cost of their own box only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from numpy.typing import NDArray


def enlarge_share(
    share_hw: NDArray[Any],
    *,
    scale_yx: tuple[float, float],
    height: int,
    width: int,
    origin_xy: tuple[float, float] = (0.0, 0.0),
) -> Mask:
    """Scale a mask into a (height, width) picture with a smooth outline.

    Args:
        share_hw: a part of the picture at another scale, smaller or larger: how much of each pixel is
            covered, 0-1, or bool. What lies beyond the picture is ignored.
        scale_yx: pixels of the picture per pixel of ``share_hw``.
        height: rows of the picture.
        width: its columns.
        origin_xy: where the part begins in the picture.

    Returns:
        the mask where the interpolated share is above one half; it may be empty.
    """
    empty = Mask.empty(height=height, width=width)
    (scale_y, scale_x), (origin_x, origin_y) = scale_yx, origin_xy
    inside = share_hw > 0.5
    rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
    if not len(rows):
        return empty
    top, bottom = max(rows[0] - 1, 0), min(rows[-1] + 2, share_hw.shape[0])
    left, right = max(columns[0] - 1, 0), min(columns[-1] + 2, share_hw.shape[1])
    y = max(math.floor(top * scale_y + origin_y), 0)
    x = max(math.floor(left * scale_x + origin_x), 0)
    size = (
        min(math.ceil(right * scale_x + origin_x), width) - x,
        min(math.ceil(bottom * scale_y + origin_y), height) - y,
    )
    if min(size) < 1:
        return empty
    if scale_y == scale_x == 1 and origin_x == origin_y == 0:
        crop = inside[y : y + size[1], x : x + size[0]]
    else:
        to_small = np.array(
            [
                [1 / scale_x, 0, (x + 0.5 - origin_x) / scale_x - 0.5 - left],
                [0, 1 / scale_y, (y + 0.5 - origin_y) / scale_y - 0.5 - top],
            ]
        )
        crop = (
            cv2.warpAffine(
                share_hw[top:bottom, left:right].astype(np.float32),
                to_small,
                size,
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
            > 0.5
        )
    return Mask.from_window(crop, x=x, y=y, height=height, width=width)
