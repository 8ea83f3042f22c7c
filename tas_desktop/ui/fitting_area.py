"""A place as tall as its content where there is room, and scrolling where there is none: nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

FRAME = 1  # as in the style sheet


class FittingArea(QScrollArea):
    """Shows one widget whose height follows from the width it gets.

    Args:
        content: the widget; the area asks it anew whenever its layout changes.
        lines: lines of text that can always be seen, however low the window.
    """

    def __init__(self, content: QWidget, *, lines: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content, self._lines = content, lines
        self.setWidget(content)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other content may need another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """All of it, as tall as its texts are at this width."""
        width = self.viewport().width()
        return QSize(width, self._needed(width))

    def minimumSizeHint(self) -> QSize:
        """A few lines, or all of it where it is lower than they are."""
        few = self._lines * self.fontMetrics().height()
        return QSize(80, min(few, self._needed(self.viewport().width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _needed(self, width: int) -> int:
        content = self._content
        height = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        return height + 2 * FRAME if height > 0 else 0
