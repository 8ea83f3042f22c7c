"""The mask under repair on the canvas: traced as far as it is seen, at the resolution it is seen at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tas_desktop.ui.canvas.mask_items import paint_mask

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MARGIN_PX = 6
"""Pixels of the screen by which a change is repainted wider: the outline's width."""

DOUBLED_PX = 1_000_000
"""Up to so many pixels the outline is traced at twice their number, which puts it at the pixels' edges."""


class EditedMaskItem(QGraphicsItem):
    """Tint and outline of an array that changes under the brush.

    The cost of a paint is that of the part exposed, in pixels of the screen, however large the picture.
    """

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._array: NDArray[np.uint8] | None = None
        self._colour = colour
        self._opacity = 0.4

    def show_array(self, array_hw: NDArray[np.uint8] | None) -> None:
        """Show another mask, read at each paint; None shows none."""
        self.prepareGeometryChange()
        self._array = array_hw
        self.update()

    def set_colour(self, colour: QColor) -> None:
        """Tint and outline."""
        self._colour = colour
        self.update()

    def set_tint(self, opacity: float) -> None:
        """Opacity of the tint, 0 to 1; the outline stays."""
        self._opacity = opacity
        self.update()

    def boundingRect(self) -> QRectF:
        """The picture."""
        if self._array is None:
            return QRectF()
        height, width = self._array.shape
        return QRectF(0, 0, width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Tint, dark halo, bright line."""
        if self._array is None:
            return
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatio()
        step = max(1, math.floor(1 / max(scale, 1e-6)))
        path = trace_part(self._array, option.exposedRect, margin=MARGIN_PX / max(scale, 1e-6), step=step)
        if path.isEmpty():
            return
        painter.setClipRect(option.exposedRect, Qt.ClipOperation.IntersectClip)
        paint_mask(painter, path, self._colour, tint=self._opacity)


def trace_part(array_hw: NDArray[np.uint8], exposed: QRectF, *, margin: float, step: int) -> QPainterPath:
    """Outline of the part of a mask that is seen, with what is just beyond it.

    Args:
        array_hw: the mask, 0 or 1.
        exposed: the part, in pixels of the picture.
        margin: how far beyond it to trace; the path is wrong there, where the part is cut off.
        step: every so many pixels one is looked at.
    """
    import cv2

    height, width = array_hw.shape
    left = max(math.floor(exposed.left() - margin) // step * step, 0)
    top = max(math.floor(exposed.top() - margin) // step * step, 0)
    right = min(math.ceil(exposed.right() + margin), width)
    bottom = min(math.ceil(exposed.bottom() + margin), height)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    if right <= left or bottom <= top:
        return path
    part = array_hw[top:bottom:step, left:right:step].copy()
    factor = 2 if step == 1 and part.size <= DOUBLED_PX else 1
    if factor > 1:
        part = part.repeat(2, axis=0).repeat(2, axis=1)
    contours, _ = cv2.findContours(part, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    size = step / factor
    for contour in contours:
        points = (contour.reshape(-1, 2) + 0.5) * size
        path.addPolygon(QPolygonF([QPointF(x + left, y + top) for x, y in points.tolist()]))
        path.closeSubpath()
    return path
