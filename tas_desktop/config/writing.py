"""Replacing a file in one step: readers see the old content or the new, never a part."""

from __future__ import annotations

import glob
import os
import secrets
import shutil
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STRAY_AFTER_S = 3600.0  # nobody writes for so long without touching the file
STRAY_FOLDER_AFTER_S = 24 * STRAY_AFTER_S  # what is written further down does not touch a folder
_ASIDE = ".part"
_TOKEN = "[0-9a-f]" * 8


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """Give a new empty file beside the target; after the block, sync it to disk and rename it over.

    The target's folder is made when missing. When the block raises, or the process is killed, the
    target stays as it was; except after a kill nothing is left beside it, and what a kill left an hour ago
    or earlier is removed by the next one who writes here.

    Raises:
        TargetNotWritable: the folder is read-only, the disk full, or the target is a folder.
    """
    aside: Path | None = None
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target)
        aside = aside_of(target)
        aside.touch(exist_ok=False)
        yield aside
        _sync(aside)
        aside.replace(target)
        aside = None
        with suppress(OSError):  # not every system can sync a folder; the rename itself is done
            _sync(target.parent)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)


def aside_of(target: Path) -> Path:
    """A fresh name beside a target, for what is written before it is renamed; it tells whose it is."""
    return target.with_name(f".{target.name}.{os.getpid():x}-{secrets.token_hex(4)}{_ASIDE}")


def remove_asides(target: Path, *, pid: int) -> None:
    """Remove what a process of this machine that was killed has left beside a target, files and folders."""
    for stray in target.parent.glob(f".{glob.escape(target.name)}.{pid:x}-{_TOKEN}{_ASIDE}"):
        _remove(stray)


def replace_file(target: Path, content: bytes) -> None:
    """Replace a small file's content; raises ``TargetNotWritable`` like ``written_aside``."""
    with written_aside(target) as aside:
        aside.write_bytes(content)


def check_writable(target: Path) -> None:
    """Try the place now, before hours of work that would end in a refusal; leaves nothing behind.

    Raises:
        TargetNotWritable: like ``written_aside``, as far as a small file in the nearest folder that is
            there already can tell.
    """
    folder = target.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    trial = folder / f".{secrets.token_hex(8)}.part"
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        trial.touch(exist_ok=False)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        with suppress(OSError):
            trial.unlink(missing_ok=True)


def sweep(target: Path) -> None:
    """Remove what processes that were killed long ago have left beside the target; others may be writing."""
    for stray in target.parent.glob(f".{glob.escape(target.name)}.[0-9a-f]*-{_TOKEN}{_ASIDE}"):
        with suppress(OSError):
            known = stray.lstat()
            limit = STRAY_FOLDER_AFTER_S if stat.S_ISDIR(known.st_mode) else STRAY_AFTER_S
            if time.time() - known.st_mtime > limit:
                _remove(stray)


def _remove(aside: Path) -> None:
    """Remove a file or a folder; a link is removed, never followed."""
    if aside.is_dir() and not aside.is_symlink():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        with suppress(OSError):
            aside.unlink()


def not_writable(target: Path, error: OSError) -> TargetNotWritable:
    """What the system says of a place, with the next step."""
    return TargetNotWritable(
        f"{target} cannot be written: {error.strerror or error}",
        next_step="Free some space there, or choose a place you may write to",
    )


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
