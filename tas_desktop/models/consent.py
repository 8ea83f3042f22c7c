"""Which models wait for the user's word on their licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.models.accepting import accepted_licences
from tas_desktop.models.errors import LicenceNotAccepted

if TYPE_CHECKING:
    from tas_desktop.models.entry import Licence, ModelEntry


def needs_consent(terms: Licence) -> bool:
    """Whether a licence limits use and was not accepted yet."""
    return not terms.commercial and terms.licence_id not in accepted_licences()


def require_consent(entry: ModelEntry) -> None:
    """Go on where the model's licence allows commercial use or was accepted.

    Raises:
        LicenceNotAccepted: it limits use, and nobody has said that this is fine.
    """
    if needs_consent(entry.terms):
        raise LicenceNotAccepted(
            f"{entry.title} is under {entry.licence}, which limits its use: {entry.label_licence}".rstrip(
                "."
            ),
            next_step=f"Read {entry.licence_url}; if that suits you, pull it with "
            f"--accept-licence {entry.terms.licence_id}",
        )
