"""Names of a project's images in an export: relative to the folder that all of them share."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNPORTABLE: Final = re.compile(r"[\x00-\x1f\\]")


class NamedImages(NamedTuple):
    """Where images lie, and what they are called in an export.

    Attributes:
        folder: the folder that all of them share; None where they lie on several drives.
        names: by image id, unique, with forward slashes.
        places: by image id.
    """

    folder: Path | None
    names: dict[int, str]
    places: dict[int, Path]


def name_images(places: Iterable[tuple[int, Path]]) -> NamedImages:
    """Name images by their paths below the deepest folder that all of them share.

    So a dataset that was moved, or imported elsewhere, keeps its names. Backslashes and control characters in
    a name, which no other system takes, become underscores.

    Args:
        places: image ids with absolute paths, unique.
    """
    listed = dict(places)
    folder = _common_folder(listed.values())
    names: dict[int, str] = {}
    taken: set[str] = set()
    for image_id, place in listed.items():
        below = os.path.relpath(place, folder) if folder else os.path.join(*_on_drive(place))  # noqa: PTH118
        name = _UNPORTABLE.sub("_", below.replace(os.sep, "/"))
        if name in taken:
            stem, dot, suffix = name.rpartition(".")
            name = f"{stem}-{image_id}{dot}{suffix}"
        taken.add(name)
        names[image_id] = name
    return NamedImages(folder, names, listed)


def _common_folder(places: Iterable[Path]) -> Path | None:
    parents = {place.parent for place in places}
    try:
        return Path(os.path.commonpath(parents)) if parents else None
    except ValueError:  # several drives on Windows
        return None


def _on_drive(place: Path) -> list[str]:
    """The parts of a path with the drive's letter as a folder."""
    drive = re.sub(r"\W", "", place.drive) or "root"
    return [drive, *place.parts[1:]]
