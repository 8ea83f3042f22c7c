"""Where the images of a list lie: beside it, or in a folder that others call so too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FOLDERS: Final = (".", "images", "..", "../images")
_EXAMPLES: Final = 20


def find_folder(path: Path, names: Sequence[str]) -> Path | None:
    """The folder, seen from a list's own, in which one of its first images lies; None where none does.

    Raises:
        ItemRefused: a name is none, or a link leads out of its folder.
    """
    for below in _FOLDERS:
        folder = path.parent / below
        if any(inside(folder, name).is_file() for name in names[:_EXAMPLES]):
            return folder
    return None


def place_of(folder: Path | None, name: str, *, item: str) -> Path | None:
    """An image's file; None where it is not there.

    Raises:
        ItemRefused: a link leads out of the folder.
    """
    if folder is None:
        return None
    place = inside(folder, name, item=item)
    try:
        return place if place.is_file() else None
    except OSError as error:
        raise ItemRefused(item, f"its file cannot be looked for: {error.strerror}") from error
