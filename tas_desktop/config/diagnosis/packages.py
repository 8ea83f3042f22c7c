"""Python and the packages that the application requires: present, and in the required range?"""

from __future__ import annotations

import platform
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from packaging.requirements import Requirement

DISTRIBUTION = "tas-desktop"
_INSTALL = "Run `make run` in the checkout, or: python -m pip install -c constraints.txt -e ."
_CHECKOUT_PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"


def survey_packages() -> Iterator[Finding]:
    """Yield a finding for Python and one for each required package."""
    text = f"{platform.python_version()} ({sys.executable})"
    yield Finding(Area.PACKAGES, "Python", State.OK, text)
    try:
        requirements = _requirements()
    except ModuleNotFoundError:
        yield Finding(Area.PACKAGES, "packaging", State.PROBLEM, "not installed", _INSTALL)
        return
    for requirement in requirements:
        yield _examine(requirement)


def _requirements() -> list[Requirement]:
    """What the installed distribution asks for here; without one, what the checkout's project file does."""
    from packaging.requirements import Requirement

    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        lines = tomllib.loads(_CHECKOUT_PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    wanted = (Requirement(line) for line in lines)
    return [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]


def _examine(requirement: Requirement) -> Finding:
    try:
        version = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return Finding(Area.PACKAGES, requirement.name, State.PROBLEM, "not installed", _INSTALL)
    if not requirement.specifier.contains(version, prereleases=True):
        text = f"{version}, but {requirement.specifier} is required"
        return Finding(Area.PACKAGES, requirement.name, State.PROBLEM, text, _INSTALL)
    return Finding(Area.PACKAGES, requirement.name, State.OK, version)
