"""The expressions of the picture at the screen: put on the list, read from it and from the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.driving import WAIT_MS, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def listed(window):
    return [row.text for row in window.workspace.session.expressions.rows]


def stored(window):
    image = window.workspace.session.image
    return [row.text for row in window.workspace.project.store.list_expressions(image.image_id)]


def keep(qtbot, window, *several):
    """Put texts on the list without deciding, by Ctrl+Enter."""
    for text in several:
        before = listed(window)
        type_text(qtbot, window, text)
        qtbot.keyClick(window.box, Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda before=before, text=text: listed(window) == [*before, text], timeout=WAIT_MS)
        assert window.box.text() == ""
