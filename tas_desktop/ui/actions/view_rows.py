"""How the picture and the window look. The View menu's rows of the action table."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

VIEW_ROWS: tuple[ActionRow, ...] = (
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
)
