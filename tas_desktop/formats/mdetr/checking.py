"""Every clause of formats.md section 3 that MDETR's fine-tuning files have to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.ascii_checking import check_ascii
from tas_desktop.formats.format import Finding, MaskForm, Tick, never_stop
from tas_desktop.formats.instances.checking import check_instances
from tas_desktop.formats.mdetr import layout
from tas_desktop.formats.refer.ref_checking import Targets
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.refusals import shown

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

_IMAGE_KEYS: Final = (
    "id", "original_id", "file_name", "height", "width", "caption", "dataset_name", "tokens_negative",
)  # fmt: skip
_ANNOTATION_KEYS: Final = (
    "id", "original_id", "image_id", "category_id", "bbox", "area", "iscrowd", "tokens_positive",
)  # fmt: skip


def check_mdetr(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Breaches in a folder of fine-tuning files, or in one of them.

    Raises:
        InputRefused: there is none.
    """
    files = [path] if path.is_file() else sorted(path.glob(f"{layout.PREFIX}*.json"))
    if not files:
        raise InputRefused(
            f"{path} holds no files for MDETR", next_step=f"Name a folder with {layout.PREFIX}….json in it"
        )
    folder = path.parent if path.is_file() else path
    targets = None
    place = folder / layout.INSTANCES
    if place.is_file():
        yield from check_ascii(place)
        document = yield from _read(place)
        if document is not None:
            yield from check_instances(document, form=MaskForm.POLYGONS, tick=tick)
            targets = Targets.of(document)
    for file in files:
        yield from check_ascii(file)
        document = yield from _read(file)
        if document is not None:
            yield from _FileChecker(file.name, targets).check(document, tick)


def _read(file: Path) -> Generator[Finding, None, Any]:
    """The document; a finding and None where it cannot be read."""
    try:
        return read_json(file)
    except InputRefused as error:
        yield Finding("readable", file.name, error.message, "0.9")
        return None


class _FileChecker:
    """Looks through one file.

    Args:
        name: of the file, for findings.
        targets: what ``original_id`` may be; None where there is nothing to compare with.
    """

    def __init__(self, name: str, targets: Targets | None) -> None:
        self._name = name
        self._targets = targets
        self._captions: dict[int, str] = {}
        self._named: set[int] = set()
        self._ids: set[int] = set()

    def check(self, document: Any, tick: Tick) -> Iterator[Finding]:
        if not isinstance(document, dict):
            yield Finding("sections", self._name, f"it is {shown(document)}, not a record of lists", "3")
            return
        for key in ("images", "annotations", "categories"):
            if not isinstance(document.get(key), list):
                yield Finding("sections", f"{self._name}, {key}", "the list is missing", "3")
        for key in ("info", "licenses"):
            if key not in document:
                yield Finding("info-and-licenses", f"{self._name}, {key}", "it is missing", "0.7")
        for number, record in enumerate(_listed(document.get("images"))):
            tick()
            yield from self._check_image(record, number)
        for number, record in enumerate(_listed(document.get("annotations"))):
            tick()
            yield from self._check_annotation(record, number)
        for number in sorted(self._captions.keys() - self._named):
            message = "no annotation says what it names: MDETR and mmdetection index the first"
            yield Finding("annotation-there", self._item("image", number), message, "3")

    def _item(self, kind: str, number: object) -> str:
        return f"{self._name}, {kind} {number}"

    def _check_image(self, record: Any, number: int) -> Iterator[Finding]:
        entry = self._item("entry", f"{number} of images")
        if not isinstance(record, dict):
            yield Finding("records", entry, f"it is {shown(record)}, not a record", "3")
            return
        identity = record.get("id")
        if type(identity) is not int or identity < 0:
            yield Finding("ids-plain", entry, f"its id is {shown(identity)}, not a whole number", "0.5")
            return
        item = self._item("image", identity)
        if identity in self._captions:
            yield Finding("ids-unique", item, "its id is there twice", "0.5")
        caption = record.get("caption")
        self._captions[identity] = caption if isinstance(caption, str) else ""
        missing = [key for key in _IMAGE_KEYS if key not in record]
        if missing:
            yield Finding("image-keys", item, f"it has no {', '.join(missing)}", "3")
        if not isinstance(caption, str) or not caption.strip():
            yield Finding("caption", item, f"its caption is {shown(caption)}, not a text", "3")
        for key in ("height", "width"):
            if type(record.get(key)) is not int or record[key] < 1:
                yield Finding("image-size", item, f"its {key} is {shown(record.get(key))}", "0.7")
        yield from self._check_spans(record.get("tokens_negative"), self._captions[identity], item)
        original = record.get("original_id")
        if self._targets and (type(original) is not int or original not in self._targets.image_names):
            yield Finding("image-there", item, f"its image {shown(original)} is not in the instances", "3")

    def _check_annotation(self, record: Any, number: int) -> Iterator[Finding]:
        entry = self._item("entry", f"{number} of annotations")
        if not isinstance(record, dict):
            yield Finding("records", entry, f"it is {shown(record)}, not a record", "3")
            return
        identity, image_id = record.get("id"), record.get("image_id")
        if type(identity) is not int or identity < 0:
            yield Finding("ids-plain", entry, f"its id is {shown(identity)}, not a whole number", "0.5")
            return
        item = self._item("annotation", identity)
        if identity in self._ids:
            yield Finding("ids-unique", item, "its id is there twice", "0.5")
        self._ids.add(identity)
        missing = [key for key in _ANNOTATION_KEYS if key not in record]
        if missing:
            yield Finding("annotation-keys", item, f"it has no {', '.join(missing)}", "3")
        if type(image_id) is not int or image_id not in self._captions:
            yield Finding("image-there", item, f"its image {shown(image_id)} is not in the file", "3")
            return
        self._named.add(image_id)
        yield from self._check_spans(record.get("tokens_positive"), self._captions[image_id], item)
        yield from self._check_object(record, item)

    def _check_object(self, record: dict[str, Any], item: str) -> Iterator[Finding]:
        box, original = record.get("bbox"), record.get("original_id")
        if not _is_box(box):
            yield Finding("bbox", item, f"its bbox is {shown(box)}, not x, y, width and height", "0.4")
        elif record.get("empty") is True:
            if box != layout.NO_BOX or record.get("category_id") != layout.NO_TARGET:
                message = "it is empty, which is bbox [0, 0, 0, 0] and category_id -1"
                yield Finding("no-target", item, message, "3")
        elif record.get("iscrowd") != 0 or isinstance(record.get("iscrowd"), bool):
            yield Finding("iscrowd", item, "its iscrowd is not 0: MDETR leaves it out", "0.6")
        elif self._targets and (type(original) is not int or original not in self._targets.annotations):
            yield Finding("annotation-there", item, f"its object {shown(original)} is not there", "3")

    def _check_spans(self, spans: Any, caption: str, item: str) -> Iterator[Finding]:
        sound = isinstance(spans, list) and all(
            isinstance(span, list)
            and len(span) == 2
            and all(type(place) is int for place in span)
            and 0 <= span[0] < span[1] <= len(caption)
            for span in spans
        )
        if not sound:
            message = f"its spans {shown(spans)} are not places in its caption of {len(caption)} characters"
            yield Finding("token-spans", item, message, "3")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_box(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 4
        and all(type(side) in (int, float) for side in value)
        and value[2] >= 0
        and value[3] >= 0
    )
