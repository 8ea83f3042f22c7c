"""A line of text that knows when an input method is at work: then every key belongs to that.

Chinese, Japanese and Korean are composed: Enter takes the composed word over, digits choose among candidates,
the arrows walk them, Escape gives up. None of that may accept a mask, leave a field or run a command.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ComposingLine(QLineEdit):
    """While an input method composes, no shortcut and no key of the window's gets through.

    A subclass says in `take_key` which keys are its own; it is not asked while something is composed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False

    @property
    def is_composing(self) -> bool:
        """Whether an input method is at work."""
        return self._composing

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key and say that it needs no further looking at; here there are none."""
        del event
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether a composition is under way."""
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A composition ends with the focus, even where the input method does not say so."""
        super().focusOutEvent(event)
        self._composing = False

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts away while something is composed."""
        if self._composing and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The subclass's keys, unless something is composed; the rest is typing."""
        if self._composing or not self.take_key(event):
            super().keyPressEvent(event)
