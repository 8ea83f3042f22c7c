"""Reading COCO instances that anybody may have written; masks stay as they are until they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category, CategoryTable
from tas_desktop.domain.dataset import DatasetObject
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.masks import as_mask
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, ItemTwice, in_file, refuse_all
from tas_desktop.formats.untrusted.values import (
    as_id,
    as_image_size,
    as_list,
    as_number,
    as_record,
    as_text,
    field,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tas_desktop.formats.untrusted.refusals import OnFault

_READ_KEYS: Final = frozenset(
    {"id", "image_id", "category_id", "segmentation", "score", "iscrowd", "area", "bbox"}
)
_SECTIONS: Final = frozenset({"info", "licenses", "images", "categories", "annotations"})
_NOTHING: Final[Mapping[str, Any]] = {}
_LONGEST_CATEGORY: Final = 200
_LONGEST_SPLIT: Final = 40


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """One of ``images``.

    Attributes:
        file_name: as the file has it, checked to stay in its folder.
        own_name: what the user called it (``orig_file_name``, clause 12), else ``file_name``.
        split: where the file says so.
    """

    image_id: int
    file_name: str
    own_name: str
    height: int
    width: int
    split: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationEntry:
    """One of ``annotations``, its mask not looked at yet.

    Attributes:
        category: the category's name; ``object`` where the file has no categories.
        more: keys beyond COCO's own.
    """

    annotation_id: int
    image_id: int
    category: str
    segmentation: Any
    score: float | None
    more: Mapping[str, Any]


@dataclass(frozen=True)
class Instances:
    """A whole file. Ids are the file's, which may start at 0; ours are one more then, see ``lift``.

    Attributes:
        images, annotations: by id.
        categories: the file's categories, and ``object``.
        more: what else the document has at its top.
    """

    path: Path
    images: dict[int, ImageEntry]
    annotations: dict[int, AnnotationEntry]
    categories: CategoryTable
    more: Mapping[str, Any]

    @cached_property
    def lifted_images(self) -> int:
        """What is added to image ids so that they start at 1."""
        return lift(self.images)

    @cached_property
    def lifted_annotations(self) -> int:
        """What is added to annotation ids so that they start at 1."""
        return lift(self.annotations)

    @cached_property
    def by_image(self) -> dict[int, list[int]]:
        """Annotation ids of each image, ascending."""
        found: dict[int, list[int]] = {}
        for number in sorted(self.annotations):
            found.setdefault(self.annotations[number].image_id, []).append(number)
        return found

    def objects(self, image_id: int) -> tuple[DatasetObject, ...]:
        """The objects of an image with their masks, by ascending id.

        Raises:
            InputRefused: a mask is none.
        """
        with in_file(self.path):
            return tuple(self.decode(number) for number in self.by_image.get(image_id, ()))

    def decode(self, annotation_id: int) -> DatasetObject:
        """One object with its mask.

        Raises:
            ItemRefused: its mask is none.
        """
        entry = self.annotations[annotation_id]
        image = self.images[entry.image_id]
        mask = as_mask(
            entry.segmentation, height=image.height, width=image.width, item=f"annotation {annotation_id}"
        )
        return DatasetObject(annotation_id + self.lifted_annotations, entry.category, mask, entry.score)


def lift(ids: Iterable[int]) -> int:
    """1 where ids start at 0, as some of the field's own files do, else 0."""
    return 1 if 0 in ids else 0


def read_instances(path: Path, *, tick: Tick = never_stop, on_fault: OnFault = refuse_all) -> Instances:
    """Read a file's records.

    Args:
        path: the file.
        tick: called for each image and each annotation.
        on_fault: given each of them that is none, has an id of one before it, or leads nowhere.

    Raises:
        InputRefused: it is no COCO instances file, an id is none or is there twice, or leads nowhere.
    """
    document = read_json(path)
    with in_file(path):
        record = as_record(document, item="")
        listed = as_list(record.get("categories", []), item="", name="categories")
        names = _category_names(listed)
        images = _images(field(record, "images", item=""), tick, on_fault)
        annotations = _annotations(field(record, "annotations", item=""), images, names, tick, on_fault)
    more = {name: record[name] for name in record.keys() - _SECTIONS}
    return Instances(path, images, annotations, table_of(names, _groups(listed)), more)


def _category_names(listed: list[Any]) -> dict[int, str]:
    names: dict[int, str] = {}
    for number, entry in enumerate(listed):
        record = as_record(entry, item=f"entry {number} of categories")
        category_id = as_id(record.get("id"), item=f"entry {number} of categories", least=0)
        item = f"category {category_id}"
        if category_id in names:
            raise ItemTwice(item)
        names[category_id] = category_name(record.get("name"), item=item)
    return names


