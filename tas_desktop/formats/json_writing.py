"""JSON that every client reads: ASCII whatever the locale, no NaN, a record a line (formats.md 0, 9)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def as_json(value: Any) -> str:
    """One value on one line.

    Raises:
        ValueError: it holds NaN or infinity.
    """
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def open_for_json(path: Path) -> TextIO:
    """A new text file in ASCII with plain newlines on every system."""
    return path.open("w", encoding="ascii", newline="\n")


class OpenList:
    """A list that is written an entry at a time, a line each, into a document that goes on after it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._between = "\n"
        stream.write("[")

    def append(self, value: Any) -> None:
        """Write an entry."""
        self._stream.write(self._between + as_json(value))
        self._between = ",\n"

    def end(self, *, after: str = "") -> None:
        """Close the list, and write what comes after it."""
        self._stream.write("]" + after)


def write_list(stream: TextIO, records: Iterable[Any]) -> None:
    """Write ``[...]``, a record a line, as they come."""
    opened = OpenList(stream)
    for record in records:
        opened.append(record)
    opened.end()


def write_section(stream: TextIO, key: str, records: Iterable[Any]) -> None:
    """Write one list of a larger document: ``"key":[...]``."""
    stream.write(f"{as_json(key)}:")
    write_list(stream, records)
