"""Deciding, and taking back. The Edit menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

EDIT_ROWS: tuple[ActionRow, ...] = (
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
