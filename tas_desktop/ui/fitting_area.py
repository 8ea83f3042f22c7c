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
        name: the area's object name.
        beside: lines of text that the window needs for everything else; in a higher window the area keeps
            what is left, up to its whole height. None leaves it at ``lines``.
    """

    def __init__(
        self,
        content: QWidget,
        *,
        lines: int,
        name: str,
        beside: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content, self._lines, self._beside = content, lines, beside
        # Its height is that for the width at hand, not that for its narrowest width.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
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
        """A few lines and what a high window can spare; all of it where it is lower than that."""
        line = self.fontMetrics().height()
        spare = 0 if self._beside is None else self.window().height() - self._beside * line
        return QSize(80, min(max(self._lines * line, spare), self._needed(self.viewport().width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _needed(self, width: int) -> int:
        content = self._content
        height = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        return height + 2 * FRAME if height > 0 else 0
