"""What the window shows while something is held over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tas_desktop.ui.theme import Theme

MARGIN = 18
DASHES = (6, 4)
COVER = 225  # of 255: what is below is dimmed, not gone


class DropHint(QWidget):
    """Covers the window with a dashed frame and one line; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("drop-hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._text = ""
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_over(self, text: str) -> None:
        """Cover the parent and say what letting go will do."""
        self._text = text
        self.setAccessibleName(text)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil, frame and line."""
        tones = self._theme.tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tones.window)
        veil.setAlpha(COVER)
        painter.fillRect(self.rect(), veil)
        pen = QPen(QColor(tones.accent), 2)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), 12, 12)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.5 if font.pointSizeF() > 0 else 15)
        painter.setFont(font)
        painter.setPen(QColor(tones.text))
        inside = self.rect().adjusted(3 * MARGIN, MARGIN, -3 * MARGIN, -MARGIN)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)
