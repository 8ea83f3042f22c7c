"""What there is to know. The Help menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

HELP_ROWS: tuple[ActionRow, ...] = (
    ActionRow("key-sheet", QT_TRANSLATE_NOOP("Actions", "Keys"), Menu.HELP, ("F1",), "keyboard"),
    ActionRow("show-log", QT_TRANSLATE_NOOP("Actions", "Show the log"), Menu.HELP),
    ActionRow(
        "filter-help", QT_TRANSLATE_NOOP("Actions", "What the filter understands"), Menu.HELP, ("Shift+F1",)
    ),
    ActionRow("about", QT_TRANSLATE_NOOP("Actions", "About TAS Desktop"), Menu.HELP, (), "info", group=1),
)
