"""Square crops of single proposals, as the image encoder and the captioner see them (methods.md 1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.engine.params import CropBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

BLUR_KERNEL_PX = 75
STRIP_PX = 2_000_000
LONGEST_PX = 2048  # several times what any network looks at; a strip of 30,000 pixels, squared, takes 2.7 GB


def box_of(mask_hw: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Tight box ``(x, y, width, height)`` of a boolean mask, in pixels; all zero when it is empty."""
    columns = np.flatnonzero(mask_hw.any(axis=0))
    rows = np.flatnonzero(mask_hw.any(axis=1))
    if columns.size == 0:
        return 0, 0, 0, 0
    x, y = int(columns[0]), int(rows[0])
    return x, y, int(columns[-1]) - x + 1, int(rows[-1]) - y + 1


def cropped_window(inside_hw: NDArray[np.bool_], box: CropBox) -> tuple[slice, slice]:
    """Rows and columns of a mask's tight window that are cropped.

    SAM's width is that from the first to the last column, so that whoever cuts ``x : x + width`` leaves the
    last one out, as the released TAS code does; likewise the last row. One row or column stays.
    """
    height, width = inside_hw.shape
    if box is CropBox.SAM:
        height, width = max(1, height - 1), max(1, width - 1)
    return np.s_[:height, :width]


def window_at(x: int, y: int, inside_hw: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Rows and columns of a picture that a window covers, whose top left pixel is at (x, y)."""
    height, width = inside_hw.shape
    return np.s_[y : y + height, x : x + width]


def pad_to_square(crop_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Pad the short side with black, ``(long - short) // 2`` pixels at each end.

    As upstream does; so a crop whose sides differ by an odd number stays one pixel short of square.
    """
    height, width = crop_rgb.shape[:2]
    rows, columns = (0, (height - width) // 2) if height > width else ((width - height) // 2, 0)
    return np.pad(crop_rgb, ((rows, rows), (columns, columns), (0, 0)))


def masked_crop(
    image_rgb: NDArray[np.uint8], *, mask_hw: NDArray[np.bool_], box: CropBox = CropBox.TIGHT
) -> NDArray[np.uint8]:
    """The object alone on black, cropped to its box and padded: what V and N look at.

    Args:
        image_rgb: uint8, shape (height, width, 3).
        mask_hw: bool, shape (height, width), with at least one pixel set.
        box: which box is cropped.
    """
    pixels_rgb, inside_hw = _cut(image_rgb, mask_hw, box)
    return pad_to_square(_bounded(pixels_rgb * inside_hw[..., None]))


def blur_background(
    image_rgb: NDArray[np.uint8], *, before_strip: Callable[[], None] = lambda: None
) -> NDArray[np.uint8]:
    """The whole image under a 75x75 Gaussian with OpenCV's automatic sigma; made once for all crops.

    Args:
        image_rgb: uint8, shape (height, width, 3).
        before_strip: called before each strip of some megapixels; what it raises ends the work.
    """
    height, width = image_rgb.shape[:2]
    rows, reach = max(BLUR_KERNEL_PX, STRIP_PX // width), BLUR_KERNEL_PX // 2
    blurred_rgb = np.empty_like(image_rgb)
    for top in range(0, height, rows):
        before_strip()
        above, below = min(reach, top), min(top + rows + reach, height)  # what the kernel reaches
        seen_rgb = image_rgb[top - above : below]
        strip_rgb = cv2.GaussianBlur(seen_rgb, (BLUR_KERNEL_PX, BLUR_KERNEL_PX), 0)
        blurred_rgb[top : top + rows] = strip_rgb[above : above + rows]
    return blurred_rgb


def blurred_crop(
    image_rgb: NDArray[np.uint8],
    *,
    mask_hw: NDArray[np.bool_],
    blurred_rgb: NDArray[np.uint8],
    box: CropBox = CropBox.TIGHT,
) -> NDArray[np.uint8]:
    """The object in its own pixels before a blurred background, cropped and padded: what P captions.

    Args:
        image_rgb: uint8, shape (height, width, 3).
        mask_hw: bool, shape (height, width), with at least one pixel set.
        blurred_rgb: ``blur_background(image_rgb)``.
        box: which box is cropped.
    """
    pixels_rgb, inside_hw = _cut(image_rgb, mask_hw, box)
    behind_rgb, _ = _cut(blurred_rgb, mask_hw, box)
    return pad_to_square(_bounded(np.where(inside_hw[..., None], pixels_rgb, behind_rgb)))


def _cut(
    image_rgb: NDArray[np.uint8], mask_hw: NDArray[np.bool_], box: CropBox
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Picture and mask inside the mask's box."""
    x, y, width, height = box_of(mask_hw)
    tight = np.s_[y : y + height, x : x + width]
    cropped = cropped_window(mask_hw[tight], box)
    return image_rgb[tight][cropped], mask_hw[tight][cropped]


def _bounded(crop_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The crop, or a smaller one of the same shape where it is too long to be squared."""
    height, width = crop_rgb.shape[:2]
    share = LONGEST_PX / max(height, width)
    if share >= 1:
        return crop_rgb
    size = (max(1, round(width * share)), max(1, round(height * share)))
    return np.asarray(cv2.resize(crop_rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
