"""A box around the object, dragged from corner to corner."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from tas_desktop.ui.canvas.tools.tool import CanvasTool, stroke_seen

LEAST_SIDE = 2.0
"""Pixels of the picture; a smaller box is a slip of the hand."""


class BoxTool(CanvasTool):
    """The box is a prompt for the network; what fills it takes the mask's place."""

    _from: QPointF | None = None
    _to: QPointF | None = None

    def press(self, point: QPointF, *, secondary: bool) -> None:
        """One corner."""
        if not secondary:
            self._from = self._to = point

    def move(self, point: QPointF) -> None:
        """The other."""
        if self._from is not None:
            self._to = point

    def release(self, point: QPointF) -> None:
        """Ask for what is in the box."""
        self.move(point)
        box = self.extent()
        self.cancel()
        if min(box.width(), box.height()) >= LEAST_SIDE:
            self._repair.draw_box((box.x(), box.y(), box.width(), box.height()))

    def cancel(self) -> bool:
        """No box after all."""
        was, self._from, self._to = self._from, None, None
        return was is not None

    def extent(self) -> QRectF:
        """The box so far."""
        if self._from is None or self._to is None:
            return QRectF()
        return QRectF(self._from, self._to).normalized()

    def paint(self, painter: QPainter) -> None:
        """The box."""
        if self._from is not None:
            path = QPainterPath()
            path.addRect(self.extent())
            stroke_seen(painter, path, dashed=True)
