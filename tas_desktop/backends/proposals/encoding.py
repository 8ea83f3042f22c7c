"""Masks drawn at a small scale, put into a full-size image at a cost of their own box only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from pycocotools import mask as coco_mask

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from numpy.typing import NDArray


def enlarge_mask(
    share_hw: NDArray[Any], *, height: int, width: int, scale_yx: tuple[float, float] | None = None
) -> Mask:
    """Scale a mask to a (height, width) image with a smooth outline.

    Args:
        share_hw: the image at another scale, smaller or larger: how much of each pixel is covered,
            0-1, or bool. What lies beyond the image is ignored.
        height: rows of the full image.
        width: its columns.
        scale_yx: full pixels per pixel of ``share_hw``; by default they cover the same.

    Returns:
        the mask where the interpolated share is above one half; it may be empty.
    """
    scale_y, scale_x = scale_yx or (height / share_hw.shape[0], width / share_hw.shape[1])
    inside = share_hw > 0.5
    rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
    if not len(rows):
        return Mask.from_array(np.zeros((height, width), bool))
    top, bottom = max(rows[0] - 1, 0), min(rows[-1] + 2, share_hw.shape[0])
    left, right = max(columns[0] - 1, 0), min(columns[-1] + 2, share_hw.shape[1])
    y, x = math.floor(top * scale_y), math.floor(left * scale_x)
    size = min(math.ceil(right * scale_x), width) - x, min(math.ceil(bottom * scale_y), height) - y
    if min(size) < 1:
        return Mask.from_array(np.zeros((height, width), bool))
    if scale_y == scale_x == 1:
        crop = inside[y : y + size[1], x : x + size[0]]
    else:
        to_small = np.array(
            [
                [1 / scale_x, 0, (x + 0.5) / scale_x - 0.5 - left],
                [0, 1 / scale_y, (y + 0.5) / scale_y - 0.5 - top],
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
    return encode_crop(crop, x=x, y=y, height=height, width=width)


def encode_crop(crop_hw: NDArray[np.bool_], *, x: int, y: int, height: int, width: int) -> Mask:
    """Encode a mask known inside one box only, without making the full array.

    Args:
        crop_hw: bool, the mask inside its box.
        x: first column of the box in the image.
        y: its first row.
        height: rows of the image.
        width: its columns.
    """
    rows, columns = crop_hw.shape
    padded = np.zeros((columns, rows + 1), np.int8)  # a column of the image per row, closed by a gap
    padded[:, :-1] = crop_hw.T
    change = np.flatnonzero(np.diff(padded.ravel(), prepend=np.int8(0)))
    column, row = np.divmod(change, rows + 1)
    ends = (column + x) * height + row + y
    joined = np.flatnonzero(ends[1:-1:2] == ends[2::2])  # runs that go on at the top of the next column
    ends = np.delete(ends, np.concatenate((2 * joined + 1, 2 * joined + 2)))
    counts = np.diff(ends, prepend=0, append=height * width).tolist()
    rle = {"size": [height, width], "counts": counts if counts[-1] else counts[:-1]}
    return Mask.from_rle(coco_mask.frPyObjects(rle, height, width))
