"""The mask under repair on the canvas: traced as far as it is seen, at the resolution it is seen at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tas_desktop.ui.canvas.mask_items import TintedItem, paint_mask, scale_of

if TYPE_CHECKING:
    from tas_desktop.session.repair.edit_buffer import EditBuffer

MARGIN_PX = 6
"""Pixels of the screen by which a change is repainted wider: the outline's width."""

DOUBLED_PX = 1_000_000
"""Up to so many pixels the outline is traced at twice their number, which puts it at the pixels' edges."""


class EditedMaskItem(TintedItem):
    """A mask that changes under the brush.

    The cost of a paint is that of the part exposed, in pixels of the screen, however large the picture.
    """

    def __init__(self, colour: QColor) -> None:
        super().__init__(colour)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._buffer: EditBuffer | None = None

    def show_buffer(self, buffer: EditBuffer | None) -> None:
        """Show another mask, read at each paint; None shows none."""
        self.prepareGeometryChange()
        self._buffer = buffer
        self.update()

    def boundingRect(self) -> QRectF:
        """The picture."""
        if self._buffer is None:
            return QRectF()
        return QRectF(0, 0, self._buffer.width, self._buffer.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Tint, dark halo, bright line, as far as they are exposed."""
        if self._buffer is None:
            return
        scale = scale_of(painter)
        step = max(1, math.floor(1 / max(scale, 1e-6)))
        path = trace_part(self._buffer, option.exposedRect, margin=MARGIN_PX / max(scale, 1e-6), step=step)
        if not path.isEmpty():
            painter.setClipRect(option.exposedRect, Qt.ClipOperation.IntersectClip)
            paint_mask(painter, path, self._colour, tint=self._opacity)


def trace_part(buffer: EditBuffer, exposed: QRectF, *, margin: float, step: int) -> QPainterPath:
    """Outline of the part of a mask that is seen, with what is just beyond it.

    Args:
        buffer: the mask.
        exposed: the part, in pixels of the picture.
        margin: how far beyond it to trace; the path is wrong there, where the part is cut off.
        step: every so many pixels one is looked at.
    """
    import cv2

    left = max(math.floor(exposed.left() - margin) // step * step, 0)
    top = max(math.floor(exposed.top() - margin) // step * step, 0)
    right = min(math.ceil(exposed.right() + margin), buffer.width)
    bottom = min(math.ceil(exposed.bottom() + margin), buffer.height)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    if right <= left or bottom <= top:
        return path
    part = buffer.part(rows=range(top, bottom, step), columns=range(left, right, step))
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
