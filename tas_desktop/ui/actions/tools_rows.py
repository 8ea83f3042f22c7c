"""Beside the work itself. The Tools menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

TOOLS_ROWS: tuple[ActionRow, ...] = (
    ActionRow("back-check", QT_TRANSLATE_NOOP("Actions", "Back-check decisions, blind"), Menu.TOOLS),
    ActionRow("statistics", QT_TRANSLATE_NOOP("Actions", "Statistics …"), Menu.TOOLS, ("Ctrl+Shift+T",)),
    ActionRow("compare-methods", QT_TRANSLATE_NOOP("Actions", "Compare methods …"), Menu.TOOLS),
    ActionRow(
        "models-and-profiles", QT_TRANSLATE_NOOP("Actions", "Models and profiles …"), Menu.TOOLS, group=1
    ),
    ActionRow("analyses-on-disk", QT_TRANSLATE_NOOP("Actions", "Analyses on disk …"), Menu.TOOLS, group=1),
    ActionRow(
        "command-palette",
        QT_TRANSLATE_NOOP("Actions", "Command palette …"),
        Menu.TOOLS,
        ("Ctrl+K",),
        "command",
    ),
)
