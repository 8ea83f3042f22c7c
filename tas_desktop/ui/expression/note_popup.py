"""A line for the note of a flag: beside the work, not in its way."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from tas_desktop.ui.composing_line import ComposingLine

LONGEST_NOTE = 500
WIDTH = 340


class NotePopup(QDialog):
    """Enter flags, with or without a note; Escape, or a click beside it, leaves things as they are.

    Signals:
        noted: the note, which may be empty.
    """

    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command-palette")  # it looks like that
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Flag"))
        title = QLabel(self.tr("What should someone look at?"), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("strong")
        self.line = ComposingLine(self)
        self.line.setMaxLength(LONGEST_NOTE)
        self.line.setPlaceholderText(self.tr("A note, or nothing"))
        self.line.setAccessibleName(self.tr("What should someone look at?"))
        title.setBuddy(self.line)
        keys = QLabel(self.tr("⏎ flags   Esc cancels"), self)
        keys.setTextFormat(Qt.TextFormat.PlainText)
        keys.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(7)
        for widget in (title, self.line, keys):
            layout.addWidget(widget)
        self.line.returnPressed.connect(self._on_return)

    def sizeHint(self) -> QSize:
        """Room for a short sentence."""
        return super().sizeHint().expandedTo(QSize(WIDTH, 0))

    def open_below(self, widget: QWidget) -> None:
        """Appear below a widget, with the focus in the line."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        self.line.setFocus()

    @Slot()
    def _on_return(self) -> None:
        if not self.line.is_composing:
            note = self.line.text().strip()
            self.close()
            self.noted.emit(note)
