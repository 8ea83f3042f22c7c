"""Marking texts of the window that are translated elsewhere."""

from tas_desktop.config.marking import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
