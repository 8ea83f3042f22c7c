"""From the action table to the window's actions and menus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from tas_desktop.ui.actions.rows import Menu
from tas_desktop.ui.actions.table import ACTIONS
from tas_desktop.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QMainWindow

    from tas_desktop.ui.theme import Tones

CONTEXT = "Actions"


def translated(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


@dataclass(frozen=True, slots=True)
class ActionSet:
    """The window's actions by name."""

    by_name: Mapping[str, QAction] = field(default_factory=dict)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def enable(self, names: Iterable[str], *, on: bool) -> None:
        """Enable or disable several."""
        for name in names:
            self.by_name[name].setEnabled(on)

    def colour(self, tones: Tones) -> None:
        """Draw the icons in these tones."""
        for row in ACTIONS:
            if row.icon:
                self.by_name[row.name].setIcon(icon(row.icon, tones.text, tones.line))


def build_actions(window: QMainWindow) -> ActionSet:
    """Make every action of the table and fill the menu bar."""
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(translated(row.text), window)
        action.setObjectName(row.name)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(row.checkable)
        window.addAction(action)
        actions[row.name] = action
    _fill_menus(window, actions)
    return ActionSet(actions)


def _fill_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> None:
    for menu in Menu:
        shown = window.menuBar().addMenu(translated(menu.value))
        shown.setObjectName(f"menu-{menu.name.lower()}")
        group = 0
        for row in ACTIONS:
            if row.menu is not menu or row.hidden:
                continue
            if row.group != group:
                shown.addSeparator()
                group = row.group
            shown.addAction(actions[row.name])
