"""Writing a COCO instances document, image by image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from tas_desktop.formats.format import MaskForm
from tas_desktop.formats.json_writing import as_json, write_section
from tas_desktop.formats.polygon import trace_mask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.domain.dataset import DatasetImage, DatasetObject

LICENCES = [{"id": 1, "name": "", "url": ""}]
"""MDETR's converter copies the key, so it must be there (clause 7)."""


def number_categories(table: CategoryTable, used: Iterable[str]) -> dict[str, int]:
    """Id of each category name: the table's own; names beyond it get the next free ids by the alphabet."""
    ids = {category.name: category.id for category in table.categories}
    free = max(ids.values(), default=0) + 1
    return ids | {name: free + number for number, name in enumerate(sorted(set(used) - set(ids)))}


def write_head(stream: TextIO, *, description: str, created: datetime | None = None) -> None:
    """Begin the document with ``info`` and ``licenses``; without ``created`` no clock is in it."""
    stream.write('{"info":' + as_json(_info(description, created)))
    stream.write(',\n"licenses":' + as_json(LICENCES))


def write_images(stream: TextIO, records: Iterable[dict[str, Any]]) -> None:
    """Write the section of ``image_record`` records."""
    stream.write(",\n")
    write_section(stream, "images", records)


def write_categories(stream: TextIO, table: CategoryTable, ids: dict[str, int]) -> None:
    """Write the categories with their ids from ``number_categories``."""
    above = {category.name: category.supercategory for category in table.categories}
    stream.write(",\n")
    write_section(
        stream,
        "categories",
        ({"id": ids[name], "name": name, "supercategory": above.get(name, name)} for name in ids),
    )


def write_annotations(stream: TextIO, records: Iterable[dict[str, Any]]) -> None:
    """Write the section of ``annotation_record`` records, the last one, and end the document."""
    stream.write(",\n")
    write_section(stream, "annotations", records)
    stream.write("}\n")


def image_record(image: DatasetImage, *, file_name: str = "") -> dict[str, Any]:
    """An entry of ``images``; ``file_name`` where it differs from the image's own.

    The own name then stays in ``orig_file_name`` (clause 12).
    """
    name = file_name or image.file_name
    record: dict[str, Any] = {
        "id": image.image_id,
        "file_name": name,
        "height": image.height,
        "width": image.width,
        "license": 1,
    }
    return record if name == image.file_name else record | {"orig_file_name": image.file_name}


def annotation_record(
    item: DatasetObject, *, image_id: int, category_id: int, masks: MaskForm = MaskForm.POLYGONS
) -> dict[str, Any]:
    """An entry of ``annotations``, with area and box of the decoded mask (clause 4), never a crowd (6).

    A ``score`` beyond COCO's keys where the object has one; ``reading`` takes it.
    """
    polygons = masks is MaskForm.POLYGONS
    record: dict[str, Any] = {
        "id": item.object_id,
        "image_id": image_id,
        "category_id": category_id,
        "iscrowd": 0,
        "area": float(item.mask.area),
        "bbox": list(item.mask.box_xywh),
        "segmentation": trace_mask(item.mask) if polygons else item.mask.to_rle(),
    }
    return record if item.score is None else record | {"score": item.score}


def _info(description: str, created: datetime | None) -> dict[str, Any]:
    info: dict[str, Any] = {"description": description, "version": "1.0", "contributor": "", "url": ""}
    if created is not None:
        info |= {"year": created.year, "date_created": created.strftime("%Y/%m/%d")}
    return info
