"""The action table: every command of the window with its menu, shortcut and icon, one row each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from tas_desktop.ui.icons import icon
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

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


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow(
        "open-folder",
        QT_TRANSLATE_NOOP("Actions", "Open folder of pictures …"),
        Menu.FILE,
        ("Ctrl+O",),
        "folder-open",
    ),
    ActionRow(
        "open-project", QT_TRANSLATE_NOOP("Actions", "Open project file …"), Menu.FILE, ("Ctrl+Shift+O",)
    ),
    ActionRow(
        "open-sample", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), Menu.FILE, (), "sample"
    ),
    ActionRow(
        "export-coco",
        QT_TRANSLATE_NOOP("Actions", "Export COCO …"),
        Menu.FILE,
        ("Ctrl+Shift+S",),
        "export",
        group=1,
    ),
    ActionRow("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), Menu.FILE, ("Ctrl+Q",), group=2),
    ActionRow("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), Menu.EDIT, ("Ctrl+Z",), "undo"),
    ActionRow("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), Menu.EDIT, ("Ctrl+Shift+Z",), "redo"),
    ActionRow(
        "accept",
        QT_TRANSLATE_NOOP("Actions", "Accept the selected candidate"),
        Menu.EDIT,
        (),
        "accept",
        group=1,
    ),
    ActionRow(
        "no-target",
        QT_TRANSLATE_NOOP("Actions", "No such object in this picture"),
        Menu.EDIT,
        ("Ctrl+Shift+N",),
        "no-target",
        1,
    ),
    ActionRow(
        "skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this expression"),
        Menu.EDIT,
        ("Ctrl+Shift+K",),
        "skip",
        group=1,
    ),
    ActionRow(
        "flag", QT_TRANSLATE_NOOP("Actions", "Flag with a note …"), Menu.EDIT, ("Ctrl+J",), "flag", group=1
    ),
    ActionRow(
        "new-expression",
        QT_TRANSLATE_NOOP("Actions", "New expression"),
        Menu.EDIT,
        ("Ctrl+N",),
        "plus",
        group=2,
    ),
    ActionRow(
        "remove-expression",
        QT_TRANSLATE_NOOP("Actions", "Remove this expression"),
        Menu.EDIT,
        (),
        "remove",
        group=2,
    ),
    ActionRow("fit", QT_TRANSLATE_NOOP("Actions", "Fit the picture"), Menu.VIEW, ("Ctrl+0",), "fit"),
    ActionRow(
        "actual-size", QT_TRANSLATE_NOOP("Actions", "Actual size, 1:1"), Menu.VIEW, ("Ctrl+1",), "actual-size"
    ),
    ActionRow("zoom-in", QT_TRANSLATE_NOOP("Actions", "Zoom in"), Menu.VIEW, ("Ctrl++", "Ctrl+="), "zoom-in"),
    ActionRow("zoom-out", QT_TRANSLATE_NOOP("Actions", "Zoom out"), Menu.VIEW, ("Ctrl+-",), "zoom-out"),
    ActionRow(
        "theme-system",
        QT_TRANSLATE_NOOP("Actions", "Colours of the system"),
        Menu.VIEW,
        group=1,
        checkable=True,
    ),
    ActionRow(
        "theme-light", QT_TRANSLATE_NOOP("Actions", "Light colours"), Menu.VIEW, group=1, checkable=True
    ),
    ActionRow("theme-dark", QT_TRANSLATE_NOOP("Actions", "Dark colours"), Menu.VIEW, group=1, checkable=True),
    ActionRow("next-image", QT_TRANSLATE_NOOP("Actions", "Next picture"), Menu.GO, ("PgDown", "D"), "next"),
    ActionRow(
        "previous-image", QT_TRANSLATE_NOOP("Actions", "Previous picture"), Menu.GO, ("PgUp", "A"), "previous"
    ),
    ActionRow(
        "next-undecided", QT_TRANSLATE_NOOP("Actions", "Next undecided picture"), Menu.GO, ("Ctrl+PgDown",)
    ),
    ActionRow(
        "focus-expression",
        QT_TRANSLATE_NOOP("Actions", "To the expression box"),
        Menu.GO,
        ("Ctrl+L",),
        group=1,
    ),
    ActionRow(
        "focus-filter",
        QT_TRANSLATE_NOOP("Actions", "To the filter of the list"),
        Menu.GO,
        ("Ctrl+F",),
        "search",
        group=1,
    ),
    ActionRow(
        "analyse-again",
        QT_TRANSLATE_NOOP("Actions", "Analyse this picture again"),
        Menu.MODEL,
        ("F5",),
        "refresh",
    ),
    ActionRow(
        "cancel", QT_TRANSLATE_NOOP("Actions", "Cancel the analysis"), Menu.MODEL, ("Shift+F5",), "cancel"
    ),
    ActionRow(
        "command-palette",
        QT_TRANSLATE_NOOP("Actions", "Command palette …"),
        Menu.TOOLS,
        ("Ctrl+K",),
        "command",
    ),
    ActionRow("key-sheet", QT_TRANSLATE_NOOP("Actions", "Keys"), Menu.HELP, ("F1",), "keyboard"),
    ActionRow("about", QT_TRANSLATE_NOOP("Actions", "About TAS Desktop"), Menu.HELP, (), "info", group=1),
    *(
        ActionRow(
            f"pick-{n}",
            QT_TRANSLATE_NOOP("Actions", "Accept candidate {0}").replace("{0}", str(n)),
            Menu.EDIT,
            (f"Alt+{n}",),
            hidden=True,
        )
        for n in range(1, 10)
    ),
)
KEY_HINTS: tuple[KeyHint, ...] = (
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Up / Down"), QT_TRANSLATE_NOOP("Actions", "Walk the ranked candidates")
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Enter"),
        QT_TRANSLATE_NOOP("Actions", "Accept what is painted; next expression or picture"),
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Alt+1 … Alt+9"), QT_TRANSLATE_NOOP("Actions", "Accept that candidate")
    ),
    KeyHint(QT_TRANSLATE_NOOP("Actions", "Esc"), QT_TRANSLATE_NOOP("Actions", "Let go of a held Enter")),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Alt+H"),
        QT_TRANSLATE_NOOP("Actions", "Hold for the bare picture (H outside text)"),
    ),
    KeyHint(QT_TRANSLATE_NOOP("Actions", "Ctrl+wheel"), QT_TRANSLATE_NOOP("Actions", "Zoom at the cursor")),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Space+drag"),
        QT_TRANSLATE_NOOP("Actions", "Move the picture (middle button too)"),
    ),
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
