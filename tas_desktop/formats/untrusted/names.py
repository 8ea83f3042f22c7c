"""Names of files that a file gives: they must lead to a place inside a folder."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_text

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST: Final = 4_096  # characters, Linux's PATH_MAX
_LONGEST_PART: Final = 255  # bytes, of most file systems
_MOST_PARTS: Final = 100


def plain_name(value: Any, *, item: str) -> str:
    """A relative name with forward slashes that does not lead upwards; backslashes are taken for slashes.

    Raises:
        ItemRefused: it is no text, empty, absolute, names a drive, has ``..`` in it, ends in a slash, or
            cannot be a file's name anywhere.
    """
    text = as_text(value, item=item, name="a file's name", longest=_LONGEST)
    fault = _fault_of(text)
    if fault:
        raise ItemRefused(item, f"the file name {shown(text)} {fault}")
    return PurePosixPath(text.replace("\\", "/")).as_posix()


def inside(folder: Path, name: Any, *, item: str = "") -> Path:
    """The file of that name below a folder; links that lead out of it are refused.

    The file need not be there. The folder itself may be a link: who named it wants what is behind it.

    Raises:
        ItemRefused: as ``plain_name``, or a link leads out of the folder.
    """
    path = folder / plain_name(name, item=item)
    try:
        if path.resolve().is_relative_to(folder.resolve()):
            return path
    except (OSError, RuntimeError) as error:  # a loop of links, a part that is too long here
        raise ItemRefused(item, f"the file name {shown(name)} leads nowhere: {error}") from error
    raise ItemRefused(
        item,
        f"{shown(name)} is a link that leads out of {folder}",
        next_step="Put the file itself there, or name the folder where the pictures are",
    )


def _fault_of(text: str) -> str:
    """The first thing that is wrong with a name, as the end of a sentence; empty for a good one."""
    path, on_windows = PurePosixPath(text.replace("\\", "/")), PureWindowsPath(text)
    longest = max((len(part.encode("utf-8")) for part in path.parts), default=0)
    faults = {
        "is empty": not path.parts,
        "is absolute; only names inside the folder are read": bool(
            path.is_absolute() or on_windows.drive or on_windows.root
        ),
        "leads out of its folder": ".." in path.parts,
        "is a folder's": text.endswith(("/", "\\")),
        "holds control characters": any(character < " " for character in text),
        "is too long": longest > _LONGEST_PART or len(path.parts) > _MOST_PARTS,
    }
    return next((fault for fault, is_so in faults.items() if is_so), "")
