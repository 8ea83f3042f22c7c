"""The keys of the actions: the table's, or those that the annotator has given them instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from tas_desktop.ui.actions.building import translated
from tas_desktop.ui.actions.rows import Menu
from tas_desktop.ui.actions.table import ACTIONS
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP
from tas_desktop.ui.wording import as_plain_tool_tip, plain_label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tas_desktop.session.preferences import Preferences
    from tas_desktop.ui.actions.building import ActionSet

SECTION, NAME = "shortcuts", "keys"
RESERVED: dict[str, str] = {
    **dict.fromkeys(("Return", "Enter"), QT_TRANSLATE_NOOP("Actions", "Enter accepts what is painted")),
    **dict.fromkeys(("Up", "Down"), QT_TRANSLATE_NOOP("Actions", "the arrows walk the candidates")),
    **dict.fromkeys(("Left", "Right", "Home", "End"), QT_TRANSLATE_NOOP("Actions", "it moves in the text")),
    **dict.fromkeys(("Backspace", "Del"), QT_TRANSLATE_NOOP("Actions", "it deletes text")),
    **dict.fromkeys(("Tab", "Shift+Tab"), QT_TRANSLATE_NOOP("Actions", "Tab goes from part to part")),
    **dict.fromkeys(
        ("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"), QT_TRANSLATE_NOOP("Actions", "it copies or selects text")
    ),
    "Esc": QT_TRANSLATE_NOOP("Actions", "Esc lets go"),
    "Space": QT_TRANSLATE_NOOP("Actions", "it is typed, or moves the picture"),
    "Alt+H": QT_TRANSLATE_NOOP("Actions", "Alt+H shows the bare picture"),
    "Ctrl+Space": QT_TRANSLATE_NOOP("Actions", "input methods use it"),
}
"""Keys that no action may have, and why."""


_OPENS_MENU = QT_TRANSLATE_NOOP("Actions", "it opens the menu {0}")
_HAS_IT = QT_TRANSLATE_NOOP("Actions", "{0} has it")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a key is not free.

    Attributes:
        reason: what it does now.
        action: name of the action that has it; empty where it cannot be taken over.
    """

    reason: str
    action: str = ""


class Shortcuts(QObject):
    """Gives the actions their keys, and their tool tips the names of those keys.

    Signals:
        changed: some action has other keys now; key sheet and lists show them anew.
    """

    changed = Signal()

    def __init__(self, actions: ActionSet, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions, self._preferences = actions, preferences
        self._rows = {row.name: row for row in ACTIONS}
        for row in ACTIONS:
            actions[row.name].changed.connect(self._on_action_changed)
            _renew_tip(actions[row.name])
        preferences.changed.connect(self._on_preference)
        self._apply()

    @property
    def overrides(self) -> dict[str, list[str]]:
        """What differs from the table, by action."""
        return self._preferences.settings.shortcuts.keys

    @property
    def names(self) -> Collection[str]:
        """Names of all commands."""
        return self._rows.keys()

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Keys of an action in Qt's portable form."""
        return tuple(self.overrides.get(name, self._rows[name].keys))

    def is_default(self, name: str) -> bool:
        """Whether an action has the table's keys."""
        return self.keys_of(name) == self._rows[name].keys

    def conflict_of(self, sequence: QKeySequence, *, name: str) -> Conflict | None:
        """What stands against giving that key to an action; None where it is free or its own."""
        keys = _portable(sequence)
        if keys in RESERVED:
            return Conflict(translated(RESERVED[keys]))
        for menu in Menu:
            letter = translated(menu.value).partition("&")[2][:1].upper()
            if letter and keys == f"Alt+{letter}":
                return Conflict(translated(_OPENS_MENU).replace("{0}", plain_label(translated(menu.value))))
        for other in self._rows:
            if other != name and keys in (_portable(QKeySequence(key)) for key in self.keys_of(other)):
                return Conflict(translated(_HAS_IT).replace("{0}", f"“{self.name_of(other)}”"), other)
        return None

    def name_of(self, name: str) -> str:
        """What the table calls an action, without access key and dots."""
        return plain_label(translated(self._rows[name].text))

    def assign(self, name: str, sequences: Sequence[QKeySequence]) -> None:
        """Give an action these keys instead of its own; whoever had one of them loses it."""
        keys = [_portable(sequence) for sequence in sequences if not sequence.isEmpty()]
        overrides = dict(self.overrides)
        for other in self._rows:
            left = [key for key in self.keys_of(other) if _portable(QKeySequence(key)) not in keys]
            if other != name and len(left) != len(self.keys_of(other)):
                overrides[other] = left
        overrides[name] = keys
        self._keep(overrides)

    def reset(self, name: str) -> None:
        """Give an action the table's keys again; whoever has one of them by now loses it."""
        self.assign(name, [QKeySequence(key) for key in self._rows[name].keys])

    def reset_all(self) -> None:
        """Give every action the table's keys again."""
        self._keep({})

    def _keep(self, overrides: dict[str, list[str]]) -> None:
        differing = {name: keys for name, keys in overrides.items() if tuple(keys) != self._rows[name].keys}
        self._preferences.keep(SECTION, NAME, differing)

    def _apply(self) -> None:
        for name in self._rows:
            self._actions[name].setShortcuts([QKeySequence(key) for key in self.keys_of(name)])
        self.changed.emit()

    @Slot(str, str, object)
    def _on_preference(self, section: str, _name: str, _value: object) -> None:
        if section == SECTION:
            self._apply()

    @Slot()
    def _on_action_changed(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            _renew_tip(action)


def _renew_tip(action: QAction) -> None:
    """Buttons of an action show its tip: what it does and its first key, as plain text."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = plain_label(action.text())
    tip = as_plain_tool_tip(f"{name} ({keys})" if keys else name)
    if action.toolTip() != tip:
        action.setToolTip(tip)


def _portable(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
