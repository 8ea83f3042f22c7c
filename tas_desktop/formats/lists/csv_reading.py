"""Reading CSV: our own tables, and those of others that have an image and an expression in each row."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.lists.row_dataset import RowDataset, TextDecoder, dataset_of_rows, decode_counts
from tas_desktop.formats.lists.rows import Row, plain_field
from tas_desktop.formats.untrusted.json_reading import MAX_BYTES, parse_json
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown
from tas_desktop.formats.untrusted.texts import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

_WHOLE: Final = frozenset({"image_id", "width", "height", "expression_id", "reference_id", "object_id"})
_TEXTS: Final = frozenset({"image", "split", "expression", "target", "category"})
_LONGEST_CELL: Final = 8 * 2**20
_DIGITS: Final = 19
_NEXT_STEP: Final = "Write CSV in UTF-8 with a header that has image and expression"


def read_csv(path: Path, *, tick: Tick = never_stop, decode_text: TextDecoder = decode_counts) -> RowDataset:
    """Open a table; the columns are those of ``rows``, others are left out.

    Raises:
        InputRefused: the header lacks ``image``, or a row is not as it should be; the message names the line.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with in_file(path), open_text(path, max_bytes=MAX_BYTES) as stream:
        return dataset_of_rows(path, _rows(stream, tick), decode_text=decode_text)


def _rows(stream: TextIO, tick: Tick) -> Iterator[Row]:
    reader = csv.reader(stream, strict=True)
    names: list[str] = []
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ItemRefused(f"line {reader.line_num}", f"it is no CSV: {error}") from error
        tick()
        if not any(cells):
            continue
        if not names:
            names = _header(cells)
        elif len(cells) != len(names):
            raise ItemRefused(
                f"line {reader.line_num}", f"it has {len(cells)} cells, the header has {len(names)}"
            )
        else:
            yield Row(reader.line_num, _values(names, cells, item=f"line {reader.line_num}"))


def _header(cells: list[str]) -> list[str]:
    plain = [cell.strip().lower() for cell in cells]
    names = [plain_field(name, plain) for name in plain]
    known = [name for name in names if name in _WHOLE | _TEXTS | {"score", "mask"}]
    if "image" not in known:
        raise ItemRefused("line 1", "the header lacks a column image", next_step=_NEXT_STEP)
    if len(set(known)) < len(known):
        raise ItemRefused("line 1", "the header has a column twice", next_step=_NEXT_STEP)
    return names


def _values(names: list[str], cells: list[str], *, item: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, cell in zip(names, cells, strict=True):
        if not cell:
            continue
        if name in _TEXTS:
            values[name] = cell
        elif name in _WHOLE:
            values[name] = _whole(name, cell, item)
        elif name == "score":
            values[name] = _number(cell, item)
        elif name == "mask":
            values[name] = parse_json(cell, item=item) if cell[0] == "{" or cell[:2] == "[[" else cell
    return values


def _whole(name: str, cell: str, item: str) -> int:
    text = cell.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise ItemRefused(item, f"{name} is {shown(cell)}, not a whole number")
    return int(text)


def _number(cell: str, item: str) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise ItemRefused(item, f"score is {shown(cell)}, not a number") from error
