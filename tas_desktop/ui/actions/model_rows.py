"""The models at work. The Model menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

MODEL_ROWS: tuple[ActionRow, ...] = (
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
        "propose-all",
        QT_TRANSLATE_NOOP("Actions", "Propose for all pictures"),
        Menu.MODEL,
        ("Ctrl+B",),
        "propose-all",
        group=1,
    ),
    ActionRow(
        "propose-all-again",
        QT_TRANSLATE_NOOP("Actions", "Rank all undecided expressions anew"),
        Menu.MODEL,
        group=1,
    ),
    ActionRow(
        "cancel-batch", QT_TRANSLATE_NOOP("Actions", "Stop proposing for all pictures"), Menu.MODEL, group=1
    ),
    ActionRow("batch-report", QT_TRANSLATE_NOOP("Actions", "The last batch …"), Menu.MODEL, group=1),
)
