"""The expression box: a line edit whose keys serve the loop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from tas_desktop.ui.actions.claims import action_of
from tas_desktop.ui.composing_line import ComposingLine
from tas_desktop.ui.fonts import keep_enlarged

_TEXT_MARGIN = 14  # frame, padding and cursor on either side, as in the style sheet
ENLARGED = 4 / 3  # it is what the annotator looks at most
UNDO, REDO = "undo", "redo"  # names in the action table
_WALKING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ExpressionBox(ComposingLine):
    """Keeps text keys and hands the loop's keys on; while an input method composes, all keys are its own."""

    enter_pressed = Signal()
    escape_pressed = Signal()
    walked = Signal(int)
    undo_decision = Signal()
    redo_decision = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expression-box")
        keep_enlarged(self, ENLARGED)
        self.setMaxLength(2000)

    def shows_all(self) -> bool:
        """Whether the whole text fits into the box."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.width() - 2 * _TEXT_MARGIN

    def event(self, event: QEvent) -> bool:
        """Decide who gets a key that is both editing and shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            action = None if self.is_composing else action_of(self, event)
            if action is not None:  # but undo and redo: typing comes first
                mine = action.objectName() in (UNDO, REDO)
                event.setAccepted(mine)
                return mine
        return super().event(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter, Escape, Up, Down and the undo keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _has_modifier(event):
            if not event.isAutoRepeat():
                self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.key() in _WALKING and not _has_modifier(event):
            self.walked.emit(_WALKING[Qt.Key(event.key())])
        elif self._names(event) == UNDO or event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        elif self._names(event) == REDO or event.matches(QKeySequence.StandardKey.Redo):
            self._redo()
        else:
            return False
        return True

    def _names(self, event: QKeyEvent) -> str:
        """Name of the window's action that has this key; empty for none."""
        action = action_of(self, event)
        return "" if action is None else action.objectName()

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
