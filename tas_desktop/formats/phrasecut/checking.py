"""Every clause of formats.md section 3 that a PhraseCut folder has to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.format import Finding, Tick, never_stop
from tas_desktop.formats.phrasecut.drawing import digest_of, draw_instance
from tas_desktop.formats.phrasecut.files import ImageRow, find_phrasecut, read_table
from tas_desktop.formats.untrusted.json_reading import iterate_json_list
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CLAUSE: Final = "3"
_TASK_KEYS: Final = (
    "task_id", "image_id", "ann_ids", "instance_boxes", "Polygons", "phrase", "phrase_structure",
)  # fmt: skip
_STRUCTURE_KEYS: Final = ("name", "attributes", "relation_ids", "relation_descriptions", "type")


def check_phrasecut(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Breaches in a folder, or in one file of tasks.

    Raises:
        InputRefused: there is none.
    """
    files = find_phrasecut(path)
    rows: dict[int, ImageRow] = {}
    if files.table is None:
        yield Finding(
            "image-table", "", "there is no image_data_split3000.json: the loader opens it", _CLAUSE
        )
    else:
        yield from check_ascii(files.table)
        try:
            rows = read_table(files.table)
        except InputRefused as error:
            yield Finding("image-table", files.table.name, error.message, _CLAUSE)
    for file in files.tasks:
        yield from check_ascii(file)
        yield from _TaskChecker(file.name, rows).check_file(file, tick)


class _TaskChecker:
    def __init__(self, name: str, rows: dict[int, ImageRow]) -> None:
        self._name = name
        self._rows = rows
        self._ids: set[str] = set()
        self._drawn: set[bytes] = set()

    def check_file(self, file: Path, tick: Tick) -> Iterator[Finding]:
        try:
            for number, task in enumerate(iterate_json_list(file)):
                tick()
                yield from self._check(task, f"{self._name}, entry {number}")
        except InputRefused as error:
            yield Finding("readable", self._name, error.message, "0.9")

    def _check(self, task: Any, item: str) -> Iterator[Finding]:
        if not isinstance(task, dict):
            yield Finding("records", item, f"it is {shown(task)}, not a record", _CLAUSE)
            return
        missing = [key for key in _TASK_KEYS if key not in task]
        if missing:
            yield Finding("task-keys", item, f"it has no {', '.join(missing)}", _CLAUSE)
            return
        task_id, image_id = task["task_id"], task["image_id"]
        if not isinstance(task_id, str) or not task_id.startswith(f"{shown(image_id)}__"):
            yield Finding("task-id", item, f"its task_id is {shown(task_id)}, not <image>__<n>", _CLAUSE)
        elif task_id in self._ids:
            yield Finding("ids-unique", f"{self._name}, task {task_id}", "its id is there twice", "0.5")
        else:
            item = f"{self._name}, task {task_id}"
            self._ids.add(task_id)
        if not isinstance(task["phrase"], str) or not task["phrase"].strip():
            yield Finding("phrase", item, f"its phrase is {shown(task['phrase'])}", _CLAUSE)
        yield from _check_structure(task["phrase_structure"], item)
        row = self._rows.get(image_id) if type(image_id) is int else None
        if row is None:
            yield Finding("image-there", item, f"image {shown(image_id)} is not in the table", _CLAUSE)
        else:
            yield from self._check_instances(task, row, item)

    def _check_instances(self, task: dict[str, Any], row: ImageRow, item: str) -> Iterator[Finding]:
        boxes, polygons = task["instance_boxes"], task["Polygons"]
        if not isinstance(boxes, list) or not isinstance(polygons, list) or not polygons:
            yield Finding("instances", item, "it has no lists of boxes and polygons", _CLAUSE)
            return
        if len(boxes) != len(polygons):
            message = f"it has {len(boxes)} boxes for {len(polygons)} instances: the loader pairs them"
            yield Finding("instances", item, message, _CLAUSE)
            return
        for number, (box, drawn) in enumerate(zip(boxes, polygons, strict=True)):
            here = f"{item}, instance {number}"
            yield from self._check_polygons(drawn, row, here)
            if (
                not isinstance(box, list)
                or len(box) != 4
                or not all(type(side) in (int, float) for side in box)
            ):
                yield Finding("box", here, f"its box is {shown(box)}, not x, y, width and height", _CLAUSE)

    def _check_polygons(self, polygons: Any, row: ImageRow, item: str) -> Iterator[Finding]:
        """Draw an instance, once for all the phrases that name it."""
        seen = digest_of((row.image_id, polygons))
        if seen in self._drawn:
            return
        try:
            drawn_hw = draw_instance(polygons, height=row.height, width=row.width, item="")
        except ItemRefused as error:
            yield Finding("polygons", item, f"{error.message}; points are [x, y] pairs", _CLAUSE)
            return
        if drawn_hw.any():
            self._drawn.add(seen)
        else:
            yield Finding("mask-there", item, "its polygons cover no pixel of the image", "0.8")


def _check_structure(structure: Any, item: str) -> Iterator[Finding]:
    missing = [key for key in _STRUCTURE_KEYS if not isinstance(structure, dict) or key not in structure]
    if missing:
        yield Finding("phrase-structure", item, f"its structure has no {', '.join(missing)}", _CLAUSE)
