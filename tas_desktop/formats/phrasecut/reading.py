"""Reading PhraseCut folders: the published set, whose instances have no ids, and our exports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.category_tables import table_from
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.phrasecut import layout
from tas_desktop.formats.phrasecut.drawing import digest_of, draw_instance
from tas_desktop.formats.phrasecut.files import (
    ImageRow,
    PhraseCutFiles,
    find_phrasecut,
    read_table,
    row_of_picture,
    split_of,
)
from tas_desktop.formats.untrusted.json_reading import iterate_json_list
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown
from tas_desktop.formats.untrusted.values import (
    as_id,
    as_list,
    as_number,
    as_record,
    as_text,
)
from tas_desktop.formats.untrusted.values import (
    field as value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable

_MOST_INSTANCES: Final = 10_000


def read_phrasecut(path: Path, *, tick: Tick = never_stop) -> PhraseCutFolder:
    """Open a folder, or one file of tasks; masks are drawn while it is read.

    In files of others each task's instances are objects of their own, ids are counted, and their category is
    ``object``: the names of phrases are thousands.

    Raises:
        InputRefused: there is none, or a task is none; the message names it.
    """
    files = find_phrasecut(path)
    gathered = _Gathered(files, read_table(files.table) if files.table else {})
    for file in files.tasks:
        split = split_of(file)
        for number, entry in enumerate(iterate_json_list(file)):
            tick()
            with in_file(file):
                gathered.take(entry, number, split=split)
    return gathered.folder()


@dataclass
class _ImageTasks:
    """What the tasks say of one image."""

    row: ImageRow
    objects: dict[int, DatasetObject] = field(default_factory=dict)
    outlines: dict[int, bytes] = field(default_factory=dict)
    references: dict[int, Reference] = field(default_factory=dict)


@dataclass
class _Gathered:
    files: PhraseCutFiles
    rows: dict[int, ImageRow]
    images: dict[int, _ImageTasks] = field(default_factory=dict)
    task_ids: set[str] = field(default_factory=set)
    sentence_ids: set[int] = field(default_factory=set)
    owners: dict[int, int] = field(default_factory=dict)
    reference_images: dict[int, int] = field(default_factory=dict)
    is_ours: bool | None = None
    counted: int = 0

    def take(self, entry: Any, number: int, *, split: str) -> None:
        """Add one task."""
        record = as_record(entry, item=f"entry {number}")
        task_id = as_text(record.get("task_id"), item=f"entry {number}", name="its task_id", longest=200)
        item = f"task {task_id}"
        if task_id in self.task_ids:
            raise ItemRefused(item, "its id is there twice")
        self.task_ids.add(task_id)
        is_ours = "ref_id" in record and "instances" in record
        if self.is_ours is None:
            self.is_ours = is_ours
        if is_ours is not self.is_ours:
            raise ItemRefused(
                item, "it has ref_id and instances, and others have not, or the other way round"
            )
        known = self._image(as_id(record.get("image_id"), item=f"{item}, its image"), split, item)
        text = as_text(value_of(record, "phrase", item=item), item=item, name="its phrase")
        if not text.strip():
            raise ItemRefused(item, "its phrase is blank")
        self._refer(record, known, text, item)

    def _image(self, image_id: int, split: str, item: str) -> _ImageTasks:
        if image_id not in self.images:
            row = self.rows.get(image_id)
            if row is None:
                row = row_of_picture(self.files.folder, image_id, split=split, item=item)
            self.images[image_id] = _ImageTasks(row if self.files.table else replace(row, split=split))
        return self.images[image_id]

    def _refer(self, record: dict[str, Any], known: _ImageTasks, text: str, item: str) -> None:
        image_id = known.row.image_id
        polygons = as_list(
            value_of(record, "Polygons", item=item), item=item, name="Polygons", longest=_MOST_INSTANCES
        )
        if not polygons:
            raise ItemRefused(item, "it has no instance")
        if self.is_ours:
            said = as_list(record["instances"], item=item, name="instances", longest=_MOST_INSTANCES)
            if len(said) != len(polygons):
                raise ItemRefused(item, f"it has {len(polygons)} polygons and {len(said)} instances")
            reference_id = as_id(record["ref_id"], item=f"{item}, its ref")
            sentence_id = _sentence_id(record["task_id"], image_id, item)
        else:
            said = [{"id": self.counted + place} for place in range(1, len(polygons) + 1)]
            self.counted += len(polygons)
            reference_id = sentence_id = len(self.task_ids)
        ids = tuple(
            self._object(as_record(one, item=f"{item}, an instance"), drawn, known, item)
            for one, drawn in zip(said, polygons, strict=True)
        )
        if len(set(ids)) < len(ids):
            raise ItemRefused(item, f"it names an instance twice: {shown(list(ids))}")
        if sentence_id in self.sentence_ids:
            raise ItemRefused(item, f"sentence {sentence_id} is there twice")
        self.sentence_ids.add(sentence_id)
        if self.reference_images.setdefault(reference_id, image_id) != image_id:
            raise ItemRefused(item, f"ref {reference_id} is on another image too")
        same = known.references.get(reference_id, Reference(reference_id, ids, ()))
        if same.object_ids != ids:
            raise ItemRefused(item, f"ref {reference_id} names other instances elsewhere")
        sentences = (*same.sentences, Sentence(sentence_id, text))
        known.references[reference_id] = replace(same, sentences=sentences)

    def _object(self, said: dict[str, Any], polygons: Any, known: _ImageTasks, item: str) -> int:
        """An instance's id; drawn when it is met first."""
        number = as_id(said.get("id"), item=f"{item}, an instance")
        here = f"{item}, instance {number}"
        if self.owners.setdefault(number, known.row.image_id) != known.row.image_id:
            raise ItemRefused(here, "it is on another image too")
        if number in known.objects:
            if known.outlines[number] != digest_of(polygons):
                raise ItemRefused(here, "its polygons differ elsewhere")
            return number
        score = said.get("score")
        if self.is_ours:  # others' instances are there once
            known.outlines[number] = digest_of(polygons)
        known.objects[number] = DatasetObject(
            object_id=number,
            category=category_name(said.get("category", FALLBACK_CATEGORY), item=here),
            mask=Mask.from_array(
                draw_instance(polygons, height=known.row.height, width=known.row.width, item=here)
            ),
            score=None if score is None else as_number(score, item=here, name="its score"),
        )
        return number

    def folder(self) -> PhraseCutFolder:
        used = {item.category for known in self.images.values() for item in known.objects.values()}
        for known in self.images.values():
            known.outlines.clear()
        categories = table_from(Category(0, name, name) for name in sorted(used))
        return PhraseCutFolder(self.files.folder, categories, self.images)


