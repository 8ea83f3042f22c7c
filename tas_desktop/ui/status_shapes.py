"""Status marks with a shape each, so that colour is never the only carrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tas_desktop.storage.rows import ExpressionStatus, ImageStatus

if TYPE_CHECKING:
    from tas_desktop.ui.theme import Tones


def paint_image_status(painter: QPainter, box: QRectF, status: ImageStatus, tones: Tones) -> None:
    """Ring, dotted ring, half disc, disc with a tick, flag."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)  # a ring is hollow, whatever was painted before
    if status is ImageStatus.DONE:
        _tick_disc(painter, box, QColor(tones.good), QColor(tones.panel))
    elif status is ImageStatus.FLAGGED:
        _flag(painter, box, QColor(tones.warning))
    elif status is ImageStatus.PARTLY_DONE:
        painter.setPen(QPen(QColor(tones.accent), 1.6))
        painter.drawEllipse(box)
        painter.setBrush(QColor(tones.accent))
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif status is ImageStatus.PROPOSED:
        painter.setPen(QPen(QColor(tones.muted), 1.6))
        painter.drawEllipse(box)
        painter.setBrush(QColor(tones.muted))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(box.center(), 1.8, 1.8)
    else:
        painter.setPen(QPen(QColor(tones.muted), 1.6))
        painter.drawEllipse(box)
    painter.restore()


def paint_expression_status(painter: QPainter, box: QRectF, status: ExpressionStatus, tones: Tones) -> None:
    """Ring, disc with a tick, crossed ring, double arrow, flag."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)  # a ring is hollow, whatever was painted before
    if status is ExpressionStatus.ACCEPTED:
        _tick_disc(painter, box, QColor(tones.good), QColor(tones.panel))
    elif status is ExpressionStatus.FLAGGED:
        _flag(painter, box, QColor(tones.warning))
    elif status is ExpressionStatus.NO_TARGET:
        painter.setPen(QPen(QColor(tones.muted), 1.6))
        painter.drawEllipse(box)
        painter.drawLine(box.topLeft() + QPointF(2, 2), box.bottomRight() - QPointF(2, 2))
    elif status is ExpressionStatus.SKIPPED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.muted))
        middle = box.center().x()
        for left in (box.left(), middle):
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, box.top() + 1),
                        QPointF(left + box.width() / 2, box.center().y()),
                        QPointF(left, box.bottom() - 1),
                    ]
                )
            )
    else:
        painter.setPen(QPen(QColor(tones.muted), 1.6))
        painter.drawEllipse(box)
    painter.restore()


def _tick_disc(painter: QPainter, box: QRectF, ground: QColor, stroke: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
    pen = QPen(stroke, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(x + 0.22 * w, y + 0.53 * h),
                QPointF(x + 0.42 * w, y + 0.72 * h),
                QPointF(x + 0.79 * w, y + 0.3 * h),
            ]
        )
    )


def _flag(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(box.topLeft() + QPointF(1, -1), box.bottomLeft() + QPointF(1, 1))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(
        QPolygonF(
            [
                box.topLeft() + QPointF(1, -0.5),
                QPointF(box.right() + 1, box.top() + 0.32 * box.height()),
                QPointF(box.left() + 1, box.top() + 0.68 * box.height()),
            ]
        )
    )
