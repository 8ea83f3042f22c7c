"""How much of the disk the kept analyses take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.disk_use import GIB, folder_bytes, readable_size
from tas_desktop.config.paths import find_paths
from tas_desktop.config.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator


def survey_disk_cache() -> Iterator[Finding]:
    """Yield what the cache takes of its limit."""
    paths = find_paths()
    taken = readable_size(folder_bytes(paths.analyses))
    limit = readable_size(round(load_settings(paths.settings_file).settings.cache.limit_gb * GIB))
    text = f"{taken} of {limit}; tas-desktop cache shows and clears them"
    yield Finding(Area.FOLDERS, "analyses", State.OK, text)
