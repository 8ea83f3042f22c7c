"""A picture with its ranked masks painted on, as PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tas_desktop.config.writing import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from tas_desktop.domain.ranking import Ranking

FIRST_RGB: Final = (255, 64, 129)
OTHERS_RGB: Final = (64, 196, 255)
TINT: Final = 0.45
_HALO_RGB: Final = (20, 20, 20)


def draw_overlay(pixels_rgb: NDArray[np.uint8], ranking: Ranking, *, top: int) -> NDArray[np.uint8]:
    """The first candidate tinted with a thick outline, the others up to ``top`` outlined with their rank.

    Args:
        pixels_rgb: the upright image, uint8, shape (height, width, 3); stays as it is.
        ranking: its masks have the image's size.
        top: how many candidates to draw.
    """
    canvas = pixels_rgb.copy()
    stroke = max(1, round(max(canvas.shape[:2]) / 400))
    for candidate in reversed(ranking.candidates[:top]):
        first = candidate.rank == 1
        mask_hw = candidate.proposal.mask.to_array()
        colour = FIRST_RGB if first else OTHERS_RGB
        if first:
            tinted = (1 - TINT) * canvas[mask_hw] + TINT * np.array(colour)
            canvas[mask_hw] = tinted.astype(np.uint8)
        outlines, _ = cv2.findContours(mask_hw.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
        if first:
            cv2.drawContours(canvas, outlines, -1, _HALO_RGB, 3 * stroke, cv2.LINE_AA)
        cv2.drawContours(canvas, outlines, -1, colour, (2 if first else 1) * stroke, cv2.LINE_AA)
        _write_rank(canvas, candidate.rank, candidate.proposal.mask.box_xywh, stroke)
    return canvas


def write_overlay(path: Path, pixels_rgb: NDArray[np.uint8], ranking: Ranking, *, top: int) -> None:
    """Draw and write a PNG aside, then rename it.

    Raises:
        TargetNotWritable: the place is read-only or full, or the target is a folder.
    """
    canvas = draw_overlay(pixels_rgb, ranking, top=top)
    encoded, content = cv2.imencode(".png", cv2.cvtColor(canvas, cv2.COLOR_RGB2BGR))
    if not encoded:
        raise RuntimeError("OpenCV could not encode an overlay as PNG")
    replace_file(path, content.tobytes())


def _write_rank(
    canvas: NDArray[np.uint8], rank: int, box_xywh: tuple[float, float, float, float], stroke: int
) -> None:
    x, y, _, height = box_xywh
    scale = 0.4 * stroke + 0.1
    place = (int(x) + 2 * stroke, int(min(y + 14 * scale * 2, y + height)))
    for colour, width in ((_HALO_RGB, 3 * stroke), ((255, 255, 255), stroke)):
        cv2.putText(canvas, str(rank), place, cv2.FONT_HERSHEY_SIMPLEX, scale, colour, width, cv2.LINE_AA)
