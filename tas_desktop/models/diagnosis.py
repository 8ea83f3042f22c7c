"""For ``tas-desktop doctor``: which models of each profile are on this machine."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis import Area, Finding, State
from tas_desktop.config.diagnosis import survey_installation as survey_program
from tas_desktop.config.disk_use import readable_size
from tas_desktop.config.profiles import ProfileRefused, load_profile, profile_names
from tas_desktop.models.inventory import Presence
from tas_desktop.models.profile_needs import needs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.config.profiles import Profile
    from tas_desktop.models.profile_needs import NeededPart


def survey_installation() -> tuple[Finding, ...]:
    """Look at the program and at the models of its profiles; imports no library and opens no connection."""
    order = list(Area)
    return tuple(sorted(chain(survey_program(), survey_models()), key=lambda one: order.index(one.area)))


def survey_models() -> Iterator[Finding]:
    """Yield one finding for each profile that needs models beside those shipped; reads lengths only."""
    for name in profile_names():
        try:
            profile = load_profile(name)
        except ProfileRefused:
            continue  # said where profiles are looked at
        if any(choice.model or choice.path for choice in profile.components):
            yield _examine(profile)


def _examine(profile: Profile) -> Finding:
    needs = needs_of(profile)
    name = f"models of {profile.name}"
    if not needs.missing:
        text = f"all here, {readable_size(needs.size_bytes)}"
        return Finding(Area.WEIGHTS, name, State.OK, text)
    ids = " ".join(part.choice.model for part in needs.missing if part.choice.model)
    remedy = f"tas-desktop models pull {ids}" if ids else "Correct the paths that the profile names"
    text = ", ".join(_absent(part) for part in needs.missing)
    return Finding(Area.WEIGHTS, name, State.NOTE, text, remedy)


def _absent(part: NeededPart) -> str:
    words = {
        Presence.PARTLY: "partly here",
        Presence.CHANGED: "changed since it came",
        Presence.MISSING: "not here",
    }
    return f"{part.title} {words[part.state]}"
