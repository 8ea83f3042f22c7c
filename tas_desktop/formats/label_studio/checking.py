"""Checking Label Studio's tasks against what its import and its converters need (formats.md section 4)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.format import IMAGE_FILE, Finding, Tick, never_stop
from tas_desktop.formats.label_studio import controls
from tas_desktop.formats.label_studio.config_reading import read_config
from tas_desktop.formats.label_studio.regions import Region, read_regions
from tas_desktop.formats.label_studio.tasks import Task, iterate_records, open_task, tasks_file
from tas_desktop.formats.label_studio.writing import CONFIG, SERVED_AT
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.formats.label_studio.config_reading import LabellingConfig

_CLAUSE: Final = "4"


def check_label_studio(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Every breach found in a file of tasks, or in the folder of an export.

    Raises:
        InputRefused: there is no such file, or it is no list.
    """
    file = tasks_file(path)
    config_file = file.with_name(CONFIG)
    config = read_config(config_file) if config_file.is_file() else None
    if config is None:
        yield Finding(
            "config-there", CONFIG, "the folder has no labelling configuration to import into", _CLAUSE
        )
    task_ids: Counter[int] = Counter()
    with in_file(file):
        for number, record in iterate_records(file):
            tick()
            try:
                task = open_task(number, record, folder=file.parent)
                regions = read_regions(task)
            except ItemRefused as error:
                yield Finding("task-sound", f"task {number}", error.message, _CLAUSE)
                continue
            task_id = task.record.get("id")
            if type(task_id) is int:
                task_ids[task_id] += 1
                if task_ids[task_id] == 2:
                    yield Finding("ids-unique", task.item, f"another task has the id {task_id} too", "0.5")
            yield from _check_task(task, regions, config=config)


def _check_task(
    task: Task, regions: dict[str, Region], *, config: LabellingConfig | None
) -> Iterator[Finding]:
    address = task.record["data"].get("image")
    if not isinstance(address, str) or not address:
        yield Finding("image-given", task.item, "it has no data.image, so nothing is shown", _CLAUSE)
    elif address.startswith(SERVED_AT) and task.source is None:
        yield Finding(IMAGE_FILE, task.item, f"the folder has no {shown(task.file_name)}", _CLAUSE)
    for region in regions.values():
        if region.mask is not None and not region.mask.area:
            yield Finding("mask-not-empty", region.item, "it covers no pixel", "0.8")
        if region.mask is None and {controls.EXPRESSION, controls.PLURAL} & region.texts.keys():
            yield Finding(
                "text-has-region", region.item, "its text belongs to no region with a mask", _CLAUSE
            )
    yield from _check_results(task, config=config)


def _check_results(task: Task, *, config: LabellingConfig | None) -> Iterator[Finding]:
    brushed: set[Any] = set()
    for number, result in enumerate(task.results, start=1):
        item = f"{task.item}, result {number}"
        for name in ("id", "type", "from_name", "to_name"):
            if not isinstance(result.get(name), str):
                yield Finding("result-fields", item, f"it has no {name}, so the import fails", _CLAUSE)
        if result.get("type") == "brushlabels":
            for name, value in (("original_width", task.width), ("original_height", task.height)):
                if result.get(name) != value:
                    yield Finding("size-given", item, f"its {name} is not {value}, its image's", _CLAUSE)
            if result.get("id") in brushed:
                yield Finding(
                    "regions-unique", item, "an earlier region has its id: one of them is lost", "0.5"
                )
            brushed.add(result.get("id"))
        if config is not None:
            yield from _check_against(config, result, item=item)


def _check_against(config: LabellingConfig, result: dict[str, Any], *, item: str) -> Iterator[Finding]:
    for name in ("from_name", "to_name"):
        if isinstance(result.get(name), str) and result[name] not in config.names:
            yield Finding("control-known", item, f"{CONFIG} has no control {shown(result[name])}", _CLAUSE)
    labels = result.get("value", {}).get("brushlabels")
    for label in labels if isinstance(labels, list) else []:
        if not isinstance(label, str) or controls.in_xml(label) not in config.labels:
            yield Finding("label-known", item, f"{CONFIG} has no label {shown(label)}", _CLAUSE)
