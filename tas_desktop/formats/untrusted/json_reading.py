"""JSON and JSON lines within limits on size, depth, memory and names used twice."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NoReturn

from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown
from tas_desktop.formats.untrusted.texts import open_text, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES: Final = 400 * 2**20
"""RefCOCO's instances.json has a third of that."""

_MAX_MEMORY: Final = 3 * 2**29
"""Bytes that the values of one file may take, 1.5 GiB."""

_LARGE: Final = 2**20  # characters from which on equal numbers share one float
_SHARED_FLOATS: Final = 2**16
_LONGEST_LINE: Final = 64 * 2**20
# What CPython takes for the smallest of each, whose sign stands in the text: "[]", "{}", a further entry.
_LIST_BYTES: Final = 64
_RECORD_BYTES: Final = 72
_ENTRY_BYTES: Final = 32


def read_json(path: Path, *, max_bytes: int = MAX_BYTES) -> Any:
    """The value of a JSON file in UTF-8, with or without a byte order mark.

    Raises:
        InputRefused: the file is missing, too large, no UTF-8 or no JSON; it names NaN or infinity, uses a
            name twice in one record, is nested too deeply, or would take too much memory.
    """
    text = read_text(path, max_bytes=max_bytes)
    with in_file(path):
        return parse_json(text)


def iterate_json_lines(path: Path, *, max_bytes: int = MAX_BYTES) -> Iterator[tuple[int, Any]]:
    """Number, from 1, and value of each line that is not blank.

    Raises:
        InputRefused: as ``read_json``; the message names the line.
    """
    with open_text(path, max_bytes=max_bytes) as stream:
        number = 0
        while line := stream.readline(_LONGEST_LINE + 1):
            number += 1
            item = f"line {number}"
            if len(line) > _LONGEST_LINE:
                raise ItemRefused(item, f"it has more than {_LONGEST_LINE:,} characters")
            if line.strip():
                yield number, parse_json(line, item=item)


def parse_json(text: str, *, item: str = "") -> Any:
    """The value of a JSON text.

    Raises:
        ItemRefused: as ``read_json``.
    """
    _check_memory(text, item=item)
    try:
        return (_DECODER if len(text) < _LARGE else _sharing_decoder()).decode(text)
    except RecursionError as error:
        raise ItemRefused(item, "it is nested too deeply") from error
    except _Fault as error:
        raise ItemRefused(item, str(error)) from error
    except ValueError as error:  # no JSON, or a number of more digits than Python takes
        raise ItemRefused(item, f"it is no JSON: {error}") from error


def _check_memory(text: str, *, item: str) -> None:
    """Count the signs before anything is built: three characters of ``[],`` take seventy bytes."""
    needed = (
        len(text)
        + _LIST_BYTES * text.count("[")
        + _RECORD_BYTES * text.count("{")
        + _ENTRY_BYTES * text.count(",")
    )
    if needed > _MAX_MEMORY:
        raise ItemRefused(
            item,
            f"its values would take {needed / 2**30:.1f} GiB of memory, more than {_MAX_MEMORY / 2**30:.1f}",
            next_step="Divide it into several files",
        )


class _Fault(ValueError):
    """Something that JSON's grammar allows, or Python's reader, and we do not."""


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Fault(f"a record has the name {shown(twice)} twice")
    return made


def _no_number(name: str) -> NoReturn:
    raise _Fault(f"it holds {name}, which is no number")


def _sharing_decoder() -> json.JSONDecoder:
    """Outlines say the same few thousand coordinates millions of times: a quarter of the memory."""
    return json.JSONDecoder(
        object_pairs_hook=_record,
        parse_constant=_no_number,
        parse_float=lru_cache(_SHARED_FLOATS)(float),
    )


_DECODER = json.JSONDecoder(object_pairs_hook=_record, parse_constant=_no_number)
