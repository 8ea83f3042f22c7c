"""On top of the mask under repair: the prompts, and what the tool is about to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tas_desktop.domain.prompt import Prompts
from tas_desktop.ui.canvas.mask_items import screen_pen
from tas_desktop.ui.canvas.tools.tool import BRIGHT, DARK, stroke_seen

if TYPE_CHECKING:
    from tas_desktop.ui.canvas.tools.key_cursor import KeyCursor
    from tas_desktop.ui.canvas.tools.tool import CanvasTool

RADIUS_PX = 7.0
ARM_PX = 3.5
INSIDE, OUTSIDE = QColor("#1f9d55"), QColor("#c93a2f")


class OverlayItem(QGraphicsItem):
    """Points with their sign, the box, and the tool's own drawing; signs have shapes, not colours alone."""

    def __init__(self, key_cursor: KeyCursor) -> None:
        super().__init__()
        self._key_cursor = key_cursor
        self._picture = QRectF()
        self._prompts = Prompts()
        self._tool: CanvasTool | None = None

    def show_on(self, picture: QRectF, tool: CanvasTool | None) -> None:
        """Draw over a picture for a tool; None draws nothing."""
        self.prepareGeometryChange()
        self._picture, self._tool = picture, tool
        self.update()

    def show_prompts(self, prompts: Prompts) -> None:
        """Draw these prompts."""
        self._prompts = prompts
        self.update()

    def boundingRect(self) -> QRectF:
        """The picture, and as much around it: shapes may begin beside it."""
        if self._tool is None:
            return QRectF()
        return self._picture.adjusted(
            -self._picture.width(), -self._picture.height(), self._picture.width(), self._picture.height()
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Box, points, then the tool."""
        if self._tool is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixel = 1.0 / max(painter.worldTransform().m11(), 1e-6)
        if self._prompts.box_xywh is not None:
            box = QPainterPath()
            box.addRect(QRectF(*self._prompts.box_xywh))
            stroke_seen(painter, box, dashed=True)
        for point in self._prompts.points:
            _draw_point(painter, QPointF(*point.point_xy), inside=point.inside, pixel=pixel)
        self._tool.paint(painter)
        self._key_cursor.paint(painter, pixel)


def _draw_point(painter: QPainter, at: QPointF, *, inside: bool, pixel: float) -> None:
    """A disc with a plus or a minus."""
    painter.setPen(screen_pen(painter, DARK, 3.2))
    painter.setBrush(INSIDE if inside else OUTSIDE)
    painter.drawEllipse(at, RADIUS_PX * pixel, RADIUS_PX * pixel)
    pen = screen_pen(painter, BRIGHT, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawEllipse(at, RADIUS_PX * pixel, RADIUS_PX * pixel)
    arm = ARM_PX * pixel
    painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
    if inside:
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
