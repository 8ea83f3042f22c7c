"""One sentence as a picture: the true mask tinted, each contender's mask outlined in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask

TRUE_RGB: Final = (255, 214, 10)
CONTENDERS_RGB: Final = ((0, 114, 255), (255, 45, 120), (0, 200, 120), (255, 130, 0), (170, 90, 255))
"""Apart for colour-blind eyes too; beyond five they begin anew, with other dashes."""

LONGEST_PX: Final = 720
_TINT: Final = 0.35
_HALO_RGB: Final = (16, 16, 16)
_DASHES: Final = ((1, 0), (10, 6), (3, 4))  # pixels drawn and left out, times the stroke


class Look(NamedTuple):
    """How a contender's outline is drawn."""

    rgb: tuple[int, int, int]
    dash: tuple[int, int]


def look_of(number: int) -> Look:
    """The look of contender ``number``, from 0: no two of fifteen are alike."""
    colours = len(CONTENDERS_RGB)
    return Look(
        CONTENDERS_RGB[number % colours], _DASHES[(number % colours + number // colours) % len(_DASHES)]
    )


def draw_case(
    pixels_rgb: NDArray[np.uint8], true: Mask, predicted: Sequence[Mask | None]
) -> NDArray[np.uint8]:
    """Draw; uint8, shape (height, width, 3), the longer side at most ``LONGEST_PX``.

    Args:
        pixels_rgb: the upright image, uint8, shape (height, width, 3); stays as it is.
        true: the referent, in pixels of the image.
        predicted: one for each contender; None where it found nothing.
    """
    height, width = pixels_rgb.shape[:2]
    scale = min(1.0, LONGEST_PX / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    canvas = np.asarray(cv2.resize(pixels_rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    inside_hw = _resized(true, size).astype(bool)
    tinted = (1 - _TINT) * canvas[inside_hw] + _TINT * np.array(TRUE_RGB)
    canvas[inside_hw] = tinted.astype(np.uint8)
    stroke = max(1, round(max(size) / 360))
    _outline(canvas, inside_hw, Look(TRUE_RGB, (1, 0)), stroke=stroke + 1)
    for number, mask in enumerate(predicted):
        if mask is not None:
            _outline(canvas, _resized(mask, size), look_of(number), stroke=stroke)
    return canvas


def _resized(mask: Mask, size: tuple[int, int]) -> NDArray[np.uint8]:
    resized = cv2.resize(mask.to_array().astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    return np.asarray(resized, dtype=np.uint8)


def _outline(canvas: NDArray[np.uint8], inside_hw: NDArray[np.generic], look: Look, *, stroke: int) -> None:
    outlines, _ = cv2.findContours(inside_hw.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    for outline in outlines:
        pieces = _pieces(outline[:, 0].astype(np.int32), look.dash, stroke=stroke)
        is_whole = look.dash[1] == 0
        for colour, thickness in ((_HALO_RGB, 2 * stroke + 1), (look.rgb, stroke + 1)):
            cv2.polylines(canvas, pieces, is_whole, colour, thickness, cv2.LINE_AA)


def _pieces(points_xy: NDArray[np.int32], dash: tuple[int, int], *, stroke: int) -> list[NDArray[np.int32]]:
    """The outline, or the parts of it that are drawn."""
    drawn, left = dash[0] * stroke, dash[1] * stroke
    if left == 0:
        return [points_xy]
    closed = np.concatenate([points_xy, points_xy[:1]])
    return [closed[start : start + drawn + 1] for start in range(0, len(points_xy), drawn + left)]
