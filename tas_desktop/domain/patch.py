"""A small piece of a picture-sized mask: what one stroke covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Pixels inside a box of a picture.

    Attributes:
        x, y: column and row of the box's first pixel.
        inside_hw: bool (h, w); False pixels are not covered.
    """

    x: int
    y: int
    inside_hw: NDArray[np.bool_]

    @property
    def box_xywh(self) -> tuple[int, int, int, int]:
        """Left, top, width and height; width or height 0 where nothing is covered."""
        height, width = self.inside_hw.shape
        return self.x, self.y, width, height
