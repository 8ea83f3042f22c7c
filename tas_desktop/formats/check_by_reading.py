"""Checking files whose only rule is that they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset
    from tas_desktop.formats.format import Tick


def check_by_reading(
    path: Path, read: Callable[..., Dataset], *, tick: Tick, check: str = "readable"
) -> Iterator[Finding]:
    """The first thing that a reader refuses, with every mask looked at.

    Raises:
        InputRefused: there is nothing to look at.
    """
    if not path.exists():
        raise InputRefused(f"{path} is not there", next_step="Name the exported file or folder")
    try:
        for _ in read(path, tick=tick).images():
            tick()
    except InputRefused as error:
        yield Finding(check, path.name, error.message.removeprefix(f"{path}: "))
