"""The disk cache of analyses as commands use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tas_desktop.storage.analyses import AnalysisCache

NO_CACHE_HELP: Final = "Analyse every picture anew, and keep no analysis on disk."


def open_cache(*, wanted: bool) -> AnalysisCache | None:
    """The user's cache, which the window shares; None where it is not wanted or switched off."""
    if not wanted:
        return None
    from tas_desktop.config.paths import find_paths
    from tas_desktop.storage.analysing import open_analysis_cache

    return open_analysis_cache(find_paths())