def _sentence_id(task_id: str, image_id: int, item: str) -> int:
    image, _, number = task_id.partition("__")
    if image != str(image_id) or not (number.isascii() and number.isdecimal()) or len(number) > 18:
        raise ItemRefused(item, f"its id is not {image_id}__ and a number")
    return as_id(int(number), item=item)


@dataclass(frozen=True)
class PhraseCutFolder:
    """A folder that was read."""

    root: Path
    categories: CategoryTable
    known: dict[int, _ImageTasks]

    @property
    def image_count(self) -> int:
        """Images with a task or more."""
        return len(self.known)

    def images(self) -> Iterator[DatasetImage]:
        """By ascending id."""
        for image_id in sorted(self.known):
            tasks = self.known[image_id]
            yield DatasetImage(
                image_id=image_id,
                file_name=tasks.row.own_name,
                height=tasks.row.height,
                width=tasks.row.width,
                objects=tuple(tasks.objects[number] for number in sorted(tasks.objects)),
                references=tuple(tasks.references[number] for number in sorted(tasks.references)),
                split=tasks.row.split,
                source=self._source(image_id),
            )

    def _source(self, image_id: int) -> Path | None:
        with in_file(self.root):
            path = inside(
                self.root, f"{layout.IMAGES}/{layout.image_name(image_id)}", item=f"image {image_id}"
            )
        return path if path.is_file() else None
