"""Working on the texts themselves. The expressions' rows of the action table, in the Edit menu."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

EXPRESSION_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "new-expression",
        QT_TRANSLATE_NOOP("Actions", "New expression"),
        Menu.EDIT,
        ("Ctrl+N",),
        "plus",
        group=2,
    ),
    ActionRow(
        "keep-expression",
        QT_TRANSLATE_NOOP("Actions", "Keep this text, decide later"),
        Menu.EDIT,
        ("Ctrl+Return", "Ctrl+Enter"),
        group=2,
    ),
    ActionRow(
        "rename-expression",
        QT_TRANSLATE_NOOP("Actions", "Change the text in the list"),
        Menu.EDIT,
        ("F2",),
        group=2,
    ),
    ActionRow(
        "remove-expression",
        QT_TRANSLATE_NOOP("Actions", "Remove this expression"),
        Menu.EDIT,
        ("Ctrl+Shift+Del",),
        "remove",
        group=2,
    ),
    ActionRow(
        "move-expression-up",
        QT_TRANSLATE_NOOP("Actions", "Move this expression up"),
        Menu.EDIT,
        ("Alt+Up",),
        group=2,
    ),
    ActionRow(
        "move-expression-down",
        QT_TRANSLATE_NOOP("Actions", "Move this expression down"),
        Menu.EDIT,
        ("Alt+Down",),
        group=2,
    ),
    ActionRow(
        "change-category",
        QT_TRANSLATE_NOOP("Actions", "Change the category …"),
        Menu.EDIT,
        ("Ctrl+T",),
        group=3,
    ),
    ActionRow(
        "apply-hint",
        QT_TRANSLATE_NOOP("Actions", "Mend the text as the hint says"),
        Menu.EDIT,
        ("Ctrl+.",),
        group=3,
    ),
    ActionRow(
        "hint-position-words",
        QT_TRANSLATE_NOOP("Actions", "Hint at position words (as RefCOCO+ does without)"),
        Menu.EDIT,
        group=3,
        checkable=True,
    ),
    ActionRow(
        "previous-expression",
        QT_TRANSLATE_NOOP("Actions", "Previous expression of this picture"),
        Menu.GO,
        ("Ctrl+Up",),
        group=1,
    ),
    ActionRow(
        "next-expression",
        QT_TRANSLATE_NOOP("Actions", "Next expression of this picture"),
        Menu.GO,
        ("Ctrl+Down",),
        group=1,
    ),
    ActionRow(
        "suggest",
        QT_TRANSLATE_NOOP("Actions", "Suggest expressions for this mask"),
        Menu.TOOLS,
        ("Ctrl+G",),
        "suggest",
        group=1,
    ),
    ActionRow(
        "suggest-all",
        QT_TRANSLATE_NOOP("Actions", "Suggest expressions for all pictures without text"),
        Menu.TOOLS,
        group=1,
    ),
    ActionRow(
        "cancel-suggest-all",
        QT_TRANSLATE_NOOP("Actions", "Stop suggesting for all"),
        Menu.TOOLS,
        group=1,
    ),
    ActionRow(
        "choose-method",
        QT_TRANSLATE_NOOP("Actions", "Ranking method and parameters …"),
        Menu.MODEL,
        ("Ctrl+Shift+M",),
        group=1,
    ),
)
