"""Telling which image files are the same, without reading those that cannot be."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tas_desktop.storage.rows import ImageRow

_BLOCK: Final = 2**20


def with_content_hashes(rows: Sequence[ImageRow], place_of: Callable[[str], Path]) -> list[ImageRow]:
    """The rows with the content hash of every file that may be another's copy.

    A project knows the hash of files that it has read. Of the others only those are read here whose size
    another file has too. Files that are missing stay without.

    Args:
        rows: images of a project.
        place_of: the path of an image by its stored path.
    """
    sizes = {row.image_id: _size_of(place_of(row.path)) for row in rows}
    shared = Counter(sizes.values())
    return [
        row
        if row.content_hash or shared[sizes[row.image_id]] < 2
        else row._replace(content_hash=_hash_of(place_of(row.path)))
        for row in rows
    ]


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _hash_of(path: Path) -> str | None:
    """SHA-256 of a file, as ``LoadedImage.content_hash``."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()
