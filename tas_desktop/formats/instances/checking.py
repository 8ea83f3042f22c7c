"""Every clause of formats.md sections 0 and 2 that a COCO instances document has to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tas_desktop.formats.format import Finding, MaskForm, Tick, never_stop
from tas_desktop.formats.untrusted.masks import as_polygon_mask, as_rle_mask, union
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_image_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.mask import Mask

_SECTIONS: Final = ("images", "categories", "annotations")


class _Known(NamedTuple):
    """What annotations may name."""

    sizes_hw: dict[int, tuple[int, int]]
    category_ids: set[int]


def check_instances(
    document: Any, *, form: MaskForm | None = None, tick: Tick = never_stop
) -> Iterator[Finding]:
    """Look through a document as JSON's reader gave it, whoever wrote it.

    Args:
        document: the whole file.
        form: the only mask form that the format allows; None allows either, but one a file.
        tick: called after each record.
    """
    if not isinstance(document, dict):
        yield Finding("sections", "", f"the file is {shown(document)}, not a record of lists", "2")
        return
    for name in _SECTIONS:
        if not isinstance(document.get(name), list):
            yield Finding("sections", name, "the list is missing: pycocotools finds nothing", "2")
    for name in ("info", "licenses"):
        if name not in document:
            yield Finding("info-and-licenses", name, "it is missing: MDETR's converter copies it", "0.7")
    sizes_hw: dict[int, tuple[int, int]] = {}
    yield from _check_images(_records(document, "images"), sizes_hw)
    category_ids: set[int] = set()
    yield from _check_categories(_records(document, "categories"), category_ids)
    known = _Known(sizes_hw, category_ids)
    yield from _check_annotations(_records(document, "annotations"), known, form=form, tick=tick)


def _records(document: dict[str, Any], name: str) -> list[Any]:
    section = document.get(name)
    return section if isinstance(section, list) else []


def _check_images(records: list[Any], sizes_hw: dict[int, tuple[int, int]]) -> Iterator[Finding]:
    names: set[str] = set()
    ids: set[int] = set()
    for number, record in enumerate(records):
        item, faults = _identify("image", number, record, ids, least=1)
        yield from faults
        if not isinstance(record, dict):
            continue
        try:
            size_hw = as_image_size(record.get("height"), record.get("width"), item=item)
            if type(record.get("id")) is int:
                sizes_hw[record["id"]] = size_hw
        except ItemRefused as error:
            message = f"{error.message.removeprefix(f'{item}: ')}: REFER, pycocotools and others raise"
            yield Finding("image-size", item, message, "0.7")
        yield from _check_file_name(record.get("file_name"), item, names)


def _check_file_name(name: Any, item: str, names: set[str]) -> Iterator[Finding]:
    try:
        plain_name(name, item=item)
    except ItemRefused as error:
        yield Finding("file-name", item, error.message.removeprefix(f"{item}: "), "0.9")
        return
    if "\\" in name:
        yield Finding("file-name", item, f"{shown(name)} has backslashes: only Windows finds it", "0.9")
    if name in names:
        yield Finding("file-name-unique", item, f"{shown(name)} is another image's name too", "0.5")
    names.add(name)


def _check_categories(records: list[Any], ids: set[int]) -> Iterator[Finding]:
    for number, record in enumerate(records):
        item, faults = _identify("category", number, record, ids, least=0)
        yield from faults
        if isinstance(record, dict) and not isinstance(record.get("name"), str):
            yield Finding("category-name", item, f"its name is {shown(record.get('name'))}, not a text", "2")


def _check_annotations(
    records: list[Any], known: _Known, *, form: MaskForm | None, tick: Tick
) -> Iterator[Finding]:
    ids: set[int] = set()
    first_form = form
    for number, record in enumerate(records):
        tick()
        item, faults = _identify("annotation", number, record, ids, least=1)
        yield from faults
        if not isinstance(record, dict):
            continue
        yield from _check_links(record, item, known)
        yield from _check_crowd(record, item)
        found = _form_of(record.get("segmentation"))
        if found is None:
            yield _bad_form(record.get("segmentation"), item)
            continue
        first_form = first_form or found
        if found is not first_form:
            message = f"its mask is {_worded(found)}, others of the file are {_worded(first_form)}"
            yield Finding("mask-form", item, message, "0.1")
        image_id = record.get("image_id")
        size_hw = known.sizes_hw.get(image_id) if type(image_id) is int else None
        if size_hw is not None:
            yield from _check_mask(record, item, size_hw)


def _identify(
    kind: str, number: int, record: Any, ids: set[int], *, least: int
) -> tuple[str, tuple[Finding, ...]]:
    """What a record is called, and what is wrong with its id."""
    if not isinstance(record, dict):
        item = f"entry {number} of {kind}s"
        return item, (Finding("records", item, f"it is {shown(record)}, not a record", "2"),)
    identity = record.get("id")
    if type(identity) is not int or identity < least:
        item = f"entry {number} of {kind}s"
        message = f"its id is {shown(identity)}, not a whole number from {least} up"
        if kind == "annotation" and type(identity) is int:
            message += ": COCOeval counts a match with annotation 0 as a miss"
        return item, (Finding("ids-plain", item, message, "0.5"),)
    item = f"{kind} {identity}"
    if identity in ids:
        return item, (
            Finding("ids-unique", item, "its id is there twice: clients take the wrong one", "0.5"),
        )
    ids.add(identity)
    return item, ()


def _check_links(record: dict[str, Any], item: str, known: _Known) -> Iterator[Finding]:
    image_id, category_id = record.get("image_id"), record.get("category_id")
    if type(image_id) is not int:
        message = f"its image_id is {shown(image_id)}, not a whole number: some clients give empty images"
        yield Finding("ids-plain", item, message, "0.5")
    elif image_id not in known.sizes_hw:
        yield Finding("image-there", item, f"its image {image_id} is not in the file, or has no size", "0.5")
    if type(category_id) is not int:
        yield Finding("ids-plain", item, f"its category_id is {shown(category_id)}", "0.5")
    elif category_id not in known.category_ids:
        yield Finding("category-there", item, f"its category {category_id} is not in the file", "0.5")


def _check_crowd(record: dict[str, Any], item: str) -> Iterator[Finding]:
    crowd = record.get("iscrowd")
    if type(crowd) is not int or crowd != 0:
        what = "it has no iscrowd" if crowd is None else f"its iscrowd is {shown(crowd)}"
        yield Finding("iscrowd", item, f"{what}, not 0: COCOeval fails or ignores it", "0.6")


def _form_of(segmentation: Any) -> MaskForm | None:
    if isinstance(segmentation, dict):
        return MaskForm.RLE
    is_list = isinstance(segmentation, list) and segmentation
    return MaskForm.POLYGONS if is_list and all(isinstance(part, list) for part in segmentation) else None


def _bad_form(segmentation: Any, item: str) -> Finding:
    if segmentation in (None, []):
        return Finding("mask-there", item, "it has no mask: REFER, pycocotools and torchvision fail", "0.8")
    message = f"its segmentation is {shown(segmentation)}, neither polygons nor one run-length encoding"
    return Finding("mask-form", item, message, "0.1")


def _worded(form: MaskForm) -> str:
    return "polygons" if form is MaskForm.POLYGONS else "run lengths"


def _check_mask(record: dict[str, Any], item: str, size_hw: tuple[int, int]) -> Iterator[Finding]:
    try:
        parts = _decode(record["segmentation"], size_hw, item)
    except ItemRefused as error:
        short = isinstance(record["segmentation"], list) and any(len(p) < 6 for p in record["segmentation"])
        check, clause = ("polygon-points", "0.8") if short else ("mask-decodes", "2")
        yield Finding(check, item, error.message.removeprefix(f"{item}: "), clause)
        return
    mask = union(parts)
    if sum(part.area for part in parts) != mask.area:
        message = "parts of its mask overlap: LAVT takes what is covered twice for background"
        yield Finding("parts-apart", item, message, "0.2")
    if mask.area == 0:
        yield Finding("mask-there", item, "its mask covers no pixel", "0.8")
    if record.get("area") != mask.area or isinstance(record.get("area"), bool):
        message = f"its area is {shown(record.get('area'))}, its mask has {mask.area} pixels"
        yield Finding("area", item, message, "0.4")
    if record.get("bbox") != list(mask.box_xywh):
        message = f"its bbox is {shown(record.get('bbox'))}, its mask's box {list(mask.box_xywh)}"
        yield Finding("bbox", item, message, "0.4")


def _decode(segmentation: Any, size_hw: tuple[int, int], item: str) -> list[Mask]:
    height, width = size_hw
    if isinstance(segmentation, dict):
        return [as_rle_mask(segmentation, height=height, width=width, item=item)]
    whole = as_polygon_mask(segmentation, height=height, width=width, item=item)  # limits on all together
    if len(segmentation) == 1:
        return [whole]
    return [as_polygon_mask([part], height=height, width=width, item=item) for part in segmentation]
