"""A list of rows that a person walks by keyboard: images, expressions, candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

if TYPE_CHECKING:
    from tas_desktop.ui.long_row_list import LongRowList

_PAGING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def take_key(rows: RowList | LongRowList, event: QKeyEvent) -> bool:
    """Emit the signal of Enter, Space or Esc; leave paging and letters to the window.

    Returns:
        False for every other key: it is the view's own.
    """
    signal = {
        Qt.Key.Key_Return: rows.enter_pressed,
        Qt.Key.Key_Enter: rows.enter_pressed,
        Qt.Key.Key_Space: rows.space_pressed,
        Qt.Key.Key_Escape: rows.escape_pressed,
    }.get(Qt.Key(event.key()))
    if signal is not None:
        if not event.isAutoRepeat() or event.key() == Qt.Key.Key_Escape:
            signal.emit()
    elif event.key() in _PAGING or event.text().isalnum():
        event.ignore()
    else:
        return False
    return True


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
        if not take_key(self, event):
            super().keyPressEvent(event)
