"""A prompt decoder that really computes, from colours alone: the connected region under each point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.prompting import MaskChoices


@dataclass(frozen=True, eq=False)
class ColourView:
    """A window of the picture, at its own scale."""

    origin_xy: tuple[float, float]
    map_scale: float
    pixels_rgb: np.ndarray

    @property
    def nbytes(self):
        return self.pixels_rgb.nbytes


class ColourDecoder:
    """Three choices per point: its block, the rows of the block above the point, and nothing."""

    component = ComponentId("prompts", "connected-colours", "1")

    def __init__(self):
        self.looks = 0
        self.decodes = 0

    def look(self, image_rgb, *, window_xywh, scale):
        self.looks += 1
        x, y, w, h = window_xywh
        return ColourView((x * scale, y * scale), 1 / scale, image_rgb[y : y + h, x : x + w])

    def decode(self, view, *, inside_xy, outside_xy, box_xywh):
        import cv2

        self.decodes += 1
        codes = view.pixels_rgb.astype(np.int32) @ np.array([65536, 256, 1])
        shares = []
        for x, y in inside_xy:
            column = min(max(int((x - view.origin_xy[0]) * view.map_scale), 0), codes.shape[1] - 1)
            row = min(max(int((y - view.origin_xy[1]) * view.map_scale), 0), codes.shape[0] - 1)
            _, labels = cv2.connectedComponents(
                (codes == codes[row, column]).astype(np.uint8), connectivity=4
            )
            block = (labels == labels[row, column]).astype(np.float32)
            upper = block.copy()
            upper[row + 1 :] = 0
            shares += [block, upper, np.zeros_like(block)]
        count = len(inside_xy)
        return MaskChoices(np.array(shares), np.tile((0.9, 0.5, 0.1), count), np.repeat(np.arange(count), 3))
