"""What is known of a model that lies on this machine: its files, their checksums and their origin.

Each model has a folder below the user's ``models/`` with a receipt in it. Models used in place have the
folder with the receipt alone, which says where the files are. A receipt is written last: a folder with
a note of a download in its place holds one that has not come to its end.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Annotated, Final, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from tas_desktop.config.paths import find_paths
from tas_desktop.config.writing import replace_file

RECEIPT_NAME: Final = "tas-model.json"
PENDING_NAME: Final = "tas-download.json"
_MOST_BYTES: Final = 2**20
_UNFIT: Final = '\\:*?"<>|'  # what Windows does not have in names
_Kind = TypeVar("_Kind", bound=BaseModel)
_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._+-]*(/[A-Za-z0-9][A-Za-z0-9._+-]*)?$")


def is_model_id(text: str) -> bool:
    """Whether a text can name a model: letters, digits and ``._+-``, with at most one slash."""
    return len(text) <= 120 and bool(_ID.match(text)) and ".." not in text


def models_folder() -> Path:
    """Where downloaded models lie; it need not exist."""
    return find_paths().data / "models"


def folder_of(model_id: str) -> Path:
    """The folder of one model, which need not exist; a slash in the id becomes two hyphens."""
    if not is_model_id(model_id):
        raise ValueError(model_id)
    return models_folder() / model_id.replace("/", "--")


def inside(path: str) -> str:
    """A path below a model's folder, with forward slashes.

    Raises:
        ValueError: it would lead elsewhere, or is no path.
    """
    pure = PurePosixPath(path)
    strange = not path or pure.is_absolute() or ".." in pure.parts or str(pure) != path
    if strange or any(mark in _UNFIT or mark < " " for mark in path):
        raise ValueError(f"{path!r} is no path below the model's folder")
    return path


class ReceivedFile(BaseModel):
    """One file as it was when it was checked.

    Attributes:
        size_bytes, mtime_ns: its length, and when it was last changed.
        sha256: its checksum, 64 hexadecimal digits.
        published: whether its makers, or the hub, publish that checksum.
    """

    model_config = ConfigDict(frozen=True)

    size_bytes: Annotated[int, Field(ge=0)]
    mtime_ns: int
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    published: bool


class Receipt(BaseModel):
    """A model that lies on this machine.

    Attributes:
        model_id: its id.
        origin: the URL, ``hub:owner/name`` or ``import``.
        revision: the hub's commit; empty elsewhere.
        at: the file or folder of a model that is used in place; empty for those in our own folder.
        licence: what the licence was called when the model was brought in.
        files: by path below the folder, with forward slashes.
    """

    model_config = ConfigDict(frozen=True)

    schema_version: Annotated[int, Field(ge=1, le=1)] = 1
    model_id: str
    origin: str
    revision: str = ""
    at: str = ""
    licence: str = ""
    files: dict[Annotated[str, AfterValidator(inside)], ReceivedFile]


class Pending(BaseModel):
    """A download that has begun and not come to its end.

    Attributes:
        origin: as in the receipt to be.
        revision: the hub's commit, so that going on fetches the same one.
        size_bytes: of all files together.
    """

    model_config = ConfigDict(frozen=True)

    origin: str
    revision: str = ""
    size_bytes: Annotated[int, Field(ge=0)]


def read_receipt(model_id: str) -> Receipt | None:
    """The receipt of a model; None where there is none that can be read."""
    receipt = _read(folder_of(model_id) / RECEIPT_NAME, Receipt)
    return receipt if receipt is not None and receipt.model_id == model_id else None


def read_pending(model_id: str) -> Pending | None:
    """The note of a download that has not come to its end; None where there is none that can be read."""
    return _read(folder_of(model_id) / PENDING_NAME, Pending)


def write_receipt(receipt: Receipt) -> None:
    """Say that a model is here; raises ``TargetNotWritable`` where the folder cannot be written."""
    content = receipt.model_dump_json(indent=1).encode("utf-8")
    folder = folder_of(receipt.model_id)
    replace_file(folder / RECEIPT_NAME, content + b"\n")
    (folder / PENDING_NAME).unlink(missing_ok=True)


def write_pending(model_id: str, pending: Pending) -> None:
    """Say that a download has begun; raises ``TargetNotWritable`` where the folder cannot be written."""
    replace_file(folder_of(model_id) / PENDING_NAME, pending.model_dump_json().encode("utf-8") + b"\n")


def remove_strays(receipt: Receipt) -> None:
    """Remove what a model's folder held before and the model does not have: an older revision's files."""
    folder = folder_of(receipt.model_id)
    kept = {RECEIPT_NAME} | (set() if receipt.at else set(receipt.files))
    for place in sorted(folder.rglob("*"), reverse=True):
        with suppress(OSError):
            if place.is_dir() and not place.is_symlink():
                place.rmdir()  # only where it is empty
            elif place.relative_to(folder).as_posix() not in kept:
                place.unlink()


def received_ids() -> tuple[str, ...]:
    """Ids of all models with a receipt, sorted."""
    found = []
    for file in models_folder().glob(f"*/{RECEIPT_NAME}"):
        model_id = file.parent.name.replace("--", "/", 1)
        if is_model_id(model_id) and read_receipt(model_id) is not None:
            found.append(model_id)
    return tuple(sorted(found))


def _read(file: Path, kind: type[_Kind]) -> _Kind | None:
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        return kind.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
