"""How much of the disk something takes, and how that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

GIB: Final = 2**30
"""Bytes of what people and settings call a GB."""


def folder_bytes(folder: Path) -> int:
    """Bytes of all files below a folder; what is removed meanwhile counts for nothing, as does no folder."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except OSError:
            continue
    return total


def readable_size(size_bytes: int) -> str:
    """Such as ``340 MB`` or ``1.2 GB``, for people; in powers of 1024 as the limit in the settings.

    >>> readable_size(0), readable_size(340 * 2**20), readable_size(int(1.25 * 2**30))
    ('0 MB', '340 MB', '1.2 GB')
    """
    if size_bytes >= GIB:
        return f"{size_bytes / GIB:.1f} GB"
    megabytes = size_bytes / 2**20
    return f"{megabytes:.0f} MB" if megabytes >= 1 or not size_bytes else f"{megabytes:.1f} MB"
