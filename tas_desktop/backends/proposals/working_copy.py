"""Images scaled down to the size at which proposals are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def scaled_down(image_rgb: NDArray[np.uint8], *, longest_side: int) -> NDArray[np.uint8]:
    """The image with its longer side at most ``longest_side`` pixels, and no side below one; never larger.

    Args:
        image_rgb: uint8 (height, width, 3).
        longest_side: pixels.
    """
    height, width = image_rgb.shape[:2]
    scale = longest_side / max(height, width)
    if scale >= 1:
        return np.ascontiguousarray(image_rgb)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.asarray(cv2.resize(image_rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
