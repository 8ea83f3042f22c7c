"""Bringing in a model that is on this machine already: used where it lies, or copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tas_desktop.config.writing import written_aside
from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import WorkControl
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.claims import claim_model
from tas_desktop.models.digests import CHUNK_BYTES, sha256_of
from tas_desktop.models.entry import HubSource, UrlSource
from tas_desktop.models.errors import ModelDamaged
from tas_desktop.models.places import ModelPlace, place_of_receipt
from tas_desktop.models.receipts import (
    Receipt,
    folder_of,
    is_model_id,
    read_receipt,
    remove_strays,
    write_receipt,
)
from tas_desktop.models.space import require_room
from tas_desktop.models.transfer import received
from tas_desktop.models.wanted import PICKLED_WEIGHTS, SAFE_WEIGHTS, refuse_remote_code, wanted_below

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tas_desktop.models.entry import ModelEntry

_WEIGHTS: Final = (*SAFE_WEIGHTS, *PICKLED_WEIGHTS)
_SMALL_BYTES: Final = 2**20


def import_model(
    path: Path, *, model_id: str = "", copy: bool = False, control: WorkControl | None = None
) -> ModelPlace:
    """Bring in a file or a folder of a model.

    Args:
        path: a weights file, or a folder with weights, configuration and tokeniser.
        model_id: what it is: an id of the catalogue, whose published checksum it then has to match, or a new
            one of the user's own. When left out, it is looked for in the catalogue by its checksum.
        copy: whether to copy it into the folder of models, so that it may be moved away afterwards.
        control: is told of ``check`` and ``copy`` in bytes; may cancel.

    Raises:
        InputRefused: there is no model at the path, or the id is no name.
        ModelDamaged: the catalogue has another checksum for it.
        RemoteCodeRefused: it asks to run its own code.
        ModelBusy: another process is changing that model.
        NoRoom: there is no room for a copy.
        TargetNotWritable: the folder of models cannot be written.
        Cancelled: asked to stop; nothing was brought in.
    """
    control = control or WorkControl()
    path = path.expanduser().resolve()
    if model_id and not is_model_id(model_id):
        step = "Use letters, digits and ._+- with at most one slash"
        raise InputRefused(f"{model_id!r} is no name for a model", next_step=step)
    try:
        files = _files_of(path)
        sums = _hash_all(files, control=control)
    except OSError as error:
        raise InputRefused(f"{path} cannot be read ({error.strerror})") from error
    model_id = model_id or _recognise(sums) or _own_name(path)
    entry = catalogue().get(model_id)
    if entry is not None:
        _check_published(entry, path, sums)
    with claim_model(model_id):
        if copy:
            files = _copy(files, model_id, control=control)
        published = set(_published(entry).values()) if entry else set()
        receipt = Receipt(
            model_id=model_id,
            origin="import",
            at="" if copy else str(path),
            licence=entry.licence if entry else "",
            files={
                name: received(file, sha256=sums[name], published=sums[name] in published)
                for name, file in files.items()
            },
        )
        write_receipt(receipt)
        remove_strays(receipt)
    return place_of_receipt(receipt)


def _files_of(path: Path) -> dict[str, Path]:
    """The files of a model by their names below the path, or the one that the path is."""
    if not path.exists():
        raise InputRefused(f"There is nothing at {path}")
    if path.is_file():
        files = {path.name: path}
    else:
        files = {file.relative_to(path).as_posix(): file for file in wanted_below(path)}
    if not any(name.endswith(_WEIGHTS) for name in files):
        raise InputRefused(
            f"{path} is no model: it holds no weights",
            next_step=f"Name a file that ends in {', '.join(_WEIGHTS)}, or a folder with one",
        )
    for name, file in files.items():
        if file.stat().st_size <= _SMALL_BYTES:
            refuse_remote_code(name, file.read_bytes(), where=str(path))
    return files


def _hash_all(files: Mapping[str, Path], *, control: WorkControl) -> dict[str, str]:
    total, done, sums = sum(file.stat().st_size for file in files.values()), 0, {}
    for name, file in files.items():
        sums[name] = sha256_of(file, control=control, done=done, total=total)
        done += file.stat().st_size
    return sums


def _published(entry: ModelEntry) -> dict[str, str]:
    """Checksums by file name, as far as the catalogue has them."""
    match entry.source:
        case UrlSource(sha256=digest) as source if digest:
            return {source.name: digest}
        case HubSource(sums=sums):
            return dict(sums)
        case _:
            return {}


def _recognise(sums: Mapping[str, str]) -> str:
    """Id of the catalogue's model whose published checksums are all among these; empty without one."""
    found = set(sums.values())
    for model_id, entry in catalogue().items():
        published = set(_published(entry).values())
        single = isinstance(entry.source, UrlSource)
        if published and published <= found and (not single or len(sums) == 1):
            return model_id
    return ""


def _check_published(entry: ModelEntry, path: Path, sums: Mapping[str, str]) -> None:
    """Refuse what is not the model that the catalogue has under this id."""
    if isinstance(entry.source, HubSource) and path.is_file() and entry.roles != ("encoder",):
        raise InputRefused(
            f"{entry.title} is a folder with configuration and weights, and {path.name} is a single file",
            next_step="Name the folder",
        )
    published = _published(entry)
    if isinstance(entry.source, UrlSource):  # whatever the one file is called here
        wrong = published and set(published.values()) != set(sums.values())
    else:
        wrong = any(sums.get(name, digest) != digest for name, digest in published.items())
    if wrong:
        raise ModelDamaged(
            f"{path} is not {entry.title} as it was published: its checksum differs",
            next_step="If it is what you want, bring it in under a name of its own: --as NAME",
        )


def _own_name(path: Path) -> str:
    """A name for a model that the catalogue does not have, from that of its file or folder."""
    stem = path.stem if path.is_file() else path.name
    name = re.sub(r"[^A-Za-z0-9._+-]+", "-", stem).strip("-._+") or "model"
    taken = read_receipt(name)
    if name in catalogue() or (taken is not None and taken.at != str(path)):
        raise InputRefused(
            f"There is a model called {name} already, and {path} is another", next_step="Name it: --as NAME"
        )
    return name


def _copy(files: Mapping[str, Path], model_id: str, *, control: WorkControl) -> dict[str, Path]:
    folder = folder_of(model_id)
    total, done = sum(file.stat().st_size for file in files.values()), 0
    require_room(folder, needed_bytes=total, title=model_id)
    copies = {}
    for name, file in files.items():
        copies[name] = folder / name
        with written_aside(copies[name]) as aside, file.open("rb") as source, aside.open("wb") as copy:
            while chunk := source.read(CHUNK_BYTES):
                copy.write(chunk)
                done += len(chunk)
                control.step("copy", done, total)
    return copies
