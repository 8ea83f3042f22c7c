"""One observation about an installation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """What an observation is about."""

    PACKAGES = "packages"
    DEVICES = "devices"
    WEIGHTS = "weights"
    PROFILES = "profiles"
    LANGUAGE = "language"
    DESKTOP = "desktop"
    FOLDERS = "folders"


class State(StrEnum):
    """How an observation is to be taken."""

    OK = "ok"
    NOTE = "note"
    """Something optional is absent or unusual; everything works."""
    PROBLEM = "problem"
    """Something does not work until the remedy is applied."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation about an installation.

    Attributes:
        area: what it is about.
        name: the thing observed, such as a package or a folder.
        state: how to take it.
        text: what was found.
        remedy: what to do about it; empty where nothing is to be done.
    """

    area: Area
    name: str
    state: State
    text: str
    remedy: str = ""
