"""Copies of profiles: the user's own files, to be changed with any text editor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from tas_desktop.config.paths import find_paths
from tas_desktop.config.profile_file import SHIPPED_MARK
from tas_desktop.config.profiles import ROLES, ProfileRefused, profile_names, profile_place, read_profile
from tas_desktop.config.resources import resource_path
from tas_desktop.config.writing import replace_file

if TYPE_CHECKING:
    from pathlib import Path

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def copy_profile(name: str, new_name: str) -> Path:
    """Copy a profile into the user's own folder under another name; comments stay.

    Returns:
        The new file, ready to be edited.

    Raises:
        ProfileRefused: no such profile, a file that cannot be used, a name that is taken or none.
        TargetNotWritable: the folder cannot be written.
    """
    source, base = profile_place(name)
    read_profile(source, base=base)
    if not _NAME.fullmatch(new_name):
        raise ProfileRefused(
            f"{new_name!r} is no name for a profile",
            next_step="Take up to 64 letters, digits, dots, dashes and underscores",
        )
    if new_name.casefold() in {known.casefold() for known in profile_names()}:
        raise ProfileRefused(f"There is a profile {new_name!r} already", next_step="Take another name")
    target = find_paths().own_profiles / f"{new_name}.toml"
    replace_file(target, _renamed(source, new_name, was_shipped=base == resource_path()).encode("utf-8"))
    return target


def free_name(name: str) -> str:
    """A name for a copy that nobody has taken: ``my-starter``, then ``my-starter-2`` and so on."""
    taken = {known.casefold() for known in profile_names()}
    wanted = f"my-{name.removeprefix('my-')}"
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (wanted, *numbered) if one.casefold() not in taken)


def _renamed(source: Path, new_name: str, *, was_shipped: bool) -> str:
    try:
        document = tomlkit.parse(source.read_text(encoding="utf-8"))
    except (OSError, TOMLKitError) as error:  # read a moment ago
        raise ProfileRefused(f"{source} cannot be read: {error}", next_step="Correct or remove it") from error
    document["title"] = f"{document['title']} ({new_name})"
    document["name"] = new_name
    for role in ROLES if was_shipped else ():
        part = document[role]
        assert isinstance(part, dict)
        if part.get("files"):
            part["files"] = [f"{SHIPPED_MARK}{file}" for file in part["files"]]
    return tomlkit.dumps(document)
