"""One plot in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from numpy.typing import NDArray


class PlotPicture(QWidget):
    """Shows pixels that a lane has drawn, at the size they were drawn for.

    Args:
        title: what the plot shows, for who cannot see it.
        size: in logical pixels.
    """

    def __init__(self, title: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pixmap = QPixmap()

    def show_pixels(self, pixels_rgba: NDArray[np.uint8]) -> None:
        """Take over pixels, uint8 of shape (height, width, 4)."""
        pixels = np.ascontiguousarray(pixels_rgba)
        height, width = pixels.shape[:2]
        image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
        self._pixmap = QPixmap.fromImage(image.copy())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plot, or nothing while it is being drawn."""
        if self._pixmap.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRect(0, 0, self.width(), self.height()), self._pixmap)
        painter.end()

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to see."""
        return not self._pixmap.isNull()
