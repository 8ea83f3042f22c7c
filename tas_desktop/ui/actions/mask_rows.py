"""Repairing a mask, drawing one, choosing several. The Mask menu's rows of the action table.

The tools' letters work on the canvas, which has the focus while a mask is repaired, and not in text.
"""

from __future__ import annotations

from tas_desktop.session.repair.tools import Tool
from tas_desktop.ui.actions.rows import ActionRow, Menu
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

TOOL_ACTIONS: dict[str, Tool] = {f"tool-{tool.value}": tool for tool in Tool}
"""Names of the actions that choose a tool."""

MASK_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "edit-mask",
        QT_TRANSLATE_NOOP("Actions", "Edit the selected mask"),
        Menu.MASK,
        ("Ctrl+E",),
        "edit-mask",
    ),
    ActionRow(
        "draw-mask",
        QT_TRANSLATE_NOOP("Actions", "Draw a mask by hand"),
        Menu.MASK,
        ("Ctrl+Shift+E",),
        "draw-mask",
    ),
    ActionRow(
        "select-several",
        QT_TRANSLATE_NOOP("Actions", "Choose several candidates"),
        Menu.MASK,
        ("Ctrl+M",),
        "several",
        checkable=True,
    ),
    ActionRow(
        "tool-points",
        QT_TRANSLATE_NOOP("Actions", "Points: + on the object, − beside it"),
        Menu.MASK,
        ("P",),
        "points",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-box",
        QT_TRANSLATE_NOOP("Actions", "Box around the object"),
        Menu.MASK,
        ("R",),
        "box",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-brush",
        QT_TRANSLATE_NOOP("Actions", "Brush"),
        Menu.MASK,
        ("B",),
        "brush",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-eraser",
        QT_TRANSLATE_NOOP("Actions", "Eraser"),
        Menu.MASK,
        ("E",),
        "eraser",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-polygon",
        QT_TRANSLATE_NOOP("Actions", "Polygon to add"),
        Menu.MASK,
        ("G",),
        "polygon",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-polygon-cut",
        QT_TRANSLATE_NOOP("Actions", "Polygon to cut out, a hole"),
        Menu.MASK,
        ("Shift+G",),
        "polygon-cut",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-union",
        QT_TRANSLATE_NOOP("Actions", "Add another proposal"),
        Menu.MASK,
        ("U",),
        "union",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "tool-cut",
        QT_TRANSLATE_NOOP("Actions", "Cut another proposal out"),
        Menu.MASK,
        ("C",),
        "cut",
        group=1,
        checkable=True,
    ),
    ActionRow(
        "fill-holes",
        QT_TRANSLATE_NOOP("Actions", "Fill the holes"),
        Menu.MASK,
        ("F",),
        "holes",
        group=2,
    ),
    ActionRow(
        "brush-smaller", QT_TRANSLATE_NOOP("Actions", "Smaller brush"), Menu.MASK, ("[", "Alt+["), group=2
    ),
    ActionRow(
        "brush-larger", QT_TRANSLATE_NOOP("Actions", "Larger brush"), Menu.MASK, ("]", "Alt+]"), group=2
    ),
    ActionRow(
        "accept-repair",
        QT_TRANSLATE_NOOP("Actions", "Accept the repaired mask"),
        Menu.MASK,
        icon="accept",
        group=3,
    ),
    ActionRow(
        "cancel-repair", QT_TRANSLATE_NOOP("Actions", "Cancel the repair"), Menu.MASK, icon="close", group=3
    ),
)