def _groups(listed: list[Any]) -> dict[str, str]:
    """Supercategories by name, where there are any; clients do without (clause 7)."""
    return {
        record["name"]: as_text(
            record["supercategory"], item=record["name"], name="its supercategory", longest=_LONGEST_CATEGORY
        )
        for record in reversed(listed)  # of two of one name the first is kept
        if "supercategory" in record
    }


def category_name(value: Any, *, item: str) -> str:
    """The name of a category.

    Raises:
        ItemRefused: it is no text, blank or over 200 characters.
    """
    name = as_text(value, item=item, name="its name", longest=_LONGEST_CATEGORY)
    if not name.strip():
        raise ItemRefused(item, "its name is blank")
    return name


def table_of(names: Mapping[int, str], groups: Mapping[str, str] | None = None) -> CategoryTable:
    """A table of a file's categories; of two of one name the first is kept, and ``object`` is added.

    Ids are one more where the file's start at 0. Groups are supercategories by name.
    """
    lifted = lift(names)
    by_name: dict[str, int] = {}
    for number, name in names.items():
        by_name.setdefault(name, number + lifted)
    by_name.setdefault(FALLBACK_CATEGORY, max(by_name.values(), default=0) + 1)
    above = groups or {}
    return CategoryTable(
        tuple(Category(number, name, above.get(name, name)) for name, number in by_name.items())
    )


def _images(value: Any, tick: Tick, on_fault: OnFault) -> dict[int, ImageEntry]:
    images: dict[int, ImageEntry] = {}
    for number, entry in enumerate(as_list(value, item="", name="images")):
        tick()
        try:
            image = _as_image(entry, number)
            if image.image_id in images:
                raise ItemTwice(f"image {image.image_id}")
        except ItemRefused as fault:
            on_fault(fault)
        else:
            images[image.image_id] = image
    return images


def _as_image(entry: Any, number: int) -> ImageEntry:
    record = as_record(entry, item=f"entry {number} of images")
    image_id = as_id(record.get("id"), item=f"entry {number} of images", least=0)
    item = f"image {image_id}"
    height, width = as_image_size(record.get("height"), record.get("width"), item=item)
    name = plain_name(record.get("file_name"), item=item)
    own = plain_name(record["orig_file_name"], item=item) if "orig_file_name" in record else name
    split = as_text(record.get("split", ""), item=item, name="its split", longest=_LONGEST_SPLIT)
    return ImageEntry(image_id, name, own, height, width, split)


def _annotations(
    value: Any, images: dict[int, ImageEntry], names: dict[int, str], tick: Tick, on_fault: OnFault
) -> dict[int, AnnotationEntry]:
    annotations: dict[int, AnnotationEntry] = {}
    for number, entry in enumerate(as_list(value, item="", name="annotations")):
        tick()
        try:
            annotation = _as_annotation(entry, number, images, names)
            if annotation.annotation_id in annotations:
                raise ItemTwice(f"annotation {annotation.annotation_id}")
        except ItemRefused as fault:
            on_fault(fault)
        else:
            annotations[annotation.annotation_id] = annotation
    return annotations


def _as_annotation(
    entry: Any, number: int, images: dict[int, ImageEntry], names: dict[int, str]
) -> AnnotationEntry:
    record = as_record(entry, item=f"entry {number} of annotations")
    annotation_id = as_id(record.get("id"), item=f"entry {number} of annotations", least=0)
    item = f"annotation {annotation_id}"
    image_id = as_id(record.get("image_id"), item=f"{item}, its image", least=0)
    if image_id not in images:
        raise ItemRefused(item, f"its image {image_id} is not in the file")
    return AnnotationEntry(
        annotation_id=annotation_id,
        image_id=image_id,
        category=_category_of(record, names, item=item),
        segmentation=field(record, "segmentation", item=item),
        score=_score_of(record, item=item),
        more={key: record[key] for key in record.keys() - _READ_KEYS} or _NOTHING,
    )


def _category_of(record: dict[str, Any], names: dict[int, str], *, item: str) -> str:
    if not names:
        return FALLBACK_CATEGORY
    category_id = as_id(record.get("category_id"), item=f"{item}, its category", least=0)
    if category_id not in names:
        raise ItemRefused(item, f"its category {category_id} is not in the file")
    return names[category_id]


def _score_of(record: dict[str, Any], *, item: str) -> float | None:
    score = record.get("score")
    return None if score is None else as_number(score, item=item, name="its score")
