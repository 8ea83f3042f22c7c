"""The action table: every command of the window with its menu, shortcut and icon, one row each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from tas_desktop.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QMainWindow

    from tas_desktop.ui.theme import Tones

CONTEXT = "Actions"


class Menu(StrEnum):
    """The menus in order; & marks the access key (not H: Alt+H shows the bare image)."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    GO = QT_TRANSLATE_NOOP("Actions", "&Go")
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


_ = QT_TRANSLATE_NOOP
ACTIONS: tuple[ActionRow, ...] = (
    ActionRow(
        "open-folder", _("Actions", "Open folder of pictures …"), Menu.FILE, ("Ctrl+O",), "folder-open"
    ),
    ActionRow("open-project", _("Actions", "Open project file …"), Menu.FILE, ("Ctrl+Shift+O",)),
    ActionRow("open-sample", _("Actions", "Open the sample project"), Menu.FILE, (), "sample"),
    ActionRow("export-coco", _("Actions", "Export COCO …"), Menu.FILE, ("Ctrl+Shift+S",), "export", group=1),
    ActionRow("quit", _("Actions", "Quit"), Menu.FILE, ("Ctrl+Q",), group=2),
    ActionRow("undo", _("Actions", "Undo"), Menu.EDIT, ("Ctrl+Z",), "undo"),
    ActionRow("redo", _("Actions", "Redo"), Menu.EDIT, ("Ctrl+Shift+Z",), "redo"),
    ActionRow("accept", _("Actions", "Accept the selected candidate"), Menu.EDIT, (), "accept", group=1),
    ActionRow(
        "no-target",
        _("Actions", "No such object in this picture"),
        Menu.EDIT,
        ("Ctrl+Shift+N",),
        "no-target",
        1,
    ),
    ActionRow("skip", _("Actions", "Skip this expression"), Menu.EDIT, ("Ctrl+Shift+K",), "skip", group=1),
    ActionRow("flag", _("Actions", "Flag with a note …"), Menu.EDIT, ("Ctrl+J",), "flag", group=1),
    ActionRow("new-expression", _("Actions", "New expression"), Menu.EDIT, ("Ctrl+N",), "plus", group=2),
    ActionRow("remove-expression", _("Actions", "Remove this expression"), Menu.EDIT, (), "remove", group=2),
    ActionRow("fit", _("Actions", "Fit the picture"), Menu.VIEW, ("Ctrl+0",), "fit"),
    ActionRow("actual-size", _("Actions", "Actual size, 1:1"), Menu.VIEW, ("Ctrl+1",), "actual-size"),
    ActionRow("zoom-in", _("Actions", "Zoom in"), Menu.VIEW, ("Ctrl++", "Ctrl+="), "zoom-in"),
    ActionRow("zoom-out", _("Actions", "Zoom out"), Menu.VIEW, ("Ctrl+-",), "zoom-out"),
    ActionRow("theme-system", _("Actions", "Colours of the system"), Menu.VIEW, group=1, checkable=True),
    ActionRow("theme-light", _("Actions", "Light colours"), Menu.VIEW, group=1, checkable=True),
    ActionRow("theme-dark", _("Actions", "Dark colours"), Menu.VIEW, group=1, checkable=True),
    ActionRow("next-image", _("Actions", "Next picture"), Menu.GO, ("PgDown", "D"), "next"),
    ActionRow("previous-image", _("Actions", "Previous picture"), Menu.GO, ("PgUp", "A"), "previous"),
    ActionRow("next-undecided", _("Actions", "Next undecided picture"), Menu.GO, ("Ctrl+PgDown",)),
    ActionRow("focus-expression", _("Actions", "To the expression box"), Menu.GO, ("Ctrl+L",), group=1),
    ActionRow(
        "focus-filter", _("Actions", "To the filter of the list"), Menu.GO, ("Ctrl+F",), "search", group=1
    ),
    ActionRow("analyse-again", _("Actions", "Analyse this picture again"), Menu.MODEL, ("F5",), "refresh"),
    ActionRow("cancel", _("Actions", "Cancel the analysis"), Menu.MODEL, ("Shift+F5",), "cancel"),
    ActionRow("command-palette", _("Actions", "Command palette …"), Menu.TOOLS, ("Ctrl+K",), "command"),
    ActionRow("key-sheet", _("Actions", "Keys"), Menu.HELP, ("F1",), "keyboard"),
    ActionRow("about", _("Actions", "About TAS Desktop"), Menu.HELP, (), "info", group=1),
    *(
        ActionRow(
            f"pick-{n}",
            _("Actions", "Accept candidate {0}").replace("{0}", str(n)),
            Menu.EDIT,
            (f"Alt+{n}",),
            hidden=True,
        )
        for n in range(1, 10)
    ),
)
KEY_HINTS: tuple[KeyHint, ...] = (
    KeyHint("Up / Down", _("Actions", "Walk the ranked candidates")),
    KeyHint("Enter", _("Actions", "Accept what is painted; next expression or picture")),
    KeyHint("Alt+1 … Alt+9", _("Actions", "Accept that candidate")),
    KeyHint("Esc", _("Actions", "Let go of a held Enter")),
    KeyHint("Alt+H", _("Actions", "Hold for the bare picture (H outside text)")),
    KeyHint("Ctrl+wheel", _("Actions", "Zoom at the cursor")),
    KeyHint("Space+drag", _("Actions", "Move the picture (middle button too)")),
)


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
