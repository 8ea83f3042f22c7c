"""The profiles: which components each names, and whether their files are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.profiles import ProfileRefused, load_profile, profile_names

if TYPE_CHECKING:
    from collections.abc import Iterator


def survey_profiles() -> Iterator[Finding]:
    """Yield one finding for each profile, shipped or the user's own."""
    names = profile_names()
    if not names:
        yield Finding(Area.PROFILES, "profiles", State.PROBLEM, "none found", "Install TAS Desktop again.")
    for name in names:
        yield _examine(name)


def _examine(name: str) -> Finding:
    try:
        profile = load_profile(name)
    except ProfileRefused as error:
        return Finding(Area.PROFILES, name, State.PROBLEM, error.message, error.next_step)
    missing = [str(file) for choice in profile.components for file in choice.files if not file.exists()]
    if missing:
        text = f"missing {', '.join(missing)}"
        return Finding(Area.PROFILES, name, State.PROBLEM, text, "Restore the files, or remove the profile.")
    parts = ", ".join(f"{choice.role} {choice.name}" for choice in profile.components)
    return Finding(Area.PROFILES, name, State.OK, parts)
