"""The program's own folders: can they be written?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.paths import DATA_DIR_VARIABLE, find_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def survey_folders() -> Iterator[Finding]:
    """Yield a finding for each folder that holds settings, data, caches or logs."""
    paths = find_paths()
    folders = {"settings": paths.config, "data": paths.data, "cache": paths.cache, "logs": paths.log}
    for name, folder in folders.items():
        yield _examine(name, folder)


def _examine(name: str, folder: Path) -> Finding:
    existing = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        return Finding(Area.FOLDERS, name, State.OK, str(folder))
    remedy = f"Make {existing} writable, or choose another place with --data-dir or {DATA_DIR_VARIABLE}"
    return Finding(Area.FOLDERS, name, State.PROBLEM, f"{folder} cannot be written", remedy)
