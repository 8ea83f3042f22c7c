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


def write_list(stream: TextIO, records: Iterable[Any]) -> None:
    """Write ``[...]``, a record a line, as they come."""
    stream.write("[")
    stream.writelines(
        ("," if number else "") + "\n" + as_json(record) for number, record in enumerate(records)
    )
    stream.write("]")


def write_section(stream: TextIO, key: str, records: Iterable[Any]) -> None:
    """Write one list of a larger document: ``"key":[...]``."""
    stream.write(f"{as_json(key)}:")
    write_list(stream, records)
