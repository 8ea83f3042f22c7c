"""A picture as a prompt decoder has seen it: what is kept of it so that a click costs little."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.prompt import BoxXywh, PointXy
    from tas_desktop.engine.ports import PromptDecoder, PromptView

WORKING_SIDE: Final = 1536
"""Longer side in pixels of the copy that is looked at: 4.7 MB of a photograph, however large it is."""

_WINDOWS_KEPT = 3
_ROOM = 2.0  # a window's side in units of the object's; best of 1.6 and 2.0 on validation scenes
_LEAST_WINDOW = 0.5  # share of the picture's longer side: the starter pack's network learnt no nearer view
_WHOLE_FROM = 0.9  # a window of this share is the whole picture
_WINDOW_STEP = 1 / 48  # windows begin and end at such shares, so that the next click finds the same one
_CONTEXT_PX = 3


@dataclass(frozen=True, slots=True, eq=False)
class PicturePart:
    """A part of the working copy with its colours.

    Attributes:
        lab_hwc: float32 (h, w, 3): lightness 0-1, a and b about -1 to 1.
        origin_xy: where it begins in the picture.
        scale_yx: pixels of the picture per pixel of the part.
    """

    lab_hwc: NDArray[np.float32]
    origin_xy: tuple[float, float]
    scale_yx: tuple[float, float]

    def to_part(self, point_xy: PointXy) -> PointXy:
        """A point of the picture in pixels of the part, moved to its border where it lies beyond."""
        rows, columns = self.lab_hwc.shape[:2]
        x = (point_xy[0] - self.origin_xy[0]) / self.scale_yx[1]
        y = (point_xy[1] - self.origin_xy[1]) / self.scale_yx[0]
        return min(max(x, 0.0), columns - 1.0), min(max(y, 0.0), rows - 1.0)


class SeenPicture:
    """Working copy, the network's view of the whole, and its latest views of windows.

    Args:
        pixels_rgb: uint8 working copy, its longer side at most `WORKING_SIDE`.
        height: rows of the picture itself, in which all coordinates are given.
        width: its columns.
        decoder: looks at the whole at once.
    """

    def __init__(
        self, pixels_rgb: NDArray[np.uint8], *, height: int, width: int, decoder: PromptDecoder
    ) -> None:
        self.height, self.width = height, width
        self._pixels_rgb = pixels_rgb
        self._scale_yx = height / pixels_rgb.shape[0], width / pixels_rgb.shape[1]
        self._windows: OrderedDict[tuple[int, int, int, int], PromptView] = OrderedDict()
        self.whole = self._look(decoder, (0, 0, pixels_rgb.shape[1], pixels_rgb.shape[0]))

    @property
    def nbytes(self) -> int:
        """Bytes of the copy and of as many views as it may come to hold."""
        return self._pixels_rgb.nbytes + (1 + _WINDOWS_KEPT) * self.whole.nbytes

    def view_around(self, decoder: PromptDecoder, box_xywh: BoxXywh) -> PromptView:
        """The view in which to look for something of that box: a window with room around it, or the whole."""
        rows, columns = self._pixels_rgb.shape[:2]
        longest = max(rows, columns)
        x, y = box_xywh[0] / self._scale_yx[1], box_xywh[1] / self._scale_yx[0]
        w, h = box_xywh[2] / self._scale_yx[1], box_xywh[3] / self._scale_yx[0]
        step = max(1, round(longest * _WINDOW_STEP))
        side = step * round(max(_ROOM * max(w, h), _LEAST_WINDOW * longest) / step)
        if side >= _WHOLE_FROM * longest:
            return self.whole
        left = min(max(step * round((x + w / 2 - side / 2) / step), 0), max(columns - side, 0))
        top = min(max(step * round((y + h / 2 - side / 2) / step), 0), max(rows - side, 0))
        window = left, top, min(side, columns), min(side, rows)
        if window not in self._windows:
            self._windows[window] = self._look(decoder, window)
            if len(self._windows) > _WINDOWS_KEPT:
                self._windows.popitem(last=False)
        self._windows.move_to_end(window)
        return self._windows[window]

    def cut_out(self, point_xy: PointXy, *, reach: float) -> PicturePart:
        """The working copy around a point, ``reach`` pixels of the picture far."""
        rows, columns = self._pixels_rgb.shape[:2]
        scale_y, scale_x = self._scale_yx
        column, row = int(point_xy[0] / scale_x), int(point_xy[1] / scale_y)
        across, down = int(reach / scale_x) + _CONTEXT_PX, int(reach / scale_y) + _CONTEXT_PX
        left, top = min(max(column - across, 0), columns - 1), min(max(row - down, 0), rows - 1)
        right, bottom = (
            max(min(column + across + 1, columns), left + 1),
            max(min(row + down + 1, rows), top + 1),
        )
        crop = self._pixels_rgb[top:bottom, left:right].astype(np.float32) / 255
        lab = cv2.cvtColor(crop, cv2.COLOR_RGB2LAB) / np.array((100, 128, 128), np.float32)
        return PicturePart(np.asarray(lab, np.float32), (left * scale_x, top * scale_y), self._scale_yx)

    def _look(self, decoder: PromptDecoder, window_xywh: tuple[int, int, int, int]) -> PromptView:
        return decoder.look(self._pixels_rgb, window_xywh=window_xywh, scale=max(self._scale_yx))


def working_copy(image_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The copy of a picture that `SeenPicture` takes; the picture itself where it is small."""
    height, width = image_rgb.shape[:2]
    scale = WORKING_SIDE / max(height, width)
    if scale >= 1:
        return np.ascontiguousarray(image_rgb)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.asarray(cv2.resize(image_rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
