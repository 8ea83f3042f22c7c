"""Replacing a file in one step: readers see the old content or the new, never a part."""

from __future__ import annotations

import glob
import os
import secrets
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STRAY_AFTER_S = 3600.0  # nobody writes for so long without touching the file


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
        _sweep(target)
        aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        aside.touch(exist_ok=False)
        yield aside
        _sync(aside)
        aside.replace(target)
        aside = None
        with suppress(OSError):  # not every system can sync a folder; the rename itself is done
            _sync(target.parent)
    except OSError as error:
        raise _not_writable(target, error) from error
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)


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
        raise _not_writable(target, error) from error
    finally:
        with suppress(OSError):
            trial.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what processes that were killed have left beside the target; others may be writing it now."""
    pattern = f".{glob.escape(target.name)}.{'[0-9a-f]' * 8}.part"
    for stray in target.parent.glob(pattern):
        with suppress(OSError):
            if time.time() - stray.stat().st_mtime > STRAY_AFTER_S:
                stray.unlink()


def _not_writable(target: Path, error: OSError) -> TargetNotWritable:
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
