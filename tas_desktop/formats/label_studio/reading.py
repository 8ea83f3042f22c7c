"""Reading Label Studio's tasks as a dataset: our own exports, and those of Label Studio itself."""

from __future__ import annotations

from itertools import count, pairwise
from typing import TYPE_CHECKING

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.category import Category, CategoryTable
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.label_studio import controls
from tas_desktop.formats.label_studio.regions import (
    Region,
    category_of,
    drop_shapeless,
    own_number,
    read_regions,
)
from tas_desktop.formats.label_studio.tasks import Task, iterate_records, open_task, tasks_file
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.texts_by_object import ObjectTexts, references_of
from tas_desktop.formats.untrusted.refusals import in_file
from tas_desktop.formats.untrusted.values import as_list, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tas_desktop.formats.format import Loss


def read_label_studio(path: Path, *, tick: Tick = never_stop) -> LabelStudioDataset:
    """Open a file of tasks, or the folder of an export.

    Of several annotations of a task the ground truth counts, else the last one; predictions count where
    there is no annotation. Texts of a region name its object, those of a control ``plural`` all objects
    that carry the same text; texts without a region are undecided, those of ``no_target`` name nothing.

    Raises:
        InputRefused: the file is not what Label Studio writes; the message names the task.
    """
    return LabelStudioDataset(tasks_file(path), tick=tick)


class LabelStudioDataset:
    """A file of tasks, opened; its masks are decoded image by image."""

    def __init__(self, file: Path, *, tick: Tick) -> None:
        self._file = file
        self._tick = tick
        self._losses = Losses()
        names: set[str] = set()
        task_ids: list[object] = []
        self._largest_object = 0
        with in_file(file):
            for task in self._tasks():
                task_ids.append(task.record.get("id"))
                for region_id, label in _labels(task):
                    names.add(label)
                    self._largest_object = max(self._largest_object, own_number(region_id) or 0)
        self.image_count = len(task_ids)
        self.categories = _table_with(names - {""})
        self._image_ids = _ascending(task_ids)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the file has and a dataset cannot hold, known after a pass over the images."""
        return self._losses.all()

    def images(self) -> Iterator[DatasetImage]:
        """See ``Dataset``."""
        self._losses = Losses()
        sentence_ids, free, taken = count(1), count(self._largest_object + 1), set[int]()
        for image_id, task in zip(self._image_ids, self._tasks(), strict=True):
            with in_file(self._file):
                regions = read_regions(task)
                shapes = drop_shapeless(regions, losses=self._losses)
                numbered: dict[int, Region] = {}
                for region_id, region in shapes.items():
                    number = own_number(region_id)
                    number = next(free) if number is None or number in taken else number
                    taken.add(number)
                    numbered[number] = region
                yield _image(
                    image_id,
                    task,
                    objects=dict(sorted(numbered.items())),
                    others=[known for name, known in regions.items() if name not in shapes],
                    sentence_ids=sentence_ids,
                )

    def _tasks(self) -> Iterator[Task]:
        with in_file(self._file):
            for number, record in iterate_records(self._file):
                self._tick()
                yield open_task(number, record, folder=self._file.parent)


def _labels(task: Task) -> Iterator[tuple[str, str]]:
    """Id and label of each region, without decoding masks."""
    for region_id, region in read_regions(task._replace(results=_without_shapes(task.results))).items():
        yield region_id, region.category


def _without_shapes(results: list[object]) -> list[object]:
    return [
        known | {"value": {key: kept for key, kept in known["value"].items() if key not in ("rle", "points")}}
        if isinstance(known, dict) and isinstance(known.get("value"), dict)
        else known
        for known in results
    ]


def _table_with(names: Iterable[str]) -> CategoryTable:
    """COCO's categories, and after them by the alphabet what it lacks: Label Studio keeps names only."""
    coco = load_coco_categories()
    known = {category.name for category in coco.categories}
    free = count(max(category.id for category in coco.categories) + 1)
    more = (Category(next(free), name, name) for name in sorted(set(names) - known))
    return CategoryTable((*coco.categories, *more))


def _ascending(task_ids: list[object]) -> list[int]:
    """The tasks' own ids where they are plain and ascend, as in our exports; else their places."""
    plain = [number for number in task_ids if type(number) is int and number > 0]
    if len(plain) == len(task_ids) and all(one < other for one, other in pairwise(plain)):
        return plain
    return list(range(1, len(task_ids) + 1))


def _image(
    image_id: int,
    task: Task,
    *,
    objects: dict[int, Region],
    others: list[Region],
    sentence_ids: Iterator[int],
) -> DatasetImage:
    data = task.record["data"]
    told = [
        (targets, tuple(Sentence(next(sentence_ids), text) for text in texts))
        for targets, texts in _told_of(objects, others)
    ]
    undecided = [
        as_text(text, item=f"{task.item}, data", name="an undecided expression")
        for text in as_list(data.get("undecided", []), item=f"{task.item}, data", name="undecided")
    ]
    undecided += [text for region in others for text in region.texts_besides(controls.NO_TARGET)]
    return DatasetImage(
        image_id=image_id,
        file_name=task.file_name,
        height=task.height,
        width=task.width,
        objects=tuple(
            DatasetObject(number, category_of(region), region.mask, region.score)
            for number, region in objects.items()
            if region.mask is not None
        ),
        references=tuple(Reference(said[0].sentence_id, targets, said) for targets, said in told),
        undecided=tuple(Sentence(next(sentence_ids), text) for text in undecided if text.strip()),
        split=as_text(data.get("split") or "", item=f"{task.item}, data", name="its split", longest=200),
        source=task.source,
    )


def _told_of(objects: dict[int, Region], others: list[Region]) -> Iterator[tuple[tuple[int, ...], list[str]]]:
    """Objects and the texts that name them: each alone, then several together, then none."""
    yield from references_of(
        {
            number: ObjectTexts(
                alone=region.texts_besides(controls.PLURAL, controls.NO_TARGET),
                plural=region.texts.get(controls.PLURAL, []),
            )
            for number, region in objects.items()
        }
    )
    for region in (*objects.values(), *others):
        if region.texts.get(controls.NO_TARGET):
            yield (), region.texts[controls.NO_TARGET]
