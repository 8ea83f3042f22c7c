"""Masks on the canvas: the selected one tinted, the others as thin lines, one under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

HALO = QColor(0, 0, 0, 150)


def cosmetic_pen(colour: QColor, width: float) -> QPen:
    """A pen whose width does not depend on the zoom."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen


class SelectedMaskItem(QGraphicsItem):
    """One mask, tinted, with a crisp outline that can be seen on any picture."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._colour = colour
        self._opacity = 0.4
        self._stressed = False

    def show_path(self, path: QPainterPath) -> None:
        """Show another mask; an empty path shows none."""
        self.prepareGeometryChange()
        self._path = path
        self.update()

    def set_colour(self, colour: QColor) -> None:
        """Tint and outline."""
        self._colour = colour
        self.update()

    def set_tint(self, opacity: float) -> None:
        """Opacity of the tint, 0 to 1; the outline stays."""
        self._opacity = opacity
        self.update()

    def set_stressed(self, stressed: bool) -> None:
        """Point the mask out: it has just replaced another."""
        self._stressed = stressed
        self.update()

    def boundingRect(self) -> QRectF:
        """The mask with room for its outline at any zoom that shows it."""
        if self._path.isEmpty():
            return QRectF()
        box = self._path.boundingRect()
        margin = max(box.width(), box.height(), 8.0)
        return box.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Tint, dark halo, bright line."""
        if self._path.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(self._colour)
        tint.setAlphaF(self._opacity)
        painter.fillPath(self._path, tint)
        width = 3.2 if self._stressed else 2.0
        painter.strokePath(self._path, cosmetic_pen(HALO, width + 2.0))
        painter.strokePath(self._path, cosmetic_pen(self._colour, width))


class OutlinesItem(QGraphicsItem):
    """Other candidates as thin lines, in one path.

    Cosmetic lines of at most one pixel have a quick way of their own in Qt's painter: 1 ms for 40 masks,
    where 1.2 pixels take 30 ms. The dark line is therefore the same line, moved by a pixel.
    """

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._strength = 1.0

    def show_paths(self, paths: list[QPainterPath], *, strength: float = 1.0) -> None:
        """Show the outlines of these masks, fainter where ``strength`` is below 1."""
        self.prepareGeometryChange()
        self._strength = strength
        self._path = QPainterPath()
        for path in paths:
            self._path.addPath(path)
        self.update()

    def boundingRect(self) -> QRectF:
        """All outlines."""
        return self._path.boundingRect().adjusted(-4, -4, 4, 4) if not self._path.isEmpty() else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Dark under light, so that the lines show on any picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixel = 1.0 / max(painter.worldTransform().m11(), 1e-6)
        painter.translate(pixel, pixel)
        painter.strokePath(self._path, cosmetic_pen(QColor(0, 0, 0, int(110 * self._strength)), 1.0))
        painter.translate(-pixel, -pixel)
        painter.strokePath(self._path, cosmetic_pen(QColor(255, 255, 255, int(165 * self._strength)), 1.0))


class HoverItem(QGraphicsItem):
    """The mask under the mouse or under the pointer in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()

    def show_path(self, path: QPainterPath) -> None:
        """Show another mask; an empty path shows none."""
        self.prepareGeometryChange()
        self._path = path
        self.update()

    def boundingRect(self) -> QRectF:
        """The mask."""
        return self._path.boundingRect().adjusted(-6, -6, 6, 6) if not self._path.isEmpty() else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A light veil and a white line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._path, QColor(255, 255, 255, 60))
        painter.strokePath(self._path, cosmetic_pen(HALO, 3.2))
        painter.strokePath(self._path, cosmetic_pen(QColor(255, 255, 255), 1.6))


class RegionItem(QGraphicsItem):
    """Where the spatial rectifier looked: the rest of the picture is shaded."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QRectF()
        self._regions: list[QRectF] = []

    def show_regions(self, picture: QRectF, regions: list[QRectF]) -> None:
        """Shade everything of the picture but these boxes; nothing where there are none."""
        self.prepareGeometryChange()
        self._picture, self._regions = picture, regions
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
        painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 56))
        dashed = cosmetic_pen(QColor(255, 255, 255, 190), 1.2)
        dashed.setDashPattern([6, 5])
        painter.strokePath(inside, cosmetic_pen(QColor(0, 0, 0, 120), 1.2))
        painter.strokePath(inside, dashed)
