"""The ground of a row in a list: the same marks for pointed at, chosen and focused everywhere."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

if TYPE_CHECKING:
    from tas_desktop.ui.theme import Tones

RADIUS = 6
INSET = (0, 1.5, 0, -1.5)  # a row ends where the boxes above and below it end
EDGE_WIDTH = 3
RING_WIDTH = 1.6


class RowState(Enum):
    """What a row is at the moment; the focus ring comes on top of any."""

    RESTING = auto()
    POINTED_AT = auto()
    CHOSEN = auto()
    STRESSED = auto()  # it has just come first without the annotator's doing


def state_of(option: QStyleOptionViewItem, *, chosen: bool, pointed_at: bool = False) -> RowState:
    """The state of a row of a view; what is chosen stays so under the pointer."""
    if chosen:
        return RowState.CHOSEN
    if pointed_at or option.state & QStyle.StateFlag.State_MouseOver:
        return RowState.POINTED_AT
    return RowState.RESTING


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, *, state: RowState, tones: Tones
) -> None:
    """Fill the row by its state, mark a chosen one at its edge too, and ring the one with the focus.

    Colour is never the only carrier: the edge tells a chosen row, the ring the keyboard's.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRectF(QRect(option.rect)).adjusted(*INSET)
    pointed_at = QColor(tones.line)
    pointed_at.setAlphaF(0.5)
    fills = {
        RowState.POINTED_AT: pointed_at,
        RowState.CHOSEN: QColor(tones.accent_soft),
        RowState.STRESSED: QColor(tones.warning_soft),
    }
    if state in fills:
        painter.setBrush(fills[state])
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    if state is RowState.CHOSEN:
        painter.setBrush(QColor(tones.accent))
        edge = QRectF(box.left(), box.top() + RADIUS, EDGE_WIDTH, box.height() - 2 * RADIUS)
        painter.drawRoundedRect(edge, EDGE_WIDTH / 2, EDGE_WIDTH / 2)
    ring = None
    if state is RowState.STRESSED:
        ring = tones.warning
    elif option.state & QStyle.StateFlag.State_HasFocus:
        ring = tones.accent
    if ring is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ring), RING_WIDTH))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.restore()


def paint_rim(painter: QPainter, box: QRect, tones: Tones) -> None:
    """A hair line around a small picture, so that a white one has an end on white ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tones.line), 1.0))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 1, RADIUS - 1)
    painter.restore()
