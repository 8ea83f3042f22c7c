"""The tools without a mouse: arrow keys move a cross over the picture, a key is the button."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath

from tas_desktop.ui.canvas.tools.tool import stroke_seen

STEP_PX, FINE_PX = 12.0, 1.0
"""Pixels of the screen per key; the fine step with Shift."""

ARM_PX, GAP_PX = 11.0, 4.0
BUTTON_KEY = Qt.Key.Key_X
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class KeyCursor:
    """Where the keys point, in pixels of the picture; hidden until an arrow key is pressed."""

    def __init__(self) -> None:
        self.at: QPointF | None = None

    def hide(self) -> None:
        """The mouse points again."""
        self.at = None

    def step(self, event: QKeyEvent, *, start: QPointF, inside: QRectF, pixel: float) -> bool:
        """Move by an arrow key; False for any other key.

        Args:
            event: the key.
            start: where it appears.
            inside: the part of the picture that it keeps to.
            pixel: pixels of the picture per pixel of the screen.
        """
        direction = _STEPS.get(Qt.Key(event.key()))
        if direction is None:
            return False
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.at is None:
            self.at = start
        else:
            moved = self.at + direction * ((FINE_PX if fine else STEP_PX) * pixel)
            self.at = QPointF(
                min(max(moved.x(), inside.left()), inside.right() - pixel),
                min(max(moved.y(), inside.top()), inside.bottom() - pixel),
            )
        return True

    def extent(self, pixel: float) -> QRectF:
        """What `paint` covers."""
        if self.at is None:
            return QRectF()
        reach = ARM_PX * pixel
        return QRectF(self.at.x() - reach, self.at.y() - reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, pixel: float) -> None:
        """A cross with an open middle."""
        if self.at is None:
            return
        cross = QPainterPath()
        for direction in _STEPS.values():
            cross.moveTo(self.at + direction * (GAP_PX * pixel))
            cross.lineTo(self.at + direction * (ARM_PX * pixel))
        stroke_seen(painter, cross)
