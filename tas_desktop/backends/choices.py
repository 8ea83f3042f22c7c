"""What every opener of a profile's part asks of it: its file, its digest, its parameters."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from tas_desktop.backends.weights import expected_digest
from tas_desktop.config.profiles import ProfileRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profile_file import ParamValue
    from tas_desktop.config.profiles import ComponentChoice
    from tas_desktop.models.places import ModelPlace

Opened = TypeVar("Opened")


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


def open_by(
    openers: Mapping[str, Callable[[ComponentChoice, Placement], Opened]],
    choice: ComponentChoice,
    placement: Placement,
) -> Opened:
    """What the opener of a choice's backend makes of it.

    Raises:
        ProfileRefused: this program has no such backend.
    """
    opener = openers.get(choice.backend)
    if opener is None:
        raise unknown_backend(choice)
    return opener(choice, placement)


def check_params(
    choice: ComponentChoice,
    known: Mapping[str, type],
    *,
    choices: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Mapping[str, ParamValue]:
    """The part's parameters, made sure of.

    Args:
        choice: the part.
        known: names of the parameters that its backend has, with their types.
        choices: values that some of them may have.

    Raises:
        ProfileRefused: one is unknown, of another type or of another value.
    """
    for name, value in choice.params.items():
        wanted = known.get(name)
        if wanted is None:
            raise _wrong_param(choice, f"{name!r} is none", known)
        fits = isinstance(value, (int, float) if wanted is float else wanted)
        if not fits or (isinstance(value, bool) and wanted is not bool):
            raise _wrong_param(choice, f"{name} = {value!r} is no {wanted.__name__}", known)
        if name in choices and value not in choices[name]:
            raise _wrong_param(choice, f"{name} = {value!r} is not among {', '.join(choices[name])}", known)
    return choice.params


def _wrong_param(choice: ComponentChoice, how: str, known: Mapping[str, type]) -> ProfileRefused:
    return ProfileRefused(
        f"Parameters of the profile's {choice.role} {choice.name!r} ({choice.backend}): {how}",
        next_step=f"It has: {', '.join(known) or 'none'}",
    )


def require_place(choice: ComponentChoice) -> ModelPlace:
    """Where the model of a part lies: one of the catalogue, or a path of the user's own.

    Raises:
        ProfileRefused: the part names neither.
        ModelMissing: it is not on this machine.
        ModelDamaged: its files have changed since they were brought in.
    """
    from tas_desktop.models.choices import place_of

    place = place_of(choice)
    if place is None:
        raise ProfileRefused(
            f"The profile's {choice.role} {choice.name!r} ({choice.backend}) names no model",
            next_step='Give model = "…" of the catalogue, or path = "…"',
        )
    return place
