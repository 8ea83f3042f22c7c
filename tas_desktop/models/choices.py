"""From a part of a profile to the file or folder that a backend opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.errors import ModelMissing
from tas_desktop.models.places import ModelPlace, require_model
from tas_desktop.models.using import use_path

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.config.profiles import ComponentChoice


def files_of(choice: ComponentChoice) -> tuple[Path, ...]:
    """What a backend opens for a part of a profile.

    Returns:
        The choice's own ``files``; for a ``model`` or a ``path`` one path: the file of a model of one file,
        else its folder.

    Raises:
        ModelMissing: the model or the path is not on this machine.
        ModelDamaged: the model's files have changed.
    """
    place = place_of(choice)
    return choice.files if place is None else (place.path,)


def place_of(choice: ComponentChoice) -> ModelPlace | None:
    """Where the model of a part lies, with its digest; None for a part that names ``files``.

    A ``path`` is read through for its digest the first time it is met, or after it has changed.

    Raises:
        ModelMissing: the model or the path is not on this machine.
        ModelDamaged: the model's files have changed.
    """
    if choice.model:
        return require_model(catalogue().get(choice.model, choice.model))
    if choice.path is None:
        return None
    if not choice.path.exists():
        raise ModelMissing(
            f"{choice.path}, which the profile names as its {choice.role}, is not there",
            next_step="Correct the path in the profile, or bring the file back",
        )
    return use_path(choice.path)
