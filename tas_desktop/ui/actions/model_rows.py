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
)
