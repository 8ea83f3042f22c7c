"""Brush and eraser: the left button does what the tool is for, the right one the opposite."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from tas_desktop.ui.canvas.tools.tool import CanvasTool, as_xy, stroke_seen


class BrushTool(CanvasTool):
    """Paints strokes; a ring shows what the next one covers."""

    cursor = Qt.CursorShape.BlankCursor
    _at: QPointF | None = None

    def press(self, point: QPointF, *, secondary: bool) -> None:
        """Put the brush down."""
        self._at = point
        self._repair.begin_stroke(as_xy(point), add=self._add != secondary)

    def move(self, point: QPointF) -> None:
        """Paint where the brush is down."""
        self._at = point
        self._repair.stroke_to(as_xy(point))

    def release(self, point: QPointF) -> None:
        """Lift the brush."""
        self._repair.end_stroke()

    def leave(self) -> None:
        """No ring off the picture."""
        self._at = None

    def extent(self) -> QRectF:
        """The ring."""
        if self._at is None:
            return QRectF()
        side = self._repair.diameter
        return QRectF(self._at.x() - side / 2, self._at.y() - side / 2, side, side)

    def paint(self, painter: QPainter) -> None:
        """The ring, with a dot in the middle while it is small on the screen."""
        if self._at is None:
            return
        ring = QPainterPath()
        ring.addEllipse(self.extent())
        mark = 3.0 / max(painter.worldTransform().m11(), 1e-6)
        horizontal, vertical = QPointF(mark, 0), QPointF(0, mark)
        arms = ((horizontal, False), (vertical, True)) if self._add else ((horizontal, False),)
        for arm, _upright in arms:
            ring.moveTo(self._at - arm)
            ring.lineTo(self._at + arm)
        stroke_seen(painter, ring, width=1.2)
