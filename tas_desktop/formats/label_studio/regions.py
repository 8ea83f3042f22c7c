"""From Label Studio's results of one task to objects and the texts that name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import FALLBACK_CATEGORY
from tas_desktop.formats.label_studio.brush_rle import decode_brush
from tas_desktop.formats.untrusted.masks import as_polygon_mask
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_list, as_number, as_record, as_text

if TYPE_CHECKING:
    from tas_desktop.domain.mask import Mask
    from tas_desktop.formats.label_studio.tasks import Task
    from tas_desktop.formats.losses import Losses

_OBJECT: Final = "object-"
_MOST_DIGITS: Final = 18  # of a number within 63 bits
_SHAPELESS: Final = "regions that are neither brushed nor outlined by a polygon"
_EMPTY: Final = "regions that cover no pixel"


@dataclass
class Region:
    """What the results with one id say together."""

    item: str
    mask: Mask | None = None
    is_shape: bool = False
    category: str = ""
    score: float | None = None
    texts: dict[str, list[str]] = field(default_factory=dict)

    def texts_besides(self, *names: str) -> list[str]:
        """Of all controls but these."""
        return [text for name, texts in self.texts.items() if name not in names for text in texts]


def read_regions(task: Task) -> dict[str, Region]:
    """The regions of a task by id, in the order of the file.

    Raises:
        ItemRefused: a result is not what Label Studio writes.
    """
    regions: dict[str, Region] = {}
    for number, entry in enumerate(task.results, start=1):
        item = f"{task.item}, result {number}"
        result = as_record(entry, item=item)
        region_id = as_text(result.get("id", f"result {number}"), item=item, name="its id", longest=200)
        region = regions.setdefault(region_id, Region(f"{task.item}, region {shown(region_id)}"))
        value = as_record(result.get("value", {}), item=item)
        _take_shape(region, value, height=task.height, width=task.width)
        _take_labels(region, result, value, item=item)
    return regions


def _take_shape(region: Region, value: dict[str, Any], *, height: int, width: int) -> None:
    """Take the mask; texts of a region repeat it, so the first one counts."""
    if region.mask is not None:
        return
    if "rle" in value:
        region.mask = decode_brush(value["rle"], height=height, width=width, item=region.item)
    elif "points" in value:
        region.mask = _percent_mask(value["points"], height=height, width=width, item=region.item)
    elif "x" in value:  # a box, an ellipse, a key point
        region.is_shape = True


def _percent_mask(points: Any, *, height: int, width: int, item: str) -> Mask:
    """A polygon's mask; its points are in percent of the image's sides."""
    flat = []
    for point in as_list(points, item=item, name="its points"):
        pair = as_list(point, item=item, name="a point", longest=2)
        if len(pair) < 2:
            raise ItemRefused(item, f"a point is {shown(pair)}, not x and y")
        for value, side in zip(pair, (width, height), strict=True):
            flat.append(as_number(value, item=item, name="a coordinate", least=-200, most=200) * side / 100)
    return as_polygon_mask([flat], height=height, width=width, item=item)


def _take_labels(region: Region, result: dict[str, Any], value: dict[str, Any], *, item: str) -> None:
    """Take category, score and texts: a text area's go by the name of its control."""
    if result.get("type") == "textarea" or "text" in value:
        texts = value.get("text", [])
        texts = [texts] if type(texts) is str else as_list(texts, item=item, name="its text")
        said = [as_text(text, item=item, name="its text") for text in texts]
        control = as_text(result.get("from_name", ""), item=item, name="its control", longest=200)
        region.texts.setdefault(control, []).extend(text for text in said if text.strip())
    for name in ("brushlabels", "polygonlabels", "labels"):
        if value.get(name) and not region.category:
            labels = as_list(value[name], item=item, name=name)
            region.category = as_text(labels[0], item=item, name="its label", longest=200).strip()
    if result.get("score") is not None:
        region.score = as_number(result["score"], item=item, name="its score")


def category_of(region: Region) -> str:
    """Its label, or ``object``."""
    return region.category or FALLBACK_CATEGORY


def own_number(region_id: str) -> int | None:
    """The object id in a region's id that we wrote: ``object-17``."""
    digits = region_id.removeprefix(_OBJECT)
    if digits == region_id or not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits) if digits[0] != "0" and len(digits) <= _MOST_DIGITS else None


def drop_shapeless(regions: dict[str, Region], *, losses: Losses) -> dict[str, Region]:
    """The regions with a mask; others that should have one are counted."""
    for region in regions.values():
        if region.mask is None and (region.is_shape or region.category):
            losses.note(_SHAPELESS, example=region.item)
        elif region.mask is not None and not region.mask.area:
            losses.note(_EMPTY, example=region.item)
    return {name: known for name, known in regions.items() if known.mask is not None and known.mask.area}
