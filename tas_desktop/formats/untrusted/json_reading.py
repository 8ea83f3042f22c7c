"""JSON and JSON lines within limits on size, depth, memory and names used twice."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NoReturn, TextIO

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
_LONGEST_ENTRY: Final = 16 * 2**20
_WINDOW: Final = 4 * 2**20
_NO_SPACE: Final = re.compile(r"[^ \t\r\n]")
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


def iterate_json_list(path: Path, *, max_bytes: int = MAX_BYTES) -> Iterator[Any]:
    """The entries of a JSON file that is one list, each only once it is asked for.

    The file as a whole is never in memory: points as ``[x, y]`` take forty times their text.

    Raises:
        InputRefused: as ``read_json``, it is no list, or an entry is larger than 16 MiB.
    """
    with open_text(path, max_bytes=max_bytes) as stream:
        reader = _ListReader(stream)
        reader.expect("[", item="", fault="it is not a list")
        number = 0
        while reader.peek() != "]":
            if number:
                reader.expect(
                    ",", item=f"entry {number}", fault="it is no JSON: a comma should stand before it"
                )
            yield reader.entry(item=f"entry {number}")
            number += 1
        reader.expect("]", item="", fault="it is no JSON")
        if reader.peek():
            raise ItemRefused("", "it is no JSON: something stands behind its list")


_NUMBER_REST: Final = 2


class _ListReader:
    """Decodes values from a stream, a window of it at a time."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._window = ""
        self._place = 0

    def peek(self) -> str:
        """The next sign that is no space; empty at the end."""
        while True:
            match = _NO_SPACE.search(self._window, self._place)
            if match:
                self._place = match.start()
                return match[0]
            self._place = len(self._window)
            if not self._read_on():
                return ""

    def expect(self, sign: str, *, item: str, fault: str) -> None:
        """Go past a sign."""
        if self.peek() != sign:
            raise ItemRefused(item, fault)
        self._place += 1

    def entry(self, *, item: str) -> Any:
        """Decode one value; where the window ends within it, read on."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._window, self._place)
            except RecursionError as error:
                raise ItemRefused(item, "it is nested too deeply") from error
            except _Fault as error:
                raise ItemRefused(item, str(error)) from error
            except ValueError as error:
                if len(self._window) - self._place > _LONGEST_ENTRY:
                    raise ItemRefused(
                        item, f"it is no JSON, or has more than {_LONGEST_ENTRY:,} characters"
                    ) from error
                if not self._read_on():
                    raise ItemRefused(item, f"it is no JSON: {error}") from error
            else:
                length = end - self._place
                # A number may go on behind the window: of "1e+5", as much as "1e+" decodes to 1.
                if len(self._window) - end > _NUMBER_REST or not self._read_on():
                    self._place += length  # reading on has moved the window
                    return value

    def _read_on(self) -> bool:
        """Move the window on; whether there was more."""
        more = self._stream.read(_WINDOW)
        self._window = self._window[self._place :] + more
        self._place = 0
        return bool(more)


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
