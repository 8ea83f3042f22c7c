"""The one source of what texts say about keys: prompts, empty places, hints, tool tips and notices.

A text names the command whose key it means, ``‹skip›``; what the person reads is the key that this command
has now, or its name where it has none. So every text follows the keys that are edited, and none is translated
with a key in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from tas_desktop.ui.actions.shortcuts import Shortcuts

_MARK = re.compile(r"‹([a-z][a-z0-9-]*)›")


class KeyTexts(QObject):
    """Fills keys into texts.

    Signals:
        changed: some command has other keys now; texts are filled anew.
    """

    changed = Signal()

    def __init__(self, shortcuts: Shortcuts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        shortcuts.changed.connect(self.changed)

    def key_of(self, name: str) -> str:
        """The first key of a command as this system writes it; empty where it has none."""
        keys = self._shortcuts.keys_of(name)
        return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def fill(self, text: str) -> str:
        """A text with the keys of the commands that it names; a command that is unknown stays as it is."""
        return _MARK.sub(self._word, text)

    def beside(self, text: str, name: str) -> str:
        """A text with the key of a command in brackets behind it, where that has one."""
        key = self.key_of(name)
        return f"{text} ({key})" if key else text

    def _word(self, mark: re.Match[str]) -> str:
        name = mark[1]
        if name not in self._shortcuts.names:
            return mark[0]
        return self.key_of(name) or f"“{self._shortcuts.name_of(name)}”"
