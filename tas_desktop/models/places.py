"""Where a model lies on this machine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.models.errors import ModelDamaged, ModelMissing
from tas_desktop.models.receipts import folder_of, is_model_id, read_receipt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tas_desktop.models.entry import ModelEntry
    from tas_desktop.models.receipts import Receipt, ReceivedFile


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """A model that is whole on this machine.

    Attributes:
        model_id: its id.
        path: what a backend opens: the file of a model of one file, else the folder.
        files: absolute paths of all its files.
        revision: the hub's commit; empty elsewhere.
        digest: of all files' checksums, 64 hexadecimal digits: the same weights have the same digest.
        in_place: whether it lies where the user keeps it, not in our folder.
    """

    model_id: str
    path: Path
    files: tuple[Path, ...]
    revision: str
    digest: str
    in_place: bool


def find_model(model_id: str) -> ModelPlace | None:
    """Where a model is, found by its receipt and the lengths of its files; nothing is read of them.

    Returns:
        None where the model is not here, or only a part of it.
    """
    receipt = read_receipt(model_id) if is_model_id(model_id) else None
    if receipt is None or next(changed_files(receipt), None) is not None:
        return None
    return place_of_receipt(receipt)


def require_model(model: ModelEntry | str) -> ModelPlace:
    """Where a model is.

    Raises:
        ModelMissing: it is not here, or only a part of it; the next step says how to get it.
        ModelDamaged: it was here, and its files have changed since.
    """
    model_id, title = (model, model) if isinstance(model, str) else (model.model_id, model.title)
    place = find_model(model_id)
    if place is not None:
        return place
    receipt = read_receipt(model_id) if is_model_id(model_id) else None
    if receipt is None:
        raise ModelMissing(
            f"The model {title} is not on this machine",
            next_step=f"Download it: tas-desktop models pull {model_id}, or Tools, Models and profiles",
        )
    name = next(changed_files(receipt))
    again = f"import {receipt.at} --as {model_id}" if receipt.at else f"pull {model_id}"
    raise ModelDamaged(
        f"{base_of(receipt) / name} of the model {title} is missing or has changed",
        next_step=f"Bring it in again: tas-desktop models {again}",
    )


def place_of_receipt(receipt: Receipt) -> ModelPlace:
    """The place that a receipt describes, whether or not the files are as it says."""
    base = base_of(receipt)
    files = tuple(base / name for name in sorted(receipt.files))
    path = files[0] if len(files) == 1 else base
    return ModelPlace(
        model_id=receipt.model_id,
        path=path,
        files=files,
        revision=receipt.revision,
        digest=digest_of(receipt.files),
        in_place=bool(receipt.at),
    )


def base_of(receipt: Receipt) -> Path:
    """What the names of a receipt's files are relative to."""
    if not receipt.at:
        return folder_of(receipt.model_id)
    at = Path(receipt.at)
    return at if at.is_dir() else at.parent


def changed_files(receipt: Receipt) -> Iterator[str]:
    """Names of files that are missing, or have another length than the receipt says."""
    base = base_of(receipt)
    for name, known in sorted(receipt.files.items()):
        try:
            status = (base / name).stat()
        except OSError:
            yield name
            continue
        moved = receipt.at and status.st_mtime_ns != known.mtime_ns
        if status.st_size != known.size_bytes or moved:
            yield name


def digest_of(files: Mapping[str, ReceivedFile]) -> str:
    """One checksum for several files: of their names and checksums, in order; of a single file its own."""
    if len(files) == 1:
        return next(iter(files.values())).sha256
    lines = "".join(f"{known.sha256}  {name}\n" for name, known in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()
