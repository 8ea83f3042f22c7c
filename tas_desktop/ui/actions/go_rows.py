"""From picture to picture, and from panel to panel. The Go menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

GO_ROWS: tuple[ActionRow, ...] = (
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
        "order-dataset",
        QT_TRANSLATE_NOOP("Actions", "Order: as added"),
        Menu.GO,
        group=2,
        checkable=True,
    ),
    ActionRow(
        "order-margin",
        QT_TRANSLATE_NOOP("Actions", "Order: smallest margin first"),
        Menu.GO,
        group=2,
        checkable=True,
    ),
    ActionRow(
        "order-disagreement",
        QT_TRANSLATE_NOOP("Actions", "Order: V, P and N disagree most first"),
        Menu.GO,
        group=2,
        checkable=True,
    ),
    ActionRow(
        "order-random",
        QT_TRANSLATE_NOOP("Actions", "Order: at random"),
        Menu.GO,
        group=2,
        checkable=True,
    ),
    ActionRow(
        "refresh-list", QT_TRANSLATE_NOOP("Actions", "Filter and order the list anew"), Menu.GO, group=2
    ),
)
