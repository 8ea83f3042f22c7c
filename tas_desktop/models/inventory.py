"""All models, those of the catalogue and the user's own, and what of each is on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.entry import Licence, ModelEntry
from tas_desktop.models.errors import ModelUnknown
from tas_desktop.models.hub_entries import entry_of_repository
from tas_desktop.models.places import changed_files, find_model, place_of_receipt
from tas_desktop.models.receipts import (
    PENDING_NAME,
    folder_of,
    is_model_id,
    read_pending,
    read_receipt,
    received_ids,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.models.places import ModelPlace
    from tas_desktop.models.receipts import Receipt

_OWN_TERMS = Licence("own", "", "", commercial=True, labels="")


class Presence(StrEnum):
    """How much of a model is on this machine."""

    HERE = "here"
    PARTLY = "partly"
    """A download has begun and not come to its end."""
    CHANGED = "changed"
    """A file is missing or is not what it was."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ModelState:
    """A model and what is here of it.

    Attributes:
        entry: the model.
        presence: see there.
        bytes_here: that lie on the disk.
        size_bytes: of the whole, as exactly as is known.
        place: where it is; None unless ``presence`` is ``HERE``.
    """

    entry: ModelEntry
    presence: Presence
    bytes_here: int
    size_bytes: int
    place: ModelPlace | None


def known_entry(model_id: str) -> ModelEntry:
    """The entry of a model of the catalogue, or of one that the user brought in.

    Raises:
        ModelUnknown: there is neither.
    """
    if model_id in catalogue():
        return catalogue()[model_id]
    receipt = read_receipt(model_id) if is_model_id(model_id) else None
    if receipt is None:
        raise ModelUnknown(
            f"There is no model {model_id!r}", next_step="See the ids with: tas-desktop models list"
        )
    return _own_entry(receipt)


def list_models() -> tuple[ModelState, ...]:
    """The catalogue in its order, then the user's own; nothing is read but receipts and lengths."""
    own = (_own_entry(receipt) for receipt in _own_receipts())
    return tuple(state_of(entry) for entry in (*catalogue().values(), *own))


def state_of(entry: ModelEntry) -> ModelState:
    """What of a model is here."""
    receipt = read_receipt(entry.model_id)
    if receipt is not None:
        size_bytes = sum(file.size_bytes for file in receipt.files.values())
        if find_model(entry.model_id) is not None:
            return ModelState(entry, Presence.HERE, size_bytes, size_bytes, place_of_receipt(receipt))
        missing = sum(receipt.files[name].size_bytes for name in changed_files(receipt))
        return ModelState(entry, Presence.CHANGED, size_bytes - missing, size_bytes, None)
    pending = read_pending(entry.model_id)
    if pending is None:
        return ModelState(entry, Presence.MISSING, 0, entry.size_bytes, None)
    here = _downloaded_bytes(entry.model_id)
    return ModelState(entry, Presence.PARTLY, here, pending.size_bytes or entry.size_bytes, None)


def _downloaded_bytes(model_id: str) -> int:
    files = (place for place in folder_of(model_id).rglob("*") if not place.name.endswith(".part.json"))
    return sum(place.stat().st_size for place in files if place.is_file() and place.name != PENDING_NAME)


def _own_receipts() -> Iterator[Receipt]:
    for model_id in received_ids():
        receipt = read_receipt(model_id)
        if receipt is not None and model_id not in catalogue():
            yield receipt


def _own_entry(receipt: Receipt) -> ModelEntry:
    """An entry for a model that no catalogue has: of any role, under terms that its owner knows."""
    if receipt.origin.startswith("hub:"):
        return entry_of_repository(
            receipt.origin.removeprefix("hub:"),
            revision=receipt.revision,
            licence=receipt.licence,
            size_bytes=sum(file.size_bytes for file in receipt.files.values()),
        )
    return ModelEntry(
        model_id=receipt.model_id,
        title=receipt.model_id,
        roles=(),
        source=None,
        terms=_OWN_TERMS
        if not receipt.licence
        else Licence("own", receipt.licence, "", commercial=True, labels=""),
        size_bytes=sum(file.size_bytes for file in receipt.files.values()),
    )
