"""Replacing a small file in one step: readers see the old content or the new, never a part."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tas_desktop.domain.errors import TargetNotWritable


def replace_file(target: Path, content: bytes) -> None:
    """Write beside the target, sync to disk, rename over it; the folder is made when missing.

    Raises:
        TargetNotWritable: the folder is read-only or the disk full; nothing is left behind.
    """
    aside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as stream:
            aside = Path(stream.name)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(target)
        aside = None
    except OSError as error:
        raise TargetNotWritable(
            f"{target} cannot be written: {error.strerror or error}",
            next_step="Free some space there, or choose a place you may write to",
        ) from error
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)
