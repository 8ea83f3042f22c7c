"""A list of rows that a person walks by keyboard: images, expressions, candidates."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def signal_of(event: QKeyEvent) -> str | None:
    """Name of the signal that a list of rows emits for a key, if there is one."""
    if event.key() in _ENTER:
        return "enter_pressed"
    return {Qt.Key.Key_Space: "space_pressed", Qt.Key.Key_Escape: "escape_pressed"}.get(Qt.Key(event.key()))


def is_of_the_window(event: QKeyEvent) -> bool:
    """Whether a key that a list of rows gets is for the window: paging and letters."""
    return event.key() in _PAGING or event.text().isalnum()


class RowList(QListView):
    """Rows of one height, one selected at a time, never edited; paging keys and letters are the window's.

    Signals:
        enter_pressed: Enter while the list has the focus; not for a key held down.
        space_pressed: Space, likewise.
        escape_pressed: Esc.
    """

    enter_pressed = Signal()
    space_pressed = Signal()
    escape_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort out whose key it is."""
        signal = signal_of(event)
        if signal is not None:
            if not event.isAutoRepeat() or event.key() == Qt.Key.Key_Escape:
                getattr(self, signal).emit()
        elif is_of_the_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
