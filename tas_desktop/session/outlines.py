"""Outlines of masks for the screen, traced off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask

# Doubling the mask before tracing puts the line 0.25 px inside the pixels' edge; beyond this many pixels
# of the box it would only cost memory, since such a mask is shown smaller than it is.
DOUBLING_LIMIT_PX = 3_000_000
FINEST_TOLERANCE_PX = 0.5  # of the first simplified level; each further one strays twice as far
SMALLEST_SHOWN = 600  # screen pixels: no picture is looked at so small that coarser levels would be used
HALF_A_SCREEN_PIXEL = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class MaskOutline:
    """A mask as closed rings, outer ones and holes alike (odd-even rule), in pixels of the image.

    Attributes:
        area: foreground pixels.
        box_xywh: tight box.
        rings: float32 arrays of shape (n, 2), x and y; pixel (0, 0) covers [0, 1) x [0, 1).
        simplified: level k has the rings with fewer points: none strays further than 2**k / 2 pixels from
            its exact ring, and rings smaller than that are left out.
    """

    area: int
    box_xywh: tuple[float, float, float, float]
    rings: tuple[NDArray[np.float32], ...]
    simplified: tuple[tuple[NDArray[np.float32], ...], ...] = ()

    def level_at(self, scale: float) -> int:
        """The level that cannot be told from the exact rings at a scale; -1 for the rings themselves.

        Args:
            scale: screen pixels per pixel of the image.
        """
        level = -1
        while level + 1 < len(self.simplified) and _tolerance(level + 1) * scale <= HALF_A_SCREEN_PIXEL:
            level += 1
        return level

    def rings_at(self, scale: float) -> tuple[NDArray[np.float32], ...]:
        """The rings of `level_at`."""
        level = self.level_at(scale)
        return self.rings if level < 0 else self.simplified[level]


def trace_mask(mask: Mask) -> MaskOutline:
    """Trace the rings of a mask."""
    import cv2

    if mask.area == 0:
        return MaskOutline(0, (0.0, 0.0, 0.0, 0.0), ())
    x, y, inside_hw = mask.window()
    h, w = inside_hw.shape
    crop_hw = inside_hw.astype(np.uint8)
    scale = 2 if w * h <= DOUBLING_LIMIT_PX else 1
    if scale > 1:
        crop_hw = crop_hw.repeat(scale, axis=0).repeat(scale, axis=1)
    contours, _ = cv2.findContours(crop_hw, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    place = (np.array([x, y], dtype=np.float32), scale)
    simplified = tuple(
        tuple(_to_image(ring, *place) for ring in _simplify(contours, tolerance=_tolerance(level) * scale))
        for level in range(_level_count(max(mask.height, mask.width)))
    )
    exact = tuple(_to_image(contour, *place) for contour in contours)
    return MaskOutline(mask.area, mask.box_xywh, exact, simplified)


def _simplify(contours: Sequence[NDArray[Any]], *, tolerance: float) -> list[NDArray[Any]]:
    """Rings with fewer points; the largest one stays however small it is."""
    import cv2

    largest = max(contours, key=len)
    simple = []
    for contour in contours:
        _, _, w, h = cv2.boundingRect(contour)
        if max(w, h) > 2 * tolerance or contour is largest:
            ring = cv2.approxPolyDP(contour, tolerance, closed=True)
            simple.append(ring if len(ring) > 2 else contour)
    return simple


def _tolerance(level: int) -> float:
    return float(FINEST_TOLERANCE_PX * 2**level)


def _level_count(longer_side: int) -> int:
    """Levels until the whole image, simplified, would be smaller on the screen than anybody looks at it."""
    count = 1
    while longer_side / 2**count >= SMALLEST_SHOWN:
        count += 1
    return count


def _to_image(contour: NDArray[Any], origin_xy: NDArray[np.float32], scale: int) -> NDArray[np.float32]:
    points_xy = np.asarray(contour, dtype=np.float32).reshape(-1, 2)
    ring: NDArray[np.float32] = (points_xy + np.float32(0.5)) / np.float32(scale) + origin_xy
    ring.setflags(write=False)
    return ring


class Outlines(QObject):
    """Traces the masks of an analysis in a lane of its own; the newest request counts."""

    ready = Signal(str, object)  # key, tuple of MaskOutline in the order of the masks

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = JobRunner("outlines")

    def request(self, key: str, masks: Sequence[Mask]) -> None:
        """Trace masks; ``ready`` follows unless another request comes first."""

        def run(control: JobControl) -> tuple[MaskOutline, ...]:
            traced = []
            for mask in masks:
                control.token.check()
                traced.append(trace_mask(mask))
            return tuple(traced)

        def deliver(outlines: tuple[MaskOutline, ...]) -> None:
            self.ready.emit(key, outlines)

        self._lane.submit(Job("", run, on_success=deliver), supersede=True)

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()
