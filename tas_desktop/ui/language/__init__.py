"""The language of the window: chosen, changed while it is open, and given to texts from rooms without Qt."""

from tas_desktop.ui.language.known import in_window_language
from tas_desktop.ui.language.language import Language

__all__ = ["Language", "in_window_language"]
