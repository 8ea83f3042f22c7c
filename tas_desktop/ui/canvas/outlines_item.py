"""The outlines of all masks but the selected one, painted once per zoom and then moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.ui.canvas.paths import MaskPaths

MARGIN = 96  # logical pixels painted beyond the viewport, so that small pans need no new layer


class OutlinesItem(QGraphicsItem):
    """Other candidates as thin lines.

    Cosmetic lines of at most one pixel have a quick way of their own in Qt's painter: 1 ms for 40 masks,
    where 1.2 pixels take 30 ms. The dark line is therefore the same line, moved by a pixel.

    The lines lie in one layer as large as the viewport and a margin. Panning, another opacity and hovering
    only copy it; another zoom paints it anew, with the points that can be told apart at that zoom, roughly at
    first and smoothly once the zooming has come to rest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._masks: Sequence[MaskPaths] = ()
        self._box = QRectF()
        self._strength = 1.0
        self._layer = QImage()
        self._layer_transform = QTransform()
        self._draft = False

    def set_draft(self, draft: bool) -> None:
        """While somebody zooms each step needs a new layer: light lines without smoothing will do.

        Args:
            draft: False paints the lines as they should be.
        """
        if draft != self._draft:
            self._draft = draft
            if not draft:
                self._layer = QImage()
                self.update()

    def show_masks(self, masks: Sequence[MaskPaths], *, strength: float = 1.0) -> None:
        """Show the outlines of these masks, fainter where ``strength`` is below 1."""
        self.prepareGeometryChange()
        self._masks, self._strength = masks, strength
        self._box = QRectF()
        for mask in masks:
            self._box = self._box.united(mask.box)
        self._layer = QImage()
        self.update()

    def boundingRect(self) -> QRectF:
        """All outlines."""
        return self._box.adjusted(-4, -4, 4, 4) if not self._box.isNull() else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Copy the layer, after painting it anew where it does not show what is exposed."""
        if not self._masks or widget is None:
            return
        transform, ratio = painter.worldTransform(), painter.device().devicePixelRatio()
        exposed = transform.mapRect(option.exposedRect).intersected(QRectF(widget.rect()))
        place = self._place_of_layer(transform, ratio)
        if place is None or not QRectF(place, self._layer.deviceIndependentSize()).contains(exposed):
            self._paint_layer(transform, widget.size(), ratio=ratio)
            place = QPointF(-MARGIN, -MARGIN)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawImage(place, self._layer)
        painter.restore()

    def _place_of_layer(self, transform: QTransform, ratio: float) -> QPointF | None:
        """Where the layer belongs in the viewport, or None where it is of another zoom."""
        old = self._layer_transform
        same = (transform.m11(), transform.m22(), ratio) == (
            old.m11(),
            old.m22(),
            self._layer.devicePixelRatio(),
        )
        if self._layer.isNull() or not same:
            return None
        return QPointF(transform.dx() - old.dx() - MARGIN, transform.dy() - old.dy() - MARGIN)

    def _paint_layer(self, transform: QTransform, viewport: QSize, *, ratio: float) -> None:
        size = QSize(viewport.width() + 2 * MARGIN, viewport.height() + 2 * MARGIN)
        if self._layer.size() != size * ratio:
            self._layer = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._layer.setDevicePixelRatio(ratio)
        self._layer.fill(Qt.GlobalColor.transparent)
        self._layer_transform = QTransform(transform)
        painter = QPainter(self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not self._draft)
        moved = transform * QTransform.fromTranslate(MARGIN, MARGIN)
        seen = moved.inverted()[0].mapRect(QRectF(0, 0, size.width(), size.height()))
        lines = QPainterPath()
        for mask in self._masks:
            if mask.box.intersects(seen):
                lines.addPath(mask.at(transform.m11() * ratio))
        if not self._draft:
            painter.setWorldTransform(moved * QTransform.fromTranslate(1, 1))
            painter.strokePath(lines, _hair_line(QColor(0, 0, 0, int(110 * self._strength))))
        painter.setWorldTransform(moved)
        painter.strokePath(lines, _hair_line(QColor(255, 255, 255, int(165 * self._strength))))
        painter.end()


def _hair_line(colour: QColor) -> QPen:
    """One pixel of the device, at any zoom."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen
