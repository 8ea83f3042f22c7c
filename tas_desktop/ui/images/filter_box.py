"""The filter of the image list: a line edit that knows the way to the list and back out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tas_desktop.ui.composing_line import ComposingLine


class FilterBox(ComposingLine):
    """Down and Enter go on to the list; Escape empties the box, and leaves it once it is empty.

    Signals:
        entered_list: the list shall have the focus.
        left: the focus shall go back to where the work is.
    """

    entered_list = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("image-filter")
        self.setClearButtonEnabled(True)

    def take_key(self, event: QKeyEvent) -> bool:
        """The keys that lead elsewhere."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_list.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True
