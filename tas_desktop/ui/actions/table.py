"""The action table: every command of the window with its menu, shortcut and icon, one row each."""

from __future__ import annotations

from tas_desktop.ui.actions.edit_rows import EDIT_ROWS
from tas_desktop.ui.actions.expression_rows import EXPRESSION_ROWS
from tas_desktop.ui.actions.file_rows import FILE_ROWS
from tas_desktop.ui.actions.go_rows import GO_ROWS
from tas_desktop.ui.actions.help_rows import HELP_ROWS
from tas_desktop.ui.actions.mask_rows import MASK_ROWS
from tas_desktop.ui.actions.model_rows import MODEL_ROWS
from tas_desktop.ui.actions.project_rows import PROJECT_ROWS
from tas_desktop.ui.actions.rows import ActionRow
from tas_desktop.ui.actions.tools_rows import TOOLS_ROWS
from tas_desktop.ui.actions.view_rows import VIEW_ROWS

ACTIONS: tuple[ActionRow, ...] = (
    *FILE_ROWS,
    *EDIT_ROWS,
    *EXPRESSION_ROWS,
    *MASK_ROWS,
    *VIEW_ROWS,
    *GO_ROWS,
    *PROJECT_ROWS,
    *MODEL_ROWS,
    *TOOLS_ROWS,
    *HELP_ROWS,
)
