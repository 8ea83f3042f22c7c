"""Licences that the user agreed to: those that rule out commercial use ask for a word first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.config.paths import find_paths
from tas_desktop.config.settings import load_settings, save_settings
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.errors import LicenceNotAccepted

if TYPE_CHECKING:
    from tas_desktop.models.entry import Licence


def accepted_licences() -> frozenset[str]:
    """Ids of the licences that were agreed to, from the settings."""
    return frozenset(load_settings(find_paths().settings_file).settings.models.accepted_licences)


def accept_licence(licence_id: str) -> Licence:
    """Remember that the user agrees to a licence, once for all models under it.

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
    accepted = (*settings.models.accepted_licences, licence_id)
    save_settings(file, settings.with_value("models", "accepted_licences", tuple(dict.fromkeys(accepted))))
    return known[licence_id]
