"""Checking a COCO instances file clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.format import Finding, Tick, never_stop
from tas_desktop.formats.instances.checking import check_instances
from tas_desktop.formats.untrusted.json_reading import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def check_coco(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Look through a COCO file, whoever wrote it.

    Raises:
        InputRefused: there is no file.
    """
    yield from check_ascii(path)
    try:
        document = read_json(path)
    except InputRefused as error:
        yield Finding("json", path.name, error.message, "0.9")
        return
    yield from check_instances(document, tick=tick)
