"""Masks on the canvas: the selected one tinted, one under the mouse, and the region that was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from tas_desktop.ui.canvas.paths import MaskPaths

HALO = QColor(0, 0, 0, 150)
TINT = 0.25  # until the settings say another: a red thing stays red under it
LINE_WIDTH, STRESSED_WIDTH = 2.2, 3.4
VEIL = QColor(0, 0, 0, 48)
WHOLE = 0.98  # a region that holds so much of the picture says nothing


def screen_pen(painter: QPainter, colour: QColor, width: float) -> QPen:
    """A pen whose width is in logical pixels, whatever the zoom and the scale of the screen."""
    pen = QPen(colour, width * painter.device().devicePixelRatio())  # Qt takes it in those of the device
    pen.setCosmetic(True)
    return pen


def paint_mask(
    painter: QPainter, path: QPainterPath, colour: QColor, *, tint: float, width: float = LINE_WIDTH
) -> None:
    """Tint, dark halo, bright line: the look of what would be accepted.

    Args:
        painter: in pixels of the picture.
        path: outline of the mask.
        colour: of tint and line.
        tint: opacity of the tint, 0 to 1.
        width: of the line, in logical pixels of the screen.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QColor(colour)
    inside.setAlphaF(tint)
    painter.fillPath(path, inside)
    painter.strokePath(path, screen_pen(painter, HALO, width + 2.0))
    painter.strokePath(path, screen_pen(painter, colour, width))


def scale_of(painter: QPainter) -> float:
    """Screen pixels per unit of the item that is being painted."""
    return float(painter.worldTransform().m11() * painter.device().devicePixelRatio())


class TintedItem(QGraphicsItem):
    """Something that `paint_mask` paints: its colour and its tint."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._colour = colour
        self._opacity = TINT

    def set_colour(self, colour: QColor) -> None:
        """Tint and outline."""
        self._colour = colour
        self.update()

    def set_tint(self, opacity: float) -> None:
        """Opacity of the tint, 0 to 1; the outline stays."""
        self._opacity = opacity
        self.update()


class SelectedMaskItem(TintedItem):
    """The mask of the selected candidate."""

    def __init__(self, colour: QColor) -> None:
        super().__init__(colour)
        self._mask: MaskPaths | None = None
        self._stressed = False

    def show_mask(self, mask: MaskPaths | None) -> None:
        """Show another mask, or none."""
        self.prepareGeometryChange()
        self._mask = mask
        self.update()

    def set_tint(self, opacity: float) -> None:
        """Opacity of the tint, 0 to 1; the room around the mask need not be painted again."""
        self._opacity = opacity
        if self._mask is not None:
            self.update(self._mask.box)

    def set_stressed(self, stressed: bool) -> None:
        """Point the mask out: it has just replaced another."""
        self._stressed = stressed
        self.update()

    def boundingRect(self) -> QRectF:
        """The mask with room for its outline at any zoom that shows it."""
        if self._mask is None:
            return QRectF()
        box = self._mask.box
        margin = max(box.width(), box.height(), 8.0)
        return box.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Tint, dark halo, bright line, broader while it is pointed out."""
        if self._mask is not None:
            path, width = self._mask.at(scale_of(painter)), STRESSED_WIDTH if self._stressed else LINE_WIDTH
            paint_mask(painter, path, self._colour, tint=self._opacity, width=width)


class HoverItem(QGraphicsItem):
    """The mask under the mouse or under the pointer in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._mask: MaskPaths | None = None

    def show_mask(self, mask: MaskPaths | None) -> None:
        """Show another mask, or none."""
        self.prepareGeometryChange()
        self._mask = mask
        self.update()

    def boundingRect(self) -> QRectF:
        """The mask with room for its line at any zoom that shows it."""
        if self._mask is None:
            return QRectF()
        box = self._mask.box
        margin = max(box.width(), box.height(), 8.0) / 4
        return box.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A light veil and a white line."""
        if self._mask is None:
            return
        path = self._mask.at(scale_of(painter))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(255, 255, 255, 60))
        painter.strokePath(path, screen_pen(painter, HALO, 3.2))
        painter.strokePath(path, screen_pen(painter, QColor(255, 255, 255), 1.6))


class RegionItem(QGraphicsItem):
    """Where the spatial rectifier looked: the rest of the picture is shaded."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QRectF()
        self._regions: list[QRectF] = []

    def show_regions(self, picture: QRectF, regions: list[QRectF]) -> None:
        """Shade everything of the picture but these boxes; nothing without any, or where one is all of it."""
        self.prepareGeometryChange()
        enough = WHOLE * picture.width() * picture.height()
        whole = any(region.width() * region.height() >= enough for region in regions)
        self._picture, self._regions = picture, [] if whole else regions
        self.update()

    def boundingRect(self) -> QRectF:
        """The picture."""
        return self._picture if self._regions else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A dark veil with a dashed border around the regions."""
        if not self._regions:
            return
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(self._picture)
        for region in self._regions:
            part = QPainterPath()
            part.addRect(region.intersected(self._picture))
            inside = inside.united(part)
        painter.fillPath(outside.subtracted(inside), VEIL)
        dashed = screen_pen(painter, QColor(255, 255, 255, 190), 1.2)
        dashed.setDashPattern([6, 5])
        painter.strokePath(inside, screen_pen(painter, QColor(0, 0, 0, 120), 1.2))
        painter.strokePath(inside, dashed)
