"""Replacing a folder in one step: readers see the old content or the new, never a part.

Each folder that was written so holds a list of its files. Only what is on the list is ever replaced: a folder
with anything else in it is refused.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from tas_desktop.config.exchanging import exchange
from tas_desktop.config.writing import aside_of, not_writable, sweep
from tas_desktop.domain.errors import TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENTS_NAME: Final = ".tas-contents"
_MOST_CONTENTS_BYTES: Final = 200 * 2**20


@contextmanager
def folder_written_aside(target: Path) -> Iterator[Path]:
    """Give a new empty folder beside the target; after the block, sync it to disk and put it in its place.

    The folder above is made when missing. When the block raises, or the process is killed, the target stays
    as it was.

    Raises:
        TargetNotWritable: the place is read-only or full, the target is a file, or a folder that holds
            anything but what was written so before.
    """
    aside: Path | None = None
    target = target.resolve() if target.is_symlink() else target  # what a link leads to is replaced
    try:
        _bring_back(target)
        check_replaceable(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target)
        aside = aside_of(target)
        aside.mkdir()
        yield aside
        _list_contents(aside)
        _sync_tree(aside)
        check_replaceable(target)  # somebody may have put something there meanwhile
        _put_in_place(aside, target)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)


def check_replaceable(target: Path) -> None:
    """See that nothing would be lost if the folder were replaced.

    Raises:
        TargetNotWritable: it is a file, or holds something that is not on its list of contents.
        OSError: it cannot be listed.
    """
    if not target.exists() and not target.is_symlink():
        return
    if not target.is_dir():
        raise TargetNotWritable(f"{target} is a file, not a folder", next_step="Name a new folder")
    known = _read_contents(target)
    for place in target.rglob("*"):
        name = place.relative_to(target).as_posix()
        if name != CONTENTS_NAME and name not in known and (place.is_symlink() or not place.is_dir()):
            raise TargetNotWritable(
                f"{target} holds {name}, which was not exported there", next_step="Name a new folder"
            )


def _read_contents(folder: Path) -> frozenset[str]:
    """Names on a folder's list; none where there is no list that can be read."""
    listing = folder / CONTENTS_NAME
    try:
        if listing.stat().st_size > _MOST_CONTENTS_BYTES:
            return frozenset()
        names = json.loads(listing.read_text(encoding="ascii"))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    return (
        frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()
    )


def _list_contents(folder: Path) -> None:
    names = sorted(
        place.relative_to(folder).as_posix()
        for place in folder.rglob("*")
        if place.is_symlink() or not place.is_dir()
    )
    lines = ",\n".join(map(json.dumps, names))
    (folder / CONTENTS_NAME).write_text(f"[{lines}]\n", encoding="ascii", newline="\n")


def _put_in_place(aside: Path, target: Path) -> None:
    """Exchange the two, or move one after the other where the system cannot; the former one ends aside."""
    if not target.exists():
        aside.rename(target)
        return
    if exchange(aside, target):
        return
    former = _former(target)
    target.rename(former)
    try:
        aside.rename(target)
    except OSError:
        former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _former(target: Path) -> Path:
    """Where the former folder is between two renames."""
    return target.with_name(f".{target.name}.former")


def _bring_back(target: Path) -> None:
    """Undo half an exchange that somebody was killed in."""
    former = _former(target)
    if former.is_dir():
        if target.exists():
            shutil.rmtree(former, ignore_errors=True)
        else:
            former.rename(target)


def _sync_tree(folder: Path) -> None:
    """Everything to the disk: at once where the system can, which is faster than one by one."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for place in folder.rglob("*"):
        if place.is_file() and not place.is_symlink():
            with suppress(OSError), place.open("rb+") as stream:
                os.fsync(stream.fileno())
