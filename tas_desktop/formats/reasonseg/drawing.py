"""Masks as ReasonSeg's reader draws them: edges and inside with cv2 (formats.md section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import cv2
import numpy as np

from tas_desktop.formats.untrusted.points import as_points
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_list, as_record, as_text, field

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_SHAPES: Final = 20_000
_MOST_DRAWN: Final = 20_000_000_000  # pixels looked through to sort shapes by area
_TARGET, _IGNORED = 1, 255


class Shape(NamedTuple):
    """One polygon of a file.

    Attributes:
        is_ignored: whether its pixels count for nothing.
        points_xy: whole pixels, int32, shape (n, 2).
        record: the file's entry, with keys of ours.
    """

    is_ignored: bool
    points_xy: NDArray[np.int32]
    record: dict[str, Any]


def as_shapes(value: Any, *, height: int, width: int, item: str) -> list[Shape]:
    """The polygons of a file, without those marked ``flag``, which the reader passes over.

    Raises:
        ItemRefused: one is none.
    """
    shapes = []
    for number, entry in enumerate(as_list(value, item=item, name="shapes", longest=MOST_SHAPES)):
        here = f"{item}, shape {number}" if item else f"shape {number}"
        record = as_record(entry, item=here)
        label = as_text(field(record, "label", item=here), item=here, name="its label", longest=200).lower()
        kind = record.get("shape_type", "polygon")
        if kind != "polygon":
            raise ItemRefused(here, f"its shape_type is {shown(kind)}, not polygon")
        if label == "flag":
            continue
        points_xy = as_points(field(record, "points", item=here), height=height, width=width, item=here)
        shapes.append(Shape("ignore" in label, points_xy, record))
    ignored = sum(shape.is_ignored for shape in shapes)
    if ignored and len(shapes) * height * width > _MOST_DRAWN:
        raise ItemRefused(item, f"it has {len(shapes):,} shapes, too many for a picture of that size")
    return shapes


def draw_shapes(shapes: list[Shape], *, height: int, width: int) -> NDArray[np.bool_]:
    """The target's pixels, bool, shape (height, width): large shapes first, later ones over them."""
    drawn_hw = np.zeros((height, width), np.uint8)
    for shape in _by_area(shapes, height=height, width=width):
        _draw(drawn_hw, shape, _IGNORED if shape.is_ignored else _TARGET)
    return np.asarray(drawn_hw == _TARGET)


def _by_area(shapes: list[Shape], *, height: int, width: int) -> list[Shape]:
    if not any(shape.is_ignored for shape in shapes):
        return shapes  # their order makes no difference
    areas = []
    for shape in shapes:
        alone_hw = np.zeros((height, width), np.uint8)
        _draw(alone_hw, shape, 1)
        areas.append(int(np.count_nonzero(alone_hw)))
    return [shapes[place] for place in np.argsort(areas)[::-1]]


def _draw(drawn_hw: NDArray[np.uint8], shape: Shape, value: int) -> None:
    cv2.polylines(drawn_hw, [shape.points_xy], isClosed=True, color=value, thickness=1)
    cv2.fillPoly(drawn_hw, [shape.points_xy], value)
