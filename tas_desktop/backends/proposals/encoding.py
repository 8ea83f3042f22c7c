"""Masks drawn at a small scale, put into a full-size image at a cost of their own box only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np
from pycocotools import mask as coco_mask

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from numpy.typing import NDArray


def enlarge_mask(mask_hw: NDArray[np.bool_], *, height: int, width: int) -> Mask:
    """Scale a mask to a (height, width) image with a smooth outline.

    Args:
        mask_hw: bool, the whole image at another scale; may be smaller or larger.
        height, width: of the full image.

    Returns:
        the scaled mask; empty where a mask thinner than a pixel vanished.
    """
    rows, columns = np.flatnonzero(mask_hw.any(1)), np.flatnonzero(mask_hw.any(0))
    if not len(rows):
        return Mask.from_array(np.zeros((height, width), bool))
    if mask_hw.shape == (height, width):
        top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
        return encode_crop(mask_hw[top:bottom, left:right], x=left, y=top, height=height, width=width)
    scale_y, scale_x = height / mask_hw.shape[0], width / mask_hw.shape[1]
    top, bottom = max(rows[0] - 1, 0), min(rows[-1] + 2, mask_hw.shape[0])
    left, right = max(columns[0] - 1, 0), min(columns[-1] + 2, mask_hw.shape[1])
    y, x = math.floor(top * scale_y), math.floor(left * scale_x)
    size = min(math.ceil(right * scale_x), width) - x, min(math.ceil(bottom * scale_y), height) - y
    to_small = np.array(
        [
            [1 / scale_x, 0, (x + 0.5) / scale_x - 0.5 - left],
            [0, 1 / scale_y, (y + 0.5) / scale_y - 0.5 - top],
        ]
    )
    share = cv2.warpAffine(
        mask_hw[top:bottom, left:right].astype(np.float32),
        to_small,
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return encode_crop(share > 0.5, x=x, y=y, height=height, width=width)


def encode_crop(crop_hw: NDArray[np.bool_], *, x: int, y: int, height: int, width: int) -> Mask:
    """Encode a mask known inside one box only, without making the full array.

    Args:
        crop_hw: bool, the mask inside its box.
        x, y: upper left corner of the box in the image.
        height, width: of the image.
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
