"""The expression box: a line edit whose keys serve the loop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from tas_desktop.ui.fonts import enlarged

# A line edit claims these for itself before a shortcut sees them; here they are the window's.
_EDITING_KEYS_OF_THE_WINDOW = (
    Qt.Key.Key_K,  # deletes to the end of the line on some systems; here the command palette
    Qt.Key.Key_E,
    Qt.Key.Key_J,
    Qt.Key.Key_M,
)
_TEXT_MARGIN = 14  # frame, padding and cursor on either side, as in the style sheet
_CONTROL = Qt.KeyboardModifier.ControlModifier
ENLARGED = 4 / 3  # it is what the annotator looks at most
_WALKING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ExpressionBox(QLineEdit):
    """Keeps text keys and hands the loop's keys on; while an input method composes, all keys are its own."""

    enter_pressed = Signal()
    escape_pressed = Signal()
    walked = Signal(int)
    undo_decision = Signal()
    redo_decision = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expression-box")
        self.setFont(enlarged(self, ENLARGED))
        self.setMaxLength(2000)
        self._composing = False

    @property
    def is_composing(self) -> bool:
        """Whether an input method is at work."""
        return self._composing

    def shows_all(self) -> bool:
        """Whether the whole text fits into the box."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.width() - 2 * _TEXT_MARGIN

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether a composition is under way."""
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def event(self, event: QEvent) -> bool:
        """Decide who gets a key that is both editing and shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._composing:
                event.accept()
                return True
            if event.modifiers() & _CONTROL and event.key() in _EDITING_KEYS_OF_THE_WINDOW:
                event.ignore()
                return False
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape, Up, Down and the undo keys; the rest is typing."""
        if self._composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _has_modifier(event):
            if not event.isAutoRepeat():
                self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.key() in _WALKING and not _has_modifier(event):
            self.walked.emit(_WALKING[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._redo()
        else:
            super().keyPressEvent(event)

    def _undo(self) -> None:
        """Typing since the last decision first, then decisions."""
        if self.isUndoAvailable():
            self.undo()
        else:
            self.undo_decision.emit()

    def _redo(self) -> None:
        if self.isRedoAvailable():
            self.redo()
        else:
            self.redo_decision.emit()


def _has_modifier(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
