"""What every opener of a profile's part asks of it: its one file, its digest, its refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.backends.weights import expected_digest
from tas_desktop.config.profiles import ProfileRefused

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.config.profiles import ComponentChoice


def only_file(choice: ComponentChoice) -> Path:
    """The one file that the part names.

    Raises:
        ProfileRefused: it names none or several.
    """
    if len(choice.files) != 1:
        raise ProfileRefused(
            f"The profile names {len(choice.files)} files for its {choice.role}, where one is needed",
            next_step="Correct the profile",
        )
    return choice.files[0]


def digest_of(choice: ComponentChoice) -> str:
    """The digest that the manifest beside the part's one file expects.

    Raises:
        ProfileRefused: the part names none or several files.
        WeightsDamaged: the manifest is missing or does not name the file.
    """
    file = only_file(choice)
    return expected_digest(file.parent, file.name)


def unknown_backend(choice: ComponentChoice) -> ProfileRefused:
    """The refusal of a backend that this program does not have."""
    return ProfileRefused(
        f"The profile's {choice.role} backend {choice.backend!r} is not in this version",
        next_step="Correct the profile, or choose another",
    )
