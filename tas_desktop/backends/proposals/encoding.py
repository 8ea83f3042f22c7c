"""Masks drawn at a small scale, put into a full-size image at a cost of their own box only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.engine.enlarging import enlarge_share

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask


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
    return enlarge_share(share_hw, scale_yx=(scale_y, scale_x), height=height, width=width)
