"""One fine-tuning file of MDETR: an image record per sentence, and the objects that each names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import ImageEntry
from tas_desktop.formats.mdetr.layout import NO_TARGET
from tas_desktop.formats.origins import as_origin
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.values import as_id, as_image_size, as_list, as_record, as_text, field

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import SentenceOrigin


@dataclass(frozen=True, slots=True)
class Caption:
    """One image record with its annotations, ids as in the file.

    Attributes:
        record_id: unique in its file only.
        image_id: ``original_id``: the image itself.
        entry: the image, by the record.
        text: as typed where the file has that, else the caption.
        object_ids: ``original_id`` of the annotations.
        is_empty: whether it names nothing in the image.
        ref_id: of the reference that it belongs to, where the file says so.
    """

    record_id: int
    image_id: int
    entry: ImageEntry
    text: str
    object_ids: tuple[int, ...]
    is_empty: bool
    ref_id: int | None
    origin: SentenceOrigin | None

    def numbered(self, number: int) -> Self:
        """The same under another id."""
        return replace(self, record_id=number)

    def alone(self) -> Self:
        """The same in no reference of its own."""
        return replace(self, ref_id=None)


def read_captions(path: Path, *, tick: Tick = never_stop) -> list[Caption]:
    """Read one file.

    Raises:
        InputRefused: it is none of MDETR's, an id is none or is there twice, or leads nowhere.
    """
    document = read_json(path)
    with in_file(path):
        record = as_record(document, item="")
        targets = _targets(field(record, "annotations", item=""), tick)
        captions: dict[int, Caption] = {}
        for number, entry in enumerate(as_list(field(record, "images", item=""), item="", name="images")):
            tick()
            caption = _as_caption(entry, number, targets)
            if caption.record_id in captions:
                raise ItemRefused(f"image {caption.record_id}", "its id is there twice")
            captions[caption.record_id] = caption
        astray = targets.keys() - captions.keys()
        if astray:
            raise ItemRefused(f"image {min(astray)}", "annotations name it, and it is not in the file")
        return list(captions.values())


def _targets(value: Any, tick: Tick) -> dict[int, list[int]]:
    """Objects that each image record names, in order; none for a record that names nothing."""
    targets: dict[int, list[int]] = {}
    ids: set[int] = set()
    for number, entry in enumerate(as_list(value, item="", name="annotations")):
        tick()
        record = as_record(entry, item=f"entry {number} of annotations")
        annotation_id = as_id(record.get("id"), item=f"entry {number} of annotations", least=0)
        item = f"annotation {annotation_id}"
        if annotation_id in ids:
            raise ItemRefused(item, "its id is there twice")
        ids.add(annotation_id)
        image_id = as_id(record.get("image_id"), item=f"{item}, its image", least=0)
        named = targets.setdefault(image_id, [])
        if record.get("empty") is not True:
            original = as_id(record.get("original_id"), item=f"{item}, its original", least=0)
            if original in named:
                raise ItemRefused(item, f"its image names object {original} twice")
            named.append(original)
        elif record.get("original_id", NO_TARGET) != NO_TARGET:
            raise ItemRefused(item, "it is empty and has an original")
    return targets


def _as_caption(entry: Any, number: int, targets: dict[int, list[int]]) -> Caption:
    record = as_record(entry, item=f"entry {number} of images")
    record_id = as_id(record.get("id"), item=f"entry {number} of images", least=0)
    item = f"image {record_id}"
    height, width = as_image_size(record.get("height"), record.get("width"), item=item)
    image_id = as_id(record.get("original_id"), item=f"{item}, its original", least=0)
    name = plain_name(record.get("file_name"), item=item)
    caption = as_text(field(record, "caption", item=item), item=item, name="its caption")
    raw = as_text(record.get("raw", ""), item=item, name="its text")
    if not (raw.strip() or caption.strip()):
        raise ItemRefused(item, "its caption is blank")
    if record_id not in targets:
        raise ItemRefused(item, "no annotation says what it names")
    ref_id = record.get("ref_id")
    return Caption(
        record_id=record_id,
        image_id=image_id,
        entry=ImageEntry(image_id, name, name, height, width),
        text=raw if raw.strip() else caption,
        object_ids=tuple(targets[record_id]),
        is_empty=not targets[record_id],
        ref_id=None if ref_id is None else as_id(ref_id, item=f"{item}, its ref"),
        origin=as_origin(record["origin"], item=item) if "origin" in record else None,
    )
