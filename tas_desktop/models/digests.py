"""Checksums of large files, and remembering them so that a file of gigabytes is read through once."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from tas_desktop.config.writing import replace_file
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.engine.control import WorkControl
from tas_desktop.models.receipts import models_folder

if TYPE_CHECKING:
    from pathlib import Path

CHUNK_BYTES: Final = 2**20
_MOST_REMEMBERED: Final = 500
_MOST_BYTES: Final = 2**20


def sha256_of(
    file: Path, *, control: WorkControl | None = None, step: str = "check", done: int = 0, total: int = 0
) -> str:
    """The checksum of a file, 64 hexadecimal digits.

    Args:
        file: the file.
        control: is told of the bytes read, and may cancel.
        step: what to tell it that is being done.
        done: bytes done before this file.
        total: bytes of everything.

    Raises:
        OSError: it cannot be read.
        Cancelled: asked to stop.
    """
    control = control or WorkControl()
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            digest.update(chunk)
            done += len(chunk)
            control.step(step, done, total)
    return digest.hexdigest()


def remembered_sha256(file: Path) -> str:
    """The checksum of a file, read through only where its length or time of change is new.

    Raises:
        OSError: it cannot be read.
    """
    status = file.stat()
    key = f"{file.resolve()}|{status.st_size}|{status.st_mtime_ns}"
    known = _read_memory()
    if key not in known:
        known[key] = sha256_of(file)
        _write_memory(known)
    return known[key]


def _memory() -> Path:
    return models_folder() / "digests.json"


def _read_memory() -> dict[str, str]:
    try:
        if _memory().stat().st_size > _MOST_BYTES:
            return {}
        content = json.loads(_memory().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {key: value for key, value in content.items() if isinstance(value, str) and len(value) == 64}


def _write_memory(known: dict[str, str]) -> None:
    """Keep the newest; where the folder cannot be written the file is read through each time."""
    kept = dict(list(known.items())[-_MOST_REMEMBERED:])
    try:
        replace_file(_memory(), json.dumps(kept, indent=1).encode("utf-8"))
    except TargetNotWritable:
        return
