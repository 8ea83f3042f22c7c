"""Masks as PhraseCut's tools draw them: edges and inside with Pillow (formats.md section 3)."""

from __future__ import annotations

import hashlib
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tas_desktop.formats.untrusted.masks import MAX_PARTS, MAX_POINTS
from tas_desktop.formats.untrusted.points import as_points
from tas_desktop.formats.untrusted.refusals import ItemRefused
from tas_desktop.formats.untrusted.values import as_list

_MOST_STEPS: Final = 300_000_000
"""Points times rows of an object: Pillow looks at every edge in every row."""


def draw_instance(polygons: Any, *, height: int, width: int, item: str) -> NDArray[np.bool_]:
    """One instance's pixels, bool, shape (height, width): the union of polygons of ``[x, y]`` points.

    Raises:
        ItemRefused: it is none, or beyond all measure.
    """
    listed = as_list(polygons, item=item, name="its polygons", longest=MAX_PARTS)
    drawn = [as_points(polygon, height=height, width=width, item=item) for polygon in listed]
    points = sum(len(points_xy) for points_xy in drawn)
    if points > MAX_POINTS or points * height > _MOST_STEPS:
        raise ItemRefused(item, f"its outlines have {points:,} points, too many for an object")
    image = Image.new("1", (width, height))
    canvas = ImageDraw.Draw(image)
    for points_xy in drawn:
        if len(points_xy) > 1:  # the tools pass over single points
            canvas.polygon([(int(x), int(y)) for x, y in points_xy], outline=1, fill=1)
    return np.asarray(image)


def digest_of(polygons: Any) -> bytes:
    """Equal for equal polygons: a phrase's instances stand in the file once for each phrase."""
    return hashlib.sha256(repr(polygons).encode("utf-8", "surrogatepass")).digest()
