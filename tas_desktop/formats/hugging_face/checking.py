"""Checking rows against what ``datasets`` and their users need (formats.md sections 0 and 3)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import IMAGE_FILE, Finding, Tick, never_stop
from tas_desktop.formats.hugging_face.arrow import import_arrow, row_schema
from tas_desktop.formats.hugging_face.card import read_categories
from tas_desktop.formats.hugging_face.parts import Part, find_parts
from tas_desktop.formats.hugging_face.rows import RowLook, from_row
from tas_desktop.formats.hugging_face.writing import METADATA
from tas_desktop.formats.references import ReferenceReader
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import DatasetImage

_CLAUSE: Final = "3"


def check_parquet(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Every breach found in a folder of parquet files, or in one of them.

    Raises:
        InputRefused: there are none.
        LibraryMissing: pyarrow is not installed.
    """
    folder, parts = find_parts(path, pattern="*.parquet")
    yield from _check_categories(folder)
    for part in parts:
        yield from _check_schema(part.file)
    yield from _check_rows(parts, tick)


def check_image_folder(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Every breach found in a folder of images with ``metadata.jsonl``.

    Raises:
        InputRefused: there is no such file.
    """
    folder, parts = find_parts(path, pattern=METADATA)
    yield from _check_categories(folder)
    yield from _check_rows(parts, tick)


def _check_categories(folder: Path) -> Iterator[Finding]:
    try:
        read_categories(folder)
    except InputRefused as error:
        yield Finding("categories-sound", "", error.message, _CLAUSE)


def _check_schema(file: Path) -> Iterator[Finding]:
    """``datasets`` shows a picture only where the schema's own features say that it is one."""
    pa, parquet = import_arrow()
    try:
        with parquet.ParquetFile(file) as opened:
            schema = opened.schema_arrow
        features = json.loads((schema.metadata or {}).get(b"huggingface", b"{}"))["info"]["features"]
        is_image = features["image"]["_type"] == "Image"
    except (KeyError, TypeError, ValueError, RecursionError):
        is_image = False
    except (OSError, pa.ArrowException):
        return  # the rows tell why
    if not is_image:
        yield Finding("image-feature", file.name, "datasets is not told that 'image' is an image", _CLAUSE)
    elif not schema.equals(row_schema()):
        yield Finding("columns", file.name, "its columns are not those of our export", _CLAUSE)


def _check_rows(parts: list[Part], tick: Tick) -> Iterator[Finding]:
    look, references = RowLook(), ReferenceReader()
    for part in parts:
        number = 0
        try:
            for number, row in enumerate(part.rows(), start=1):
                tick()
                yield from _check_row(row, part, look, references, item=f"{part.file.name}, row {number}")
        except InputRefused as error:
            yield Finding("rows-sound", f"{part.file.name}, after row {number}", error.message, _CLAUSE)


def _check_row(
    row: dict[str, Any], part: Part, look: RowLook, references: ReferenceReader, *, item: str
) -> Iterator[Finding]:
    try:
        image = from_row(row, item=item, references=references)
        look.take(image, row, item=item)
        if (
            part.image_folder is not None
            and not inside(part.image_folder, image.file_name, item=item).is_file()
        ):
            yield Finding(IMAGE_FILE, item, "datasets stops at its file, which is missing", _CLAUSE)
    except ItemRefused as error:
        yield Finding("row-sound", item, error.message, _CLAUSE)
        return
    yield from _check_objects(image, row, item=item)


def _check_objects(image: DatasetImage, row: dict[str, Any], *, item: str) -> Iterator[Finding]:
    records = {record["id"]: record for record in row.get("objects") or []}
    for known in image.objects:
        here = f"{item}, object {known.object_id}"
        record = records[known.object_id]
        if not known.mask.area:
            yield Finding("mask-not-empty", here, "its mask covers no pixel", "0.8")
        if record.get("area") != known.mask.area:
            yield Finding("area", here, f"its area is not {known.mask.area}, its mask's", "0.4")
        if record.get("bbox") != list(known.mask.box_xywh):
            yield Finding("bbox", here, f"its box is not {list(known.mask.box_xywh)}, its mask's", "0.4")
