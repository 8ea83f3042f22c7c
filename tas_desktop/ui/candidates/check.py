"""The mark of a candidate that is chosen together with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from tas_desktop.ui.theme import Tones

SIDE = 18.0
INSET = 3.0
_TICK = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))


def paint_check(painter: QPainter, cutout: QRect, *, chosen: bool, tones: Tones) -> None:
    """A round mark in the cut-out's upper corner: filled with a tick where chosen, else an empty ring."""
    disc = QRectF(cutout.right() - SIDE - INSET, cutout.top() + INSET, SIDE, SIDE)
    painter.setPen(QPen(QColor(tones.on_accent if chosen else tones.muted), 1.5))
    painter.setBrush(QColor(tones.accent if chosen else tones.panel))
    painter.drawEllipse(disc)
    if chosen:
        pen = QPen(QColor(tones.on_accent), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(disc.x() + x * SIDE, disc.y() + y * SIDE) for x, y in _TICK]))
