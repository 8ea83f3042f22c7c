"""From traced rings to painter paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRectF, Qt
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tas_desktop.session.outlines import MaskOutline

_ELEMENT = np.dtype([("kind", "<i4"), ("x", "<f8"), ("y", "<f8")])
_LINE_TO = 1  # QPainterPath.ElementType; a ring starts with MoveTo, 0


def path_of(rings: Sequence[NDArray[np.float32]]) -> QPainterPath:
    """One path of closed rings; where rings nest, the inner one is a hole.

    Built from a stream of all points at once: one call per point takes a second for 200 large masks.
    """
    path = QPainterPath()
    rings = [ring for ring in rings if len(ring)]
    if not rings:
        path.setFillRule(Qt.FillRule.OddEvenFill)
        return path
    closed = [np.concatenate([ring, ring[:1]]) for ring in rings]
    starts = np.cumsum([0, *map(len, closed)])
    elements = np.empty(starts[-1], _ELEMENT)
    elements["kind"] = _LINE_TO
    elements["kind"][starts[:-1]] = 0
    points_xy = np.concatenate(closed)
    elements["x"], elements["y"] = points_xy[:, 0], points_xy[:, 1]
    count = np.array([len(elements)], "<i4").tobytes()
    tail = np.array([starts[-2], Qt.FillRule.OddEvenFill.value], "<i4").tobytes()
    content = QByteArray(count + elements.tobytes() + tail)  # a name of its own: the stream only points to it
    stream = QDataStream(content, QIODevice.OpenModeFlag.ReadOnly)
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    stream >> path  # the operator reads
    return path


class MaskPaths:
    """A mask's outline as painter paths, each level of detail built when it is first painted."""

    def __init__(self, outline: MaskOutline) -> None:
        self._outline = outline
        self._levels: dict[int, QPainterPath] = {}
        self.box = QRectF(*outline.box_xywh)

    @property
    def exact(self) -> QPainterPath:
        """The outline as it was traced."""
        return self._level(-1)

    def at(self, scale: float) -> QPainterPath:
        """A path that cannot be told from the exact one at so many screen pixels per pixel."""
        return self._level(self._outline.level_at(scale))

    def build_levels(self) -> Iterator[None]:
        """Build every level, one at each step, the coarsest first: a picture is first seen as a whole."""
        for level in range(len(self._outline.simplified) - 1, -2, -1):
            self._level(level)
            yield

    def _level(self, level: int) -> QPainterPath:
        if level not in self._levels:
            outline = self._outline
            self._levels[level] = path_of(outline.rings if level < 0 else outline.simplified[level])
        return self._levels[level]
