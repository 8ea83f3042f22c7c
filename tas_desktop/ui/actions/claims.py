"""Whose a key is while a text field has the focus: the text's, or one of the window's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QWidget

_NOT_TYPING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_FUNCTION_KEYS = range(int(Qt.Key.Key_F1), int(Qt.Key.Key_F35) + 1)
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def action_of(widget: QWidget, event: QKeyEvent) -> QAction | None:
    """The action of the widget's window that has this key, whoever chose the key.

    A key that types something is never an action's while text has the focus, however it is assigned:
    letters go into the text.
    """
    by_modifier = bool(event.modifiers() & _NOT_TYPING)
    if not by_modifier and int(event.key()) not in _FUNCTION_KEYS and event.key() not in _PAGING:
        return None
    keys = QKeySequence(event.keyCombination())
    return next((action for action in widget.window().actions() if keys in action.shortcuts()), None)
