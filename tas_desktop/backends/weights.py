"""Weights files: read only after their digest was checked."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tas_desktop.config.manifest import read_manifest
from tas_desktop.domain.errors import WeightsDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from torch import Tensor

_NEXT_STEP = "Reinstall TAS Desktop, or train the starter pack again with 'tas-desktop starter train'"


def load_safetensors(path: Path, *, sha256: str | None) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Tensors and metadata of a safetensors file.

    Args:
        path: the file.
        sha256: expected hex digest; None skips the check, for files that were just written.

    Raises:
        WeightsDamaged: the file is missing, has another digest or is no safetensors file.
    """
    import safetensors.torch
    from safetensors import SafetensorError, safe_open

    check_digest(path, sha256=sha256)
    try:
        with safe_open(path, framework="pt") as opened:
            metadata = dict(opened.metadata() or {})
        return safetensors.torch.load_file(path), metadata
    except (SafetensorError, OSError) as error:
        raise _damaged(f"The weights file {path} cannot be read") from error


def check_digest(path: Path, *, sha256: str | None) -> None:
    """Make sure that a file is there and, unless ``sha256`` is None, has that digest.

    Raises:
        WeightsDamaged: it is missing or differs.
    """
    try:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise _damaged(f"The weights file {path} is missing or unreadable") from error
    if sha256 is not None and found != sha256:
        raise _damaged(f"The weights file {path} is damaged: its checksum is not the expected one")


def expected_digest(folder: Path, name: str) -> str:
    """Digest of a file as the folder's manifest has it.

    Args:
        folder: a weights folder with ``manifest.json``: ``{"files": {name: {"sha256", "bytes"}}}``.
        name: file name in that folder.

    Raises:
        WeightsDamaged: the manifest is missing, malformed or does not name the file.
    """
    for shipped in read_manifest(folder):
        if shipped.path == name:
            return shipped.sha256
    raise _damaged(f"The weights manifest of {folder} does not name {name}")


@contextmanager
def rebuilding(path: Path, *, what: str) -> Iterator[None]:
    """Around the making of a network from a file: what does not fit together damages the file, not us.

    Args:
        path: the file.
        what: the network in words, such as "a captioner".

    Raises:
        WeightsDamaged: the file's description or tensors are not those of such a network.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, RuntimeError) as error:
        raise _damaged(f"{path.name} does not hold {what} of this program") from error


def _damaged(message: str) -> WeightsDamaged:
    return WeightsDamaged(message, next_step=_NEXT_STEP)
