"""Where the program keeps its own files; one folder can hold them all."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

DATA_DIR_VARIABLE = "TAS_DESKTOP_DATA_DIR"


@dataclass(frozen=True, slots=True)
class AppPaths:
    """Folders of the program; they need not exist yet.

    Attributes:
        config: settings.
        data: downloaded weights, the user's own profiles.
        cache: analyses and thumbnails; may be deleted at any time.
        log: log files.
    """

    config: Path
    data: Path
    cache: Path
    log: Path

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def analyses(self) -> Path:
        return self.cache / "analyses"

    @property
    def own_profiles(self) -> Path:
        return self.data / "profiles"

    @property
    def batches(self) -> Path:
        return self.data / "batches"

    @property
    def log_file(self) -> Path:
        return self.log / "tas-desktop.log"


def find_paths(data_dir: Path | None = None) -> AppPaths:
    """Return the folders: below ``data_dir`` or ``TAS_DESKTOP_DATA_DIR`` if given, else the system's."""
    given = data_dir or os.environ.get(DATA_DIR_VARIABLE)
    if given:
        root = Path(given).expanduser().absolute()
        return AppPaths(root / "config", root / "data", root / "cache", root / "log")
    dirs = PlatformDirs("tas-desktop", appauthor=False)
    return AppPaths(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_log_path)
