"""A line of plain text that shortens itself to the room it gets.

Our own, because superqt's label of this kind brings in what costs every start a fifth of a second.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

LEAST_LETTERS = 2


class ElidingLabel(QLabel):
    """Shows as much of its text as there is room for, an ellipsis in place of the rest.

    ``text()`` is all of it. Tags in it are letters like any others.
    """

    def __init__(self, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._mode = Qt.TextElideMode.ElideRight

    def setElideMode(self, mode: Qt.TextElideMode) -> None:
        """Where the ellipsis goes."""
        self._mode = mode
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for hardly anything: the text must not widen what it stands in."""
        wanted = super().minimumSizeHint()
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(wanted.width(), least), wanted.height())

    def shown_text(self) -> str:
        """The text as it is on the screen."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shortened text in the label's own colour and alignment; frame and ground as usual."""
        del event
        painter = QPainter(self)
        self.drawFrame(painter)
        alignment = self.alignment() | Qt.TextFlag.TextSingleLine
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(alignment),
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )
