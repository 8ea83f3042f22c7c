"""COCO instances with referring expressions, as formats.md sections 0 and 2 demand.

Per annotation: the category, the mask, ``attributes`` with ``expression`` and ``ref_id`` (what CVAT and
datumaro read), and beside them ``ref_id`` and ``expressions`` with all texts of the referent. Ids are the
project's own, so they stay the same from export to export; equal projects give equal bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO

from tas_desktop.config.writing import written_aside
from tas_desktop.formats.coco_check import check_coco
from tas_desktop.formats.polygon import trace_polygons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from tas_desktop.domain.annotation import AnnotatedImage, Annotation
    from tas_desktop.domain.category import CategoryTable


class MaskForm(StrEnum):
    """How masks are written; one form for a whole file, never mixed (clause 1)."""

    POLYGONS = "polygons"
    RLE = "rle"


@dataclass(frozen=True, slots=True)
class CocoReport:
    """What a file holds, after it was written, read back and compared.

    ``left_out`` says which annotations no client could have read, and why: a sentence each.
    """

    file: Path
    masks: MaskForm
    images: int
    annotations: int
    expressions: int
    left_out: tuple[str, ...] = ()


def write_coco(
    target: Path,
    images: Iterable[AnnotatedImage],
    *,
    categories: CategoryTable,
    masks: MaskForm = MaskForm.POLYGONS,
    created: datetime | None = None,
) -> CocoReport:
    """Write annotations as a COCO instances file.

    Written aside, read back with pycocotools, each mask compared pixel by pixel, synced, renamed: the
    target is complete and exact, or as it was before.

    Args:
        target: the JSON file; one that is there is replaced.
        images: with ids and referent ids >= 1, unique over all.
        categories: the table; names beyond it get the next free ids in alphabetical order.
        masks: polygons exact to the pixel, or compressed RLE.
        created: moment to write into ``info``; without it the file does not depend on the clock.

    Raises:
        TargetNotWritable: the place is read-only, full or a folder.
        ExportCheckFailed: the file did not read back as it should.
    """
    listed, left_out = _part_unfit(images)
    _check_ids(listed)
    ids = _category_ids(listed, categories)
    with written_aside(target) as aside:
        with aside.open("w", encoding="ascii", newline="\n") as stream:
            _write_document(stream, listed, categories=categories, ids=ids, masks=masks, created=created)
        check_coco(aside, listed)
    annotations = [annotation for image in listed for annotation in image.annotations]
    return CocoReport(
        file=target,
        masks=masks,
        images=len(listed),
        annotations=len(annotations),
        expressions=sum(len(annotation.expressions) for annotation in annotations),
        left_out=left_out,
    )


def _write_document(
    stream: TextIO,
    images: list[AnnotatedImage],
    *,
    categories: CategoryTable,
    ids: dict[str, int],
    masks: MaskForm,
    created: datetime | None,
) -> None:
    """Write one record per line: annotations are made as they go, so that memory stays small."""
    supercategories = {category.name: category.supercategory for category in categories.categories}
    stream.write('{"info":' + _as_json(_info(created)))
    stream.write(',\n"licenses":' + _as_json([{"id": 1, "name": "", "url": ""}]))
    _write_records(stream, "images", (_image_record(image) for image in images))
    _write_records(
        stream,
        "categories",
        ({"id": ids[name], "name": name, "supercategory": supercategories.get(name, name)} for name in ids),
    )
    _write_records(
        stream,
        "annotations",
        (
            _annotation_record(annotation, image_id=image.image_id, ids=ids, masks=masks)
            for image in images
            for annotation in image.annotations
        ),
    )
    stream.write("}\n")


def _write_records(stream: TextIO, key: str, records: Iterator[dict[str, Any]]) -> None:
    stream.write(f',\n"{key}":[')
    stream.writelines(
        ("," if number else "") + "\n" + _as_json(record) for number, record in enumerate(records)
    )
    stream.write("]")


def _as_json(value: Any) -> str:
    """ASCII without NaN: clients open the file under any locale (clause 9)."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def _info(created: datetime | None) -> dict[str, Any]:
    info: dict[str, Any] = {
        "description": "Referring annotations",
        "version": "1.0",
        "contributor": "",
        "url": "",
    }
    if created is not None:
        info |= {"year": created.year, "date_created": created.strftime("%Y/%m/%d")}
    return info


def _image_record(image: AnnotatedImage) -> dict[str, Any]:
    return {
        "id": image.image_id,
        "file_name": image.path.replace("\\", "/"),
        "height": image.height,
        "width": image.width,
        "license": 1,
    }


def _annotation_record(
    annotation: Annotation, *, image_id: int, ids: dict[str, int], masks: MaskForm
) -> dict[str, Any]:
    mask = annotation.mask
    polygons = masks is MaskForm.POLYGONS
    return {
        "id": annotation.referent_id,
        "image_id": image_id,
        "category_id": ids[annotation.category],
        "iscrowd": 0,
        "area": float(mask.area),
        "bbox": list(mask.box_xywh),
        "segmentation": trace_polygons(mask.to_array()) if polygons else mask.to_rle(),
        "attributes": {"expression": annotation.expressions[0], "ref_id": annotation.referent_id},
        "ref_id": annotation.referent_id,
        "expressions": list(annotation.expressions),
    }


def _category_ids(images: list[AnnotatedImage], categories: CategoryTable) -> dict[str, int]:
    """Id of each category name: the table's own, then what the project added."""
    ids = {category.name: category.id for category in categories.categories}
    used = {annotation.category for image in images for annotation in image.annotations}
    free = max(ids.values()) + 1
    return ids | {name: free + number for number, name in enumerate(sorted(used - set(ids)))}


def _check_ids(images: list[AnnotatedImage]) -> None:
    """Ids as clause 5 wants them; the project guarantees it, so anything else is a bug."""
    referents = [annotation.referent_id for image in images for annotation in image.annotations]
    for ids in ([image.image_id for image in images], referents):
        if len(set(ids)) < len(ids) or min(ids, default=1) < 1:
            raise ValueError("image ids and referent ids have to be unique and >= 1")


def _part_unfit(images: Iterable[AnnotatedImage]) -> tuple[list[AnnotatedImage], tuple[str, ...]]:
    """Part the annotations that no client could read (clauses 7, 8) from the others, saying why."""
    fit, left_out = [], []
    for image in images:
        unfit = {a.referent_id: why for a in image.annotations if (why := _why_unfit(a, image))}
        left_out += [f"{image.path}, {a}" for a in unfit.values()]
        kept = tuple(a for a in image.annotations if a.referent_id not in unfit)
        if kept or not unfit:
            fit.append(replace(image, annotations=kept))
    return fit, tuple(left_out)


def _why_unfit(annotation: Annotation, image: AnnotatedImage) -> str:
    """Why an annotation cannot be written; empty when it can."""
    mask, name = annotation.mask, repr(annotation.expressions[0])
    if (mask.height, mask.width) != (image.height, image.width):
        sizes = f"{mask.width} x {mask.height} pixels, the picture {image.width} x {image.height}"
        return f"{name}: the mask has {sizes}"
    return f"{name}: the mask is empty" if mask.area == 0 else ""
