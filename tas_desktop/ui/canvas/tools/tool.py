"""What every tool of a repair has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from tas_desktop.ui.canvas.mask_items import screen_pen

if TYPE_CHECKING:
    from tas_desktop.session.repair.repair import Repair

DARK, BRIGHT = QColor(0, 0, 0, 170), QColor(255, 255, 255)


class CanvasTool:
    """Takes the mouse's buttons in pixels of the picture and paints what it is about to do.

    Args:
        repair: the mask under repair.
        add: whether the left button adds to the mask; the right one does the opposite.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, repair: Repair, *, add: bool = True) -> None:
        self._repair, self._add = repair, add

    def press(self, point: QPointF, *, secondary: bool) -> None:
        """A button went down; ``secondary`` is the right one."""

    def move(self, point: QPointF) -> None:
        """The mouse is there now."""

    def release(self, point: QPointF) -> None:
        """The button went up."""

    def double_click(self, point: QPointF) -> None:
        """The left button was pressed twice."""

    def leave(self) -> None:
        """The mouse is no longer on the picture."""

    def finish(self) -> bool:
        """Enter: complete a shape under way; False where there is none."""
        return False

    def cancel(self) -> bool:
        """Esc: drop a shape under way; False where there is none."""
        return False

    def step_back(self) -> bool:
        """Backspace: take back the newest corner; False where there is none."""
        return False

    def extent(self) -> QRectF:
        """What `paint` covers, in pixels of the picture."""
        return QRectF()

    def paint(self, painter: QPainter) -> None:
        """Paint what is about to be done."""


def stroke_seen(painter: QPainter, path: QPainterPath, *, width: float = 1.4, dashed: bool = False) -> None:
    """A bright line on a dark one: it shows on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, screen_pen(painter, DARK, width + 1.8))
    pen = screen_pen(painter, BRIGHT, width)
    if dashed:
        pen.setDashPattern([5, 4])
    painter.strokePath(path, pen)


def as_xy(point: QPointF) -> tuple[float, float]:
    """A point as the session takes it."""
    return point.x(), point.y()
