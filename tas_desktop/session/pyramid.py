"""A picture in halving sizes, so that the canvas never scales more pixels than it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALLEST_SIDE = 512


@dataclass(frozen=True, slots=True, eq=False)
class Pyramid:
    """The same picture at 1, 1/2, 1/4 ... of its size.

    Attributes:
        width, height: pixels of the upright picture.
        levels_bgrx: uint8 arrays of shape (h, w, 4), C-contiguous, read-only: Qt's 32-bit RGB as it
            lies in memory on little-endian machines.
    """

    width: int
    height: int
    levels_bgrx: tuple[NDArray[np.uint8], ...]


def build_pyramid(pixels_rgb: NDArray[np.uint8]) -> Pyramid:
    """Halve a uint8 (h, w, 3) picture until its longer side is about 512 pixels."""
    import cv2

    height, width = pixels_rgb.shape[:2]
    level = cv2.cvtColor(pixels_rgb, cv2.COLOR_RGB2BGRA)
    levels = [level]
    while max(level.shape[:2]) >= 2 * SMALLEST_SIDE:
        half = (max(1, level.shape[1] // 2), max(1, level.shape[0] // 2))
        level = cv2.resize(level, half, interpolation=cv2.INTER_AREA)
        levels.append(level)
    for array in levels:
        array.setflags(write=False)
    return Pyramid(width, height, tuple(np.asarray(array) for array in levels))
