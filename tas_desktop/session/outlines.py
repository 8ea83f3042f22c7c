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
COARSE_TOLERANCE = 1 / 900  # of the longer side of the image
SPECK = 0.01  # of the box's area: smaller rings are left out of thin lines


@dataclass(frozen=True, slots=True, eq=False)
class MaskOutline:
    """A mask as closed rings, outer ones and holes alike (odd-even rule), in pixels of the image.

    Attributes:
        area: foreground pixels.
        box_xywh: tight box.
        rings: float32 arrays of shape (n, 2), x and y; pixel (0, 0) covers [0, 1) x [0, 1).
        coarse_rings: the same with fewer points and without specks, for thin lines.
    """

    area: int
    box_xywh: tuple[float, float, float, float]
    rings: tuple[NDArray[np.float32], ...]
    coarse_rings: tuple[NDArray[np.float32], ...]


def trace_mask(mask: Mask) -> MaskOutline:
    """Trace the rings of a mask."""
    import cv2

    if mask.area == 0:
        return MaskOutline(0, (0.0, 0.0, 0.0, 0.0), (), ())
    x, y, inside_hw = mask.window()
    h, w = inside_hw.shape
    crop_hw = inside_hw.astype(np.uint8)
    scale = 2 if w * h <= DOUBLING_LIMIT_PX else 1
    if scale > 1:
        crop_hw = crop_hw.repeat(scale, axis=0).repeat(scale, axis=1)
    contours, _ = cv2.findContours(crop_hw, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    tolerance = max(mask.height, mask.width) * COARSE_TOLERANCE * scale
    large = [c for c in contours if cv2.contourArea(c) >= SPECK * w * h * scale * scale] or contours
    coarse = [cv2.approxPolyDP(contour, tolerance, closed=True) for contour in large]
    place = (np.array([x, y], dtype=np.float32), scale)
    return MaskOutline(
        mask.area,
        mask.box_xywh,
        tuple(_to_image(contour, *place) for contour in contours),
        tuple(_to_image(contour, *place) for contour in coarse if len(contour) > 2),
    )


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
