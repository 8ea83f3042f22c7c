"""Reading JSON lines: our own, which hold everything, and plain ones with an image and a text a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category, CategoryTable
from tas_desktop.domain.dataset import DatasetImage, DatasetObject
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.lists.image_places import find_folder, place_of
from tas_desktop.formats.lists.jsonl_writing import HEAD_KEY, VERSION
from tas_desktop.formats.lists.row_dataset import dataset_of_rows
from tas_desktop.formats.lists.rows import Row, plain_field
from tas_desktop.formats.references import ReferenceReader
from tas_desktop.formats.untrusted.json_reading import iterate_json_lines
from tas_desktop.formats.untrusted.masks import as_rle_mask
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
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
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset

MAX_BYTES: Final = 2 * 2**30  # read a line at a time
_LONGEST_LIST: Final = 100_000
_LONGEST_SPLIT: Final = 40


def read_jsonl(path: Path, *, tick: Tick = never_stop) -> Dataset:
    """Open a file of JSON lines; ours is gone through once, to see that all of it can be read.

    Raises:
        InputRefused: it is empty, or a line is not as it should be; the message names the line.
    """
    lines = iterate_json_lines(path, max_bytes=MAX_BYTES)
    with in_file(path):
        number, first = next(lines, (0, None))
        if not number:
            raise ItemRefused("", "it is empty")
        if isinstance(first, dict) and HEAD_KEY in first:
            return _open_own(path, first, tick)
        rows = [_row(number, first)]
        for number, value in lines:
            tick()
            rows.append(_row(number, value))
        return dataset_of_rows(path, rows)


def _row(number: int, value: Any) -> Row:
    record = as_record(value, item=f"line {number}")
    fields = {name: content for name, content in record.items() if content is not None}
    return Row(number, {plain_field(name, record): content for name, content in fields.items()})


def _open_own(path: Path, head: dict[str, Any], tick: Tick) -> JsonLines:
    if head[HEAD_KEY] != VERSION:
        raise ItemRefused(
            "line 1", f"it is version {head[HEAD_KEY]!r} of the format", next_step="Use a newer program"
        )
    categories = _categories(head)
    names: list[str] = []
    opened = JsonLines(path, categories, 0, None)
    for image in opened.images():
        tick()
        names.append(image.file_name)
    return JsonLines(path, categories, len(names), find_folder(path, names))


@dataclass(frozen=True)
class JsonLines:
    """A file of ours, read anew on each pass, a line at a time.

    Attributes:
        image_folder: where the images lie; None where none was found.
    """

    path: Path
    categories: CategoryTable
    image_count: int
    image_folder: Path | None

    def images(self) -> Iterator[DatasetImage]:
        """As they stand; raises ``InputRefused`` naming the line."""
        reader = _ImageReader(self.categories, self.image_folder)
        lines = iterate_json_lines(self.path, max_bytes=MAX_BYTES)
        with in_file(self.path):
            next(lines, None)
            for number, value in lines:
                yield reader.read(value, item=f"line {number}")


class _ImageReader:
    """Reads one image after the other and sees that no id or name is there twice."""

    def __init__(self, categories: CategoryTable, image_folder: Path | None) -> None:
        self._names = {category.name for category in categories.categories}
        self._image_folder = image_folder
        self._references = ReferenceReader()
        self._image_ids: set[int] = set()
        self._file_names: set[str] = set()
        self._object_ids: set[int] = set()

    def read(self, value: Any, *, item: str) -> DatasetImage:
        record = as_record(value, item=item)
        image_id = as_id(record.get("id"), item=item)
        file_name = plain_name(record.get("file_name"), item=item)
        if image_id in self._image_ids or file_name in self._file_names:
            raise ItemRefused(item, f"its image {image_id} is there twice")
        self._image_ids.add(image_id)
        self._file_names.add(file_name)
        height, width = as_image_size(record.get("height"), record.get("width"), item=item)
        listed = as_list(record.get("objects", []), item=item, name="objects", longest=_LONGEST_LIST)
        objects = tuple(self._object(known, (height, width), item=item) for known in listed)
        ids = {known.object_id for known in objects}
        references = as_list(
            record.get("references", []), item=item, name="references", longest=_LONGEST_LIST
        )
        return DatasetImage(
            image_id=image_id,
            file_name=file_name,
            height=height,
            width=width,
            objects=objects,
            references=tuple(
                self._references.reference(known, item=item, object_ids=ids) for known in references
            ),
            undecided=self._references.sentences(record.get("undecided", []), item=item),
            split=as_text(record.get("split", ""), item=item, name="its split", longest=_LONGEST_SPLIT),
            source=place_of(self._image_folder, file_name, item=item),
        )

    def _object(self, value: Any, size_hw: tuple[int, int], *, item: str) -> DatasetObject:
        record = as_record(value, item=f"{item}, an object")
        number = as_id(record.get("id"), item=f"{item}, an object")
        here = f"{item}, object {number}"
        if number in self._object_ids:
            raise ItemRefused(here, "its id is there twice")
        self._object_ids.add(number)
        category = category_name(record.get("category"), item=here)
        if category not in self._names:
            raise ItemRefused(here, f"its category {category!r} is not in the file's first line")
        mask = as_rle_mask(
            field(record, "segmentation", item=here), height=size_hw[0], width=size_hw[1], item=here
        )
        score = record.get("score")
        return DatasetObject(
            number,
            category,
            mask,
            None if score is None else as_number(score, item=here, name="its score"),
        )


def _categories(head: dict[str, Any]) -> CategoryTable:
    found: dict[str, Category] = {}
    ids: set[int] = set()
    for number, entry in enumerate(as_list(head.get("categories", []), item="line 1", name="categories")):
        record = as_record(entry, item=f"category {number}")
        category = _category(record)
        if category.name in found or category.id in ids:
            raise ItemRefused(f"category {category.id}", "its id or name is there twice")
        found[category.name] = category
        ids.add(category.id)
    if FALLBACK_CATEGORY not in found:
        found[FALLBACK_CATEGORY] = Category(max(ids, default=0) + 1, FALLBACK_CATEGORY, FALLBACK_CATEGORY)
    return CategoryTable(tuple(found.values()))


def _category(record: dict[str, Any]) -> Category:
    number = as_id(record.get("id"), item="a category")
    item = f"category {number}"
    words = as_list(record.get("synonyms", []), item=item, name="synonyms", longest=_LONGEST_LIST)
    return Category(
        id=number,
        name=category_name(record.get("name"), item=item),
        supercategory=as_text(record.get("supercategory", ""), item=item, name="supercategory", longest=200),
        synonyms=tuple(as_text(word, item=item, name="a synonym", longest=200) for word in words),
    )
