"""Checking lists: JSON lines and CSV have no rule but that every row can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.check_by_reading import check_by_reading
from tas_desktop.formats.format import Finding, Tick, never_stop
from tas_desktop.formats.lists.csv_reading import read_csv
from tas_desktop.formats.lists.jsonl_reading import read_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def check_jsonl(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Look through JSON lines; raises ``InputRefused`` where there is no file."""
    yield from check_ascii(path)
    yield from check_by_reading(path, read_jsonl, tick=tick)


def check_csv(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Look through a table; raises ``InputRefused`` where there is no file."""
    yield from check_by_reading(path, read_csv, tick=tick)
