"""Checking COCO folders against what CVAT and datumaro need (formats.md sections 0, 2 and 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.cvat import layout
from tas_desktop.formats.cvat.reading import find_subsets
from tas_desktop.formats.format import IMAGE_FILE, Finding, MaskForm, Tick, never_stop
from tas_desktop.formats.instances.checking import check_instances
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CLAUSE: Final = "4"


def check_cvat(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Every breach found in a folder of subsets, or in one of their files.

    Raises:
        InputRefused: there are none.
    """
    for name, file in find_subsets(path):
        for finding in _check_subset(name, file, tick):
            yield finding._replace(item=f"{file.name}, {finding.item}" if finding.item else file.name)


def _check_subset(name: str, file: Path, tick: Tick) -> Iterator[Finding]:
    yield from check_ascii(file)
    try:
        document = read_json(file)
    except InputRefused as error:
        yield Finding("json", "", error.message, "0.9")
        return
    yield from check_instances(document, form=MaskForm.POLYGONS, tick=tick)
    if isinstance(document, dict):
        yield from _check_images(document.get("images"), name, file.parent.parent / layout.IMAGES)
        yield from _check_attributes(document.get("annotations"))


def _check_images(records: Any, subset: str, folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield Finding("images-folder", layout.IMAGES, "datumaro stops without this folder", _CLAUSE)
        return
    own = folder / subset if (folder / subset).is_dir() else folder
    for record in records if isinstance(records, list) else []:
        try:
            missing = isinstance(record, dict) and not inside(own, record.get("file_name")).is_file()
        except ItemRefused:
            continue  # told as a breach of COCO already
        if missing:
            here = shown(record["file_name"])
            yield Finding(IMAGE_FILE, f"image {shown(record.get('id'))}", f"there is no file {here}", _CLAUSE)


def _check_attributes(records: Any) -> Iterator[Finding]:
    """Attributes are texts and numbers; CVAT has no other kinds, and shows a list as Python writes it."""
    for record in records if isinstance(records, list) else []:
        attributes = record.get("attributes", {}) if isinstance(record, dict) else {}
        item = f"annotation {shown(record.get('id'))}" if isinstance(record, dict) else ""
        if not isinstance(attributes, dict):
            yield Finding(
                "attributes", item, f"its attributes are {shown(attributes)}, not a record", _CLAUSE
            )
            continue
        for name, value in attributes.items():
            if not isinstance(value, (str, int, float)):
                yield Finding("attributes", item, f"{shown(name)} is neither text nor number", _CLAUSE)
