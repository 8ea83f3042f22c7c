"""What one row of the action table says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tas_desktop.ui.marking import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus in order; & marks the access key (not H: Alt+H shows the bare image)."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    MASK = QT_TRANSLATE_NOOP("Actions", "Mas&k")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    GO = QT_TRANSLATE_NOOP("Actions", "&Go")
    PROJECT = QT_TRANSLATE_NOOP("Actions", "&Project")
    MODEL = QT_TRANSLATE_NOOP("Actions", "&Model")
    TOOLS = QT_TRANSLATE_NOOP("Actions", "&Tools")
    HELP = QT_TRANSLATE_NOOP("Actions", "He&lp")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row of the table.

    Attributes:
        name: stable name; the window has a handler of the same name.
        text: what the menu says.
        menu: where it is.
        keys: shortcuts; the first is shown. Letters alone work only outside text.
        icon: file name in ``resources/icons``.
        group: rows of a menu with another group are set off by a line.
        checkable: it is on or off.
        hidden: in palette and key sheet but in no menu.
    """

    name: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0
    checkable: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key that is no action: handled where the focus is, listed in the key sheet."""

    keys: str
    text: str
