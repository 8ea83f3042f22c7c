"""Licences that the user agreed to: those that limit use ask once, for all models under them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tas_desktop.config.writing import replace_file
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.errors import LicenceNotAccepted
from tas_desktop.models.hub_entries import OWN_LICENCE_MARK
from tas_desktop.models.receipts import models_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.models.entry import Licence, ModelEntry

_MOST_BYTES: Final = 2**16


def accepted_licences() -> frozenset[str]:
    """Ids of the licences that were agreed to on this machine."""
    try:
        if _file().stat().st_size > _MOST_BYTES:
            return frozenset()
        written = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    return frozenset(filter(_is_text, written)) if isinstance(written, list) else frozenset()


def accept_licence(licence_id: str) -> None:
    """Remember that the user agrees to a licence.

    Raises:
        LicenceNotAccepted: no model of the catalogue has a licence of that name.
        TargetNotWritable: the folder of models cannot be written.
    """
    known = dict.fromkeys(entry.terms.licence_id for entry in catalogue().values())
    if licence_id not in known and not licence_id.startswith(OWN_LICENCE_MARK):
        raise LicenceNotAccepted(
            f"No model is under a licence called {licence_id!r}", next_step=f"Name one of: {', '.join(known)}"
        )
    _write(accepted_licences() | {licence_id})


def withdraw_licence(licence_id: str) -> None:
    """Forget that the user agreed to a licence; raises ``TargetNotWritable``."""
    _write(accepted_licences() - {licence_id})


def needs_consent(terms: Licence) -> bool:
    """Whether a licence limits use and was not agreed to yet."""
    return not terms.commercial and terms.licence_id not in accepted_licences()


def require_consent(entry: ModelEntry) -> None:
    """Go on where the model's licence allows commercial use or was agreed to.

    Raises:
        LicenceNotAccepted: it limits use, and nobody has said that this is fine.
    """
    if needs_consent(entry.terms):
        limits = entry.label_licence.rstrip(".")
        raise LicenceNotAccepted(
            f"{entry.title} is under {entry.licence}, which limits its use: {limits}",
            next_step=f"Read {entry.licence_url}; if that suits you, pull it with "
            f"--accept-licence {entry.terms.licence_id}",
        )


def _write(licence_ids: frozenset[str]) -> None:
    replace_file(_file(), json.dumps(sorted(licence_ids), indent=1).encode("utf-8") + b"\n")


def _file() -> Path:
    return models_folder() / "accepted-licences.json"


def _is_text(value: object) -> bool:
    return isinstance(value, str)
