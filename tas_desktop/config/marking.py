"""Marking texts of the settings that are translated elsewhere."""

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
