"""A polygon, corner by corner; Enter, a double click or a click on its first corner closes it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from tas_desktop.ui.canvas.tools.tool import BRIGHT, DARK, CanvasTool, as_xy, stroke_seen

CORNER_PX = 4.0
CLOSING_PX = 9.0
"""Pixels of the screen around the first corner where a click closes the polygon."""


class PolygonTool(CanvasTool):
    """Adds its inside to the mask, or cuts it out: a hole."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._corners: list[QPointF] = []
        self._at: QPointF | None = None
        self._opposite = False
        self._pixel = 1.0

    def press(self, point: QPointF, *, secondary: bool) -> None:
        """Set a corner; the first one decides whether the inside is added or cut."""
        if not self._corners:
            self._opposite = secondary
        elif (point - self._corners[0]).manhattanLength() <= CLOSING_PX * self._pixel and len(
            self._corners
        ) > 2:
            self.finish()
            return
        self._corners.append(point)
        self._at = point

    def move(self, point: QPointF) -> None:
        """Show the edge that a click would add."""
        self._at = point

    def double_click(self, point: QPointF) -> None:
        """Close it."""
        self.finish()

    def finish(self) -> bool:
        """Close it; what has fewer than three corners is dropped."""
        corners, self._corners = self._corners, []
        if len(corners) > 2:
            self._repair.add_polygon([as_xy(corner) for corner in corners], add=self._add != self._opposite)
        return bool(corners)

    def cancel(self) -> bool:
        """No polygon after all."""
        was, self._corners = bool(self._corners), []
        return was

    def step_back(self) -> bool:
        """One corner less."""
        if not self._corners:
            return False
        self._corners.pop()
        return True

    def extent(self) -> QRectF:
        """All corners and the mouse."""
        points = [*self._corners, *([self._at] if self._at is not None and self._corners else [])]
        return QPolygonF(points).boundingRect() if points else QRectF()

    def paint(self, painter: QPainter) -> None:
        """Edges, the one to come, and the corners."""
        self._pixel = 1.0 / max(painter.worldTransform().m11(), 1e-6)
        if not self._corners:
            return
        path = QPainterPath(self._corners[0])
        for corner in self._corners[1:]:
            path.lineTo(corner)
        stroke_seen(painter, path)
        if self._at is not None:
            coming = QPainterPath(self._corners[-1])
            coming.lineTo(self._at)
            if len(self._corners) > 1:
                coming.lineTo(self._corners[0])
            stroke_seen(painter, coming, width=1.0, dashed=True)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, corner in enumerate(self._corners):
            radius = (CORNER_PX if number else CORNER_PX * 1.5) * self._pixel
            painter.setBrush(DARK)
            painter.drawEllipse(corner, radius, radius)
            painter.setBrush(BRIGHT)
            painter.drawEllipse(corner, radius * 0.65, radius * 0.65)
