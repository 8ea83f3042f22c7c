"""From pixel arrays to pixmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

if TYPE_CHECKING:
    from numpy.typing import NDArray


def pixmap_of(pixels_rgb: NDArray[np.uint8]) -> QPixmap:
    """A pixmap of a uint8 RGB array of shape (h, w, 3)."""
    pixels = np.ascontiguousarray(pixels_rgb)
    height, width = pixels.shape[:2]
    return QPixmap.fromImage(QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888))


def rounded_cover(source: QPixmap, size: QSize, *, ratio: float, radius: float = 5.0) -> QPixmap:
    """A pixmap scaled and cropped to fill ``size`` (logical pixels), with rounded corners."""
    target = QPixmap(size * ratio)
    target.setDevicePixelRatio(ratio)
    target.fill(Qt.GlobalColor.transparent)
    if source.isNull():
        return target
    painter = QPainter(target)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(0, 0, size.width(), size.height()), radius, radius)
    painter.setClipPath(clip)
    scale = max(size.width() / source.width(), size.height() / source.height())
    width, height = source.width() * scale, source.height() * scale
    place = QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)
    painter.drawPixmap(place, source, QRectF(source.rect()))
    painter.end()
    return target
