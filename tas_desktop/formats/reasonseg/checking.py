"""Every clause of formats.md section 3 that a ReasonSeg folder has to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import ImageRefused, InputRefused
from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.format import Finding, Tick, never_stop
from tas_desktop.formats.image_reading import read_header
from tas_desktop.formats.reasonseg.drawing import as_shapes, draw_shapes
from tas_desktop.formats.reasonseg.files import MAX_BYTES, find_queries
from tas_desktop.formats.refer.sentences import as_line
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_image_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CLAUSE = "3"


def check_reasonseg(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Breaches in a folder, or in one file.

    Raises:
        InputRefused: there is nothing of the kind.
    """
    files = find_queries(path)
    with_pictures = {file.parent for file in files if file.with_suffix(".jpg").is_file()}
    for file in files:
        tick()
        item = f"{file.parent.name}/{file.name}"
        yield from check_ascii(file)
        if file.parent in with_pictures and not file.with_suffix(".jpg").is_file():
            yield Finding(
                "picture", item, "no .jpg of the same name is beside it: LISA never sees it", _CLAUSE
            )
        try:
            document = read_json(file, max_bytes=MAX_BYTES)
        except InputRefused as error:
            yield Finding("readable", item, error.message, "0.9")
            continue
        if not isinstance(document, dict):
            yield Finding("records", item, f"it is {shown(document)}, not a record", _CLAUSE)
            continue
        yield from _check_texts(document, item)
        yield from _check_shapes(document, item, file)


def _check_texts(document: dict[str, Any], item: str) -> Iterator[Finding]:
    texts = document.get("text")
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        yield Finding("texts", item, f"its text is {shown(texts)}, not a list of texts", _CLAUSE)
    else:
        for text in texts:
            if not text.strip():
                yield Finding("texts", item, "it has a blank text", _CLAUSE)
            elif as_line(text) != text:
                yield Finding("text-line", item, f"{shown(text)} has a line break, a tab or ||", "0.11")
    if not isinstance(document.get("is_sentence"), bool):
        yield Finding("is-sentence", item, "it has no is_sentence: KeyError in LISA", _CLAUSE)


def _check_shapes(document: dict[str, Any], item: str, file: Path) -> Iterator[Finding]:
    shapes = document.get("shapes")
    if not isinstance(shapes, list) or not shapes:
        yield Finding("shapes", item, f"its shapes are {shown(shapes)}: there is no mask", _CLAUSE)
        return
    try:
        size_hw = _size(document, file)
        if size_hw is None:
            return
        height, width = size_hw
        drawn_hw = draw_shapes(
            as_shapes(shapes, height=height, width=width, item=""), height=height, width=width
        )
    except ItemRefused as error:
        yield Finding("shapes", item, error.message, _CLAUSE)
        return
    if not drawn_hw.any():
        yield Finding("mask-there", item, "its shapes cover no pixel of the picture", "0.8")


def _size(document: dict[str, Any], file: Path) -> tuple[int, int] | None:
    """The picture's size, by itself, else by our keys; None where nothing says it."""
    try:
        header = read_header(file.with_suffix(".jpg"))
    except ImageRefused:
        if "height" in document and "width" in document:
            return as_image_size(document["height"], document["width"], item="")
        return None
    said = document.get("height", header.height), document.get("width", header.width)
    if said != (header.height, header.width):
        raise ItemRefused(
            "", f"it says {shown(said)}, its picture has {header.height} rows, {header.width} columns"
        )
    return header.height, header.width
