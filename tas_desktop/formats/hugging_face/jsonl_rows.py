"""Rows of a ``metadata.jsonl`` that is not trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.hugging_face.rows import NESTED
from tas_desktop.formats.untrusted.json_reading import iterate_json_lines, parse_json
from tas_desktop.formats.untrusted.refusals import in_file
from tas_desktop.formats.untrusted.values import as_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAX_BYTES: Final = 4 * 2**30  # read line by line


def iterate_metadata(file: Path) -> Iterator[dict[str, Any]]:
    """The lines as records, with what is JSON in their text taken out of it.

    Raises:
        InputRefused: a line is no such record; the message names it.
    """
    with in_file(file):
        for number, value in iterate_json_lines(file, max_bytes=_MAX_BYTES):
            record = as_record(value, item=f"line {number}")
            for name in NESTED:
                if isinstance(record.get(name), str):
                    record[name] = parse_json(record[name], item=f"line {number}, {name}")
            yield record
