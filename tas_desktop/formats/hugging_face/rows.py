"""One image as a row of plain values, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import Category
from tas_desktop.domain.dataset import DatasetImage, DatasetObject
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.json_writing import as_json
from tas_desktop.formats.references import ReferenceReader, reference_as_json, sentence_as_json
from tas_desktop.formats.untrusted.json_reading import parse_json
from tas_desktop.formats.untrusted.masks import as_rle_mask
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused
from tas_desktop.formats.untrusted.values import (
    LARGEST_ID,
    as_id,
    as_image_size,
    as_list,
    as_number,
    as_record,
    as_text,
    field,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NESTED: Final = ("objects", "references", "undecided")
"""Columns that are lists of records."""

_LONGEST_NAME: Final = 200


def to_row(image: DatasetImage, *, categories: Mapping[str, Category], with_origin: bool) -> dict[str, Any]:
    """The values of an image's columns, all but the picture.

    Args:
        image: with masks of its size, none empty.
        categories: all of the dataset, by name.
        with_origin: whether sentences carry how they came to their masks.
    """
    return {
        "image_id": image.image_id,
        "file_name": image.file_name,
        "height": image.height,
        "width": image.width,
        "split": image.split,
        "objects": [_object_row(item, categories[item.category]) for item in image.objects],
        "references": [reference_as_json(known, with_origin=with_origin) for known in image.references],
        "undecided": [sentence_as_json(said, with_origin=with_origin) for said in image.undecided],
    }


def _object_row(item: DatasetObject, category: Category) -> dict[str, Any]:
    return {
        "id": item.object_id,
        "category_id": category.id,
        "category": category.name,
        "supercategory": category.supercategory,
        "bbox": list(item.mask.box_xywh),
        "area": item.mask.area,
        "score": item.score,
        "segmentation": item.mask.to_rle(),
    }


def pack_origins(row: dict[str, Any]) -> dict[str, Any]:
    """The row with origins as JSON text: their parameters have no types that a column could have."""
    for sentence in _all_sentences(row):
        sentence["origin"] = as_json(sentence["origin"]) if "origin" in sentence else None
    return row


def unpack_origins(row: dict[str, Any], *, item: str) -> dict[str, Any]:
    """Undo ``pack_origins``, in place. Raises ``ItemRefused`` where the text is no JSON."""
    for sentence in _all_sentences(row):
        origin = sentence.pop("origin", None)
        if origin is not None:
            sentence["origin"] = parse_json(as_text(origin, item=item, name="an origin"), item=item)
    return row


def _all_sentences(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Of a row of ours; whatever is no list of records in another's row is left for its reader."""
    holders = [holder.get("sentences") for holder in _records(row.get("references"))]
    for listed in (*holders, row.get("undecided")):
        yield from _records(listed)


def _records(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def from_row(row: dict[str, Any], *, item: str, references: ReferenceReader) -> DatasetImage:
    """The image that a row of a file describes, without its source.

    Args:
        row: column values; nested ones as lists and dicts.
        item: what to call the row in a refusal.
        references: reader of all rows of the dataset.

    Raises:
        ItemRefused: a value is missing or not what it should be.
    """
    height, width = as_image_size(row.get("height"), row.get("width"), item=item)
    objects = [
        _object(as_record(value, item=f"{item}, object {number}"), height=height, width=width, item=item)
        for number, value in enumerate(_nested(row, "objects", item=item), start=1)
    ]
    ids = {known.object_id for known in objects}
    found = [
        references.reference(value, item=item, object_ids=ids)
        for value in _nested(row, "references", item=item)
    ]
    return DatasetImage(
        image_id=as_id(row.get("image_id"), item=item),
        file_name=plain_name(field(row, "file_name", item=item), item=item),
        height=height,
        width=width,
        objects=tuple(sorted(objects, key=lambda known: known.object_id)),
        references=tuple(sorted(found, key=lambda known: known.reference_id)),
        undecided=references.sentences(_nested(row, "undecided", item=item), item=item),
        split=as_text(row.get("split") or "", item=item, name="its split", longest=_LONGEST_NAME),
    )


def _nested(row: dict[str, Any], name: str, *, item: str) -> list[Any]:
    value = row.get(name)
    return [] if value is None else as_list(value, item=item, name=name)


def _object(record: dict[str, Any], *, height: int, width: int, item: str) -> DatasetObject:
    number = as_id(record.get("id"), item=f"{item}, an object")
    here = f"{item}, object {number}"
    score = record.get("score")
    return DatasetObject(
        object_id=number,
        category=category_name(record.get("category"), item=here),
        mask=as_rle_mask(record.get("segmentation"), height=height, width=width, item=here),
        score=None if score is None else as_number(score, item=here, name="its score"),
    )


class RowLook:
    """What has to be known of all rows before the first image is given: unique ids, and the categories."""

    def __init__(self) -> None:
        self.image_ids: set[int] = set()
        self._object_ids: set[int] = set()
        self._categories: dict[str, Category] = {}

    def take(self, image: DatasetImage, row: dict[str, Any], *, item: str) -> None:
        """Look at a row that ``from_row`` has read.

        Raises:
            ItemRefused: an id is there twice.
        """
        if image.image_id in self.image_ids:
            raise ItemRefused(item, f"another row has its image_id {image.image_id} too")
        self.image_ids.add(image.image_id)
        for known in image.objects:
            if known.object_id in self._object_ids:
                raise ItemRefused(item, f"the object id {known.object_id} is there twice")
            self._object_ids.add(known.object_id)
        for record in row.get("objects") or []:
            name, number, above = record["category"], record.get("category_id"), record.get("supercategory")
            kept = number if type(number) is int and 0 < number <= LARGEST_ID else 0
            group = above if isinstance(above, str) else name
            self._categories.setdefault(name, Category(kept, name, group))

    def categories(self) -> Iterable[Category]:
        """Those of the objects, with the id 0 where rows tell none."""
        return self._categories.values()
