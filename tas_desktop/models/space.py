"""Room on the disk, looked at before a download begins."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from tas_desktop.config.disk_use import readable_size
from tas_desktop.models.errors import NoRoom

if TYPE_CHECKING:
    from pathlib import Path

_SPARE_BYTES: Final = 64 * 2**20
"""Left to everybody else on the disk."""


def require_room(folder: Path, *, needed_bytes: int, title: str) -> None:
    """Go on where the disk of a folder, which need not exist yet, has room.

    Raises:
        NoRoom: it has not; the message names both sizes.
    """
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(existing).free
    if needed_bytes and free < needed_bytes + _SPARE_BYTES:
        raise NoRoom(
            f"{title} needs {readable_size(needed_bytes)} more, and {folder} has {readable_size(free)} free",
            next_step="Free some space, or keep models on another disk with --data-dir",
        )
