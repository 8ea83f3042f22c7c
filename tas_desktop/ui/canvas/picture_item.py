"""The picture on the canvas, painted from the level of its pyramid that fits the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from tas_desktop.session.pyramid import Pyramid


class PictureItem(QGraphicsItem):
    """Paints only what is exposed, never from more than about twice the pixels it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._pyramid: Pyramid | None = None
        self._images: list[QImage] = []

    def show_pyramid(self, pyramid: Pyramid | None) -> None:
        """Show another picture, or none."""
        self.prepareGeometryChange()
        self._pyramid = pyramid
        self._images = []
        if pyramid is not None:
            for level in pyramid.levels_bgrx:
                height, width = level.shape[:2]
                # No copy: the pyramid is kept as long as the image.
                self._images.append(
                    QImage(level.data, width, height, level.strides[0], QImage.Format.Format_RGB32)
                )

    def boundingRect(self) -> QRectF:
        """The picture's pixels."""
        if self._pyramid is None:
            return QRectF()
        return QRectF(0, 0, self._pyramid.width, self._pyramid.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the exposed part; pixels stay crisp when enlarged."""
        if self._pyramid is None:
            return
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatio()
        level = 0
        while level + 1 < len(self._images) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        image = self._images[level]
        target = option.exposedRect.intersected(self.boundingRect())
        factor_x, factor_y = image.width() / self._pyramid.width, image.height() / self._pyramid.height
        source = QRectF(
            target.x() * factor_x,
            target.y() * factor_y,
            target.width() * factor_x,
            target.height() * factor_y,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 2.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawImage(target, image, source, Qt.ImageConversionFlag.AutoColor)
