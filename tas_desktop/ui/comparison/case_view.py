"""One expression of a comparison: its picture with what was accepted and both masks, and what is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tas_desktop.evaluation.writing.case_picture import TRUE_RGB, Look, look_of
from tas_desktop.ui.pixmaps import pixmap_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SMALLEST = QSize(220, 160)


class CasePicture(QWidget):
    """The picture as large as its place, never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to see."""
        return not self._pixmap.isNull()

    def show_pixels(self, pixels_rgb: NDArray[np.uint8] | None) -> None:
        """Take over pixels, uint8 of shape (height, width, 3); None shows nothing."""
        self._pixmap = QPixmap() if pixels_rgb is None else pixmap_of(pixels_rgb)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle."""
        if self._pixmap.isNull():
            return
        size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap)
        painter.end()


class Swatch(QWidget):
    """A short line in the look of an outline."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(34, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dark below, colour above, as on the picture."""
        painter = QPainter(self)
        middle = self.height() // 2
        for colour, width in ((QColor(16, 16, 16), 5), (QColor(*self._look.rgb), 3)):
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            drawn, left = self._look.dash
            if left:
                pen.setDashPattern([drawn / width, left / width])
            painter.setPen(pen)
            painter.drawLine(2, middle, self.width() - 2, middle)
        painter.end()


class CaseView(QWidget):
    """Picture and legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = CasePicture(self)
        self.labels: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.picture, 1)
        for look in (Look(TRUE_RGB, (1, 0)), look_of(0), look_of(1)):
            layout.addWidget(self._entry(look, self))

    def name(self, texts: tuple[str, str, str]) -> None:
        """What was accepted, and both contenders."""
        for label, text in zip(self.labels, texts, strict=True):
            label.setText(text)
        self.picture.setAccessibleName(", ".join(texts))

    def _entry(self, look: Look, parent: QWidget) -> QWidget:
        entry = QWidget(parent)
        label = QLabel(entry)
        label.setObjectName("muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Swatch(look, entry))
        layout.addWidget(label, 1)
        self.labels.append(label)
        return entry
