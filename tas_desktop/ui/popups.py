"""Opening a small window beside what it belongs to, always whole on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

GAP = 4


def place_below(popup: QWidget, anchor: QWidget) -> None:
    """Put the popup's right edge under the anchor's; above it, or shifted, where the screen ends."""
    popup.adjustSize()
    room, size = anchor.screen().availableGeometry(), popup.size()
    below = anchor.mapToGlobal(QPoint(anchor.width() - size.width(), anchor.height() + GAP))
    above = anchor.mapToGlobal(QPoint(0, 0)).y() - size.height() - GAP
    y = below.y() if below.y() + size.height() <= room.bottom() else above
    x = min(max(below.x(), room.left()), room.right() - size.width())
    popup.move(x, min(max(y, room.top()), max(room.bottom() - size.height(), room.top())))
