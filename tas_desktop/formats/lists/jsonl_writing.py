"""JSON lines that hold everything a dataset has: a head with the categories, then an image a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.json_writing import as_json, open_for_json
from tas_desktop.formats.references import reference_as_json, sentence_as_json

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.category import Category
    from tas_desktop.domain.dataset import Dataset, DatasetImage, DatasetObject
    from tas_desktop.formats.format import Loss, WriteOptions

HEAD_KEY: Final = "tas_desktop"
VERSION: Final = 1


def write_jsonl(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write everything, origins where ``with_origin`` asks for them; equal datasets give equal bytes."""
    with open_for_json(target) as stream:
        head = {
            HEAD_KEY: VERSION,
            "categories": [_category(category) for category in dataset.categories.categories],
        }
        stream.write(as_json(head) + "\n")
        for image in dataset.images():
            stream.write(as_json(_image(image, with_origin=options.with_origin)) + "\n")
    return ()


def _category(category: Category) -> dict[str, Any]:
    return {
        "id": category.id,
        "name": category.name,
        "supercategory": category.supercategory,
        "synonyms": list(category.synonyms),
    }


def _image(image: DatasetImage, *, with_origin: bool) -> dict[str, Any]:
    return {
        "id": image.image_id,
        "file_name": image.file_name,
        "height": image.height,
        "width": image.width,
        "split": image.split,
        "objects": [_object(known) for known in image.objects],
        "references": [reference_as_json(known, with_origin=with_origin) for known in image.references],
        "undecided": [sentence_as_json(known, with_origin=with_origin) for known in image.undecided],
    }


def _object(known: DatasetObject) -> dict[str, Any]:
    record = {
        "id": known.object_id,
        "category": known.category,
        "box_xywh": list(known.mask.box_xywh),
        "area": known.mask.area,
        "segmentation": known.mask.to_rle(),
    }
    return record if known.score is None else record | {"score": known.score}
