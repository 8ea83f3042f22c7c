"""Masks as files hold them: COCO's run lengths and polygons, checked before pycocotools sees them.

pycocotools decodes without looking. Counts that do not fit their size write past the end of a buffer; one
far point makes it take gigabytes, because it walks each edge pixel by pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from pycocotools import mask as coco_mask

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.rle import run_lengths
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_POINTS: Final = 500_000
"""Of all polygons of one object."""

MAX_PARTS: Final = 20_000
"""Polygons, or run lengths, of one object."""

_MAX_STEPS: Final = 20_000_000  # along all edges, in the fifths of a pixel that pycocotools walks in
_STEPS_A_PIXEL: Final = 5
_MERGED_AT_ONCE: Final = 64
_LONGEST_COUNTS: Final = 5_000_000  # characters; decoding takes fifty times as much memory


def as_mask(segmentation: Any, *, height: int, width: int, item: str) -> Mask:
    """The mask of a COCO ``segmentation``: run lengths, a list of polygons, or of run lengths; their union.

    May be empty, as that of a sliver is; the encoding is the one that ``Mask.from_array`` gives.

    Raises:
        ItemRefused: it is no mask of an image of that size, or beyond all measure.
    """
    parts = [segmentation] if isinstance(segmentation, dict) else segmentation
    if type(parts) is not list or not parts:
        raise ItemRefused(item, f"its segmentation is {shown(segmentation)}, not polygons or run lengths")
    if len(parts) > MAX_PARTS:
        raise ItemRefused(item, f"its segmentation has {len(parts):,} parts, more than {MAX_PARTS:,}")
    if all(isinstance(part, dict) for part in parts):
        return union([as_rle_mask(part, height=height, width=width, item=item) for part in parts])
    return as_polygon_mask(parts, height=height, width=width, item=item)


def as_rle_mask(rle: Any, *, height: int, width: int, item: str) -> Mask:
    """The mask of ``{"size": [height, width], "counts": packed text or list of run lengths}``.

    Raises:
        ItemRefused: it is none, of another size, or its runs do not fill the image.
    """
    size, counts = (rle.get("size"), rle.get("counts")) if isinstance(rle, dict) else (None, None)
    if size != [height, width]:
        raise ItemRefused(item, f"its mask's size is {shown(size)}, the image's {[height, width]}")
    if isinstance(counts, bytes):
        counts = counts.decode("ascii", "replace")
    if isinstance(counts, str):
        runs = run_lengths(counts) if len(counts) <= _LONGEST_COUNTS else None
    elif type(counts) is list and counts and set(map(type, counts)) == {int}:
        runs = _whole_runs(counts)
    else:
        runs = None
    if runs is None or runs.min() < 0 or runs.max() > height * width or runs.sum() != height * width:
        raise ItemRefused(item, f"the runs of its mask do not fill its image: {shown(counts)}")
    return _from_runs(runs, height=height, width=width)


def as_polygon_mask(parts: Any, *, height: int, width: int, item: str) -> Mask:
    """The mask of flat polygons ``[[x, y, x, y, …], …]``, as pycocotools fills them; their union.

    Raises:
        ItemRefused: a part has fewer than three points, something other than finite numbers in it, or leads
            far out of its image; or there are too many points.
    """
    if type(parts) is not list or not parts:
        raise ItemRefused(item, f"its polygons are {shown(parts)}")
    if len(parts) > MAX_PARTS:
        raise ItemRefused(item, f"it has {len(parts):,} polygons, more than {MAX_PARTS:,}")
    points = sum(len(part) if type(part) is list else 0 for part in parts) // 2
    if points > MAX_POINTS:
        raise ItemRefused(item, f"its polygons have {points:,} points, more than {MAX_POINTS:,}")
    polygons = [_as_polygon(part, reach=2 * max(height, width), item=item) for part in parts]
    if sum(_steps(polygon) for polygon in polygons) > _MAX_STEPS:
        raise ItemRefused(item, "its outline is too long to be one of an object")
    return union([Mask.from_rle(coco_mask.frPyObjects([xy.tolist()], height, width)[0]) for xy in polygons])


def union(masks: list[Mask]) -> Mask:
    """All pixels of masks of one size; a few at a time, since pycocotools' time grows with the square."""
    while len(masks) > 1:
        masks = [
            Mask.from_rle(coco_mask.merge([mask.to_rle() for mask in masks[start : start + _MERGED_AT_ONCE]]))
            for start in range(0, len(masks), _MERGED_AT_ONCE)
        ]
    return masks[0]


def _as_polygon(part: Any, *, reach: int, item: str) -> NDArray[np.float64]:
    """Flat coordinates; the types first, because numpy would turn texts into numbers."""
    if type(part) is not list or len(part) < 6 or len(part) % 2:
        raise ItemRefused(item, f"a polygon needs x and y of three points or more: {shown(part)}")
    if not set(map(type, part)) <= {int, float}:
        raise ItemRefused(item, f"a polygon holds something that is no number: {shown(part)}")
    try:
        flat = np.array(part, np.float64)
    except OverflowError:
        flat = np.array([np.inf])
    if not np.isfinite(flat).all() or np.abs(flat).max() > reach:
        raise ItemRefused(item, f"a polygon leads far out of its image: {shown(part)}")
    return flat


def _steps(flat: NDArray[np.float64]) -> float:
    points_xy = flat.reshape(-1, 2)
    edges = np.abs(points_xy - np.roll(points_xy, 1, axis=0)).max(axis=1)
    return float(_STEPS_A_PIXEL * edges.sum())


def _whole_runs(counts: list[int]) -> NDArray[np.int64] | None:
    try:
        return np.array(counts, np.int64)
    except OverflowError:
        return None


def _from_runs(runs: NDArray[np.int64], *, height: int, width: int) -> Mask:
    """Runs of no length are allowed in a file; without them there is one encoding of each mask."""
    ends = np.cumsum(runs)[:-1]  # where the value turns; the last run ends with the image
    turns, counts = np.unique(ends, return_counts=True)
    kept = turns[(counts % 2 == 1) & (turns < height * width)]
    return Mask.from_ends(kept, height=height, width=width)
