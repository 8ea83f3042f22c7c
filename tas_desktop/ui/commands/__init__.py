"""What each action does: one module per menu, one slot per row of the table."""

from tas_desktop.ui.commands.commands import Commands

__all__ = ["Commands"]
