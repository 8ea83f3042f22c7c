"""The window's actions: one table, split by menu."""

from tas_desktop.ui.actions.building import ActionSet, build_actions, translated
from tas_desktop.ui.actions.key_hints import KEY_HINTS
from tas_desktop.ui.actions.key_texts import KeyTexts
from tas_desktop.ui.actions.rows import ActionRow, KeyHint, Menu
from tas_desktop.ui.actions.shortcuts import Shortcuts
from tas_desktop.ui.actions.table import ACTIONS

__all__ = [
    "ACTIONS",
    "KEY_HINTS",
    "ActionRow",
    "ActionSet",
    "KeyHint",
    "KeyTexts",
    "Menu",
    "Shortcuts",
    "build_actions",
    "translated",
]
