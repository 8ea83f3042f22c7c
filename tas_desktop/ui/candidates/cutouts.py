"""Cut-outs of candidates: the picture inside the mask's box, the rest of it dimmed."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap

from tas_desktop.ui.canvas.paths import path_of

if TYPE_CHECKING:
    from tas_desktop.session.outlines import MaskOutline
    from tas_desktop.session.pyramid import Pyramid

CONTEXT = 0.18  # of the box's longer side, around it
KEPT = 300


class Cutouts:
    """Makes and keeps the small pictures of the ranked list for one image."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()

    def clear(self) -> None:
        """Another image or other masks."""
        self._kept.clear()

    def get(
        self, index: int, *, pyramid: Pyramid, outline: MaskOutline, side: int, ratio: float, veil: QColor
    ) -> QPixmap:
        """The cut-out of one mask, ``side`` logical pixels square, with rounded corners."""
        key = (index, side, ratio)
        if key not in self._kept:
            self._kept[key] = _draw(pyramid, outline, side=side, ratio=ratio, veil=veil)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]


def _draw(pyramid: Pyramid, outline: MaskOutline, *, side: int, ratio: float, veil: QColor) -> QPixmap:
    x, y, w, h = outline.box_xywh
    reach = max(w, h, 4.0) * (1 + 2 * CONTEXT)
    frame = QRectF(x + w / 2 - reach / 2, y + h / 2 - reach / 2, reach, reach)
    level = 0
    while level + 1 < len(pyramid.levels_bgrx) and reach / 2 ** (level + 1) >= side * ratio:
        level += 1
    pixels = pyramid.levels_bgrx[level]
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32)
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(0, 0, side, side), 6, 6)
    painter.setClipPath(clip)
    painter.fillRect(QRectF(0, 0, side, side), veil)
    painter.scale(side / reach, side / reach)
    painter.translate(-frame.topLeft())
    # Only the part that is seen: scaling a whole photograph for a thumbnail would hold up the list.
    seen = frame.intersected(QRectF(0, 0, pyramid.width, pyramid.height))
    factor_x, factor_y = width / pyramid.width, height / pyramid.height
    source = QRectF(
        seen.x() * factor_x, seen.y() * factor_y, seen.width() * factor_x, seen.height() * factor_y
    )
    painter.drawImage(seen, image, source)
    outside = QPainterPath()
    outside.addRect(frame)
    dimmed = QColor(veil)
    dimmed.setAlphaF(0.72)
    painter.fillPath(outside.subtracted(path_of(outline.rings_at(side * ratio / reach))), dimmed)
    painter.end()
    return pixmap
