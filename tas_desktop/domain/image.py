"""A decoded image, upright and in plain RGB."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.notice import Notice


@dataclass(frozen=True, slots=True, eq=False)
class LoadedImage:
    """Pixels of an image file after EXIF rotation and conversion to 8-bit RGB.

    Attributes:
        pixels_rgb: uint8, shape (height, width, 3), read-only.
        content_hash: SHA-256 of the file's bytes, 64 hex digits: the image's identity.
        orientation: EXIF orientation that the file gave, 1 to 8; the pixels are upright already.
        notices: what was assumed on the way (alpha flattened, first frame taken, ...).
    """

    pixels_rgb: NDArray[np.uint8]
    content_hash: str
    notices: tuple[Notice, ...] = ()
    orientation: int = 1

    @property
    def height(self) -> int:
        return int(self.pixels_rgb.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels_rgb.shape[1])
