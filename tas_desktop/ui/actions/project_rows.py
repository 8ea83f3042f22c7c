"""The project as a whole: its parts, splits, categories and pictures. Rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

PROJECT_ROWS: tuple[ActionRow, ...] = (
    ActionRow("hand-out", QT_TRANSLATE_NOOP("Actions", "Hand out in parts …"), Menu.PROJECT),
    ActionRow("bring-back", QT_TRANSLATE_NOOP("Actions", "Bring work back …"), Menu.PROJECT),
    ActionRow("merge-report", QT_TRANSLATE_NOOP("Actions", "Report of the last merge …"), Menu.PROJECT),
    ActionRow(
        "deal-splits", QT_TRANSLATE_NOOP("Actions", "Deal into train, val and test …"), Menu.PROJECT, group=1
    ),
    ActionRow("categories", QT_TRANSLATE_NOOP("Actions", "Categories …"), Menu.PROJECT, group=1),
    ActionRow("find-pictures", QT_TRANSLATE_NOOP("Actions", "Find moved pictures …"), Menu.PROJECT, group=2),
    ActionRow(
        "replaced-pictures", QT_TRANSLATE_NOOP("Actions", "Replaced pictures …"), Menu.PROJECT, group=2
    ),
    ActionRow(
        "save-again", QT_TRANSLATE_NOOP("Actions", "Save again what is not saved"), Menu.PROJECT, group=3
    ),
)
