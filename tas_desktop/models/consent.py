"""Licences that the user agreed to: those that limit use ask once, for all models under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.config.paths import find_paths
from tas_desktop.config.settings import load_settings, save_settings
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.errors import LicenceNotAccepted

if TYPE_CHECKING:
    from tas_desktop.models.entry import Licence, ModelEntry


def accepted_licences() -> frozenset[str]:
    """Ids of the licences that were agreed to, from the settings."""
    return frozenset(load_settings(find_paths().settings_file).settings.models.accepted_licences)


def accept_licence(licence_id: str) -> Licence:
    """Remember that the user agrees to a licence.

    Raises:
        LicenceNotAccepted: no model of the catalogue has a licence of that name.
        TargetNotWritable: the settings cannot be written.
    """
    known = {entry.terms.licence_id: entry.terms for entry in catalogue().values()}
    if licence_id not in known:
        raise LicenceNotAccepted(
            f"No model is under a licence called {licence_id!r}", next_step=f"Name one of: {', '.join(known)}"
        )
    file = find_paths().settings_file
    settings = load_settings(file).settings
    accepted = dict.fromkeys((*settings.models.accepted_licences, licence_id))
    save_settings(file, settings.with_value("models", "accepted_licences", tuple(accepted)))
    return known[licence_id]


def needs_consent(terms: Licence) -> bool:
    """Whether a licence limits use and was not agreed to yet."""
    return not terms.commercial and terms.licence_id not in accepted_licences()


def require_consent(entry: ModelEntry) -> None:
    """Go on where the model's licence allows commercial use or was agreed to.

    Raises:
        LicenceNotAccepted: it limits use, and nobody has said that this is fine.
    """
    if needs_consent(entry.terms):
        raise LicenceNotAccepted(
            f"{entry.title} is under {entry.licence}, which limits its use: {entry.label_licence}".rstrip("."),
            next_step=f"Read {entry.licence_url}; if that suits you, pull it with "
            f"--accept-licence {entry.terms.licence_id}",
        )
