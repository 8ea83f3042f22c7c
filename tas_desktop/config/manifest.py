"""The manifest of shipped weights: which files belong to a pack, their sizes and checksums.

``manifest.json`` lies in the pack's folder: ``{"files": {"sam.safetensors": {"bytes": …, "sha256": …}}}``
with paths relative to it, separated by slashes. Keys beside ``files`` are left to the pack's makers.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from tas_desktop.domain.errors import WeightsDamaged

MANIFEST_NAME = "manifest.json"
_REINSTALL = "Install TAS Desktop again, or restore the folder from the repository."


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """One file of a pack.

    Attributes:
        path: relative to the pack's folder, separated by slashes.
        size_bytes: its length.
        sha256: its checksum, 64 hexadecimal digits.
    """

    path: str
    size_bytes: int
    sha256: str


def read_manifest(folder: Path) -> tuple[ShippedFile, ...]:
    """Return the files that belong to the pack in a folder.

    Raises:
        WeightsDamaged: the manifest is missing, no JSON, or names a file elsewhere.
    """
    source = folder / MANIFEST_NAME
    try:
        content = json.loads(source.read_text(encoding="utf-8"))
        return tuple(_shipped_file(path, entry) for path, entry in sorted(content["files"].items()))
    except OSError as error:
        raise WeightsDamaged(f"{source} cannot be read ({error.strerror})", next_step=_REINSTALL) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsDamaged(f"{source} is no manifest of weights", next_step=_REINSTALL) from error


def verify_file(folder: Path, shipped: ShippedFile) -> None:
    """Compare a file with its manifest entry.

    Raises:
        WeightsDamaged: the file is missing, has another length or another checksum.
    """
    target = folder / shipped.path
    try:
        size_bytes = target.stat().st_size
        if size_bytes != shipped.size_bytes:
            cause = f"{target} has {size_bytes} bytes instead of {shipped.size_bytes}"
            raise WeightsDamaged(cause, next_step=_REINSTALL)
        if _checksum(target) != shipped.sha256:
            raise WeightsDamaged(f"{target} does not match its checksum", next_step=_REINSTALL)
    except OSError as error:
        raise WeightsDamaged(f"{target} cannot be read ({error.strerror})", next_step=_REINSTALL) from error


def write_manifest(folder: Path) -> None:
    """List every file below a folder, but the manifest itself, in its manifest."""
    files = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": _checksum(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST_NAME
    }
    text = json.dumps({"files": files}, indent=2, sort_keys=True)
    (folder / MANIFEST_NAME).write_text(text + "\n", encoding="utf-8")


def _shipped_file(path: str, entry: dict[str, Any]) -> ShippedFile:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path:
        raise ValueError(path)
    return ShippedFile(path, int(entry["bytes"]), str(entry["sha256"]))


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
