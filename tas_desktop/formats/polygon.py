"""Masks to polygons that rasterise back to exactly the same pixels (formats.md section 0, clauses 1-3, 8).

The outline runs along pixel edges, the mask on its right. Each 4-connected part gives one polygon; its
holes are cut in with a keyhole: there and back over the same line, which cancels in every even-odd fill.

How it is found: each corner of the outline ends one horizontal and one vertical edge. Sorted along a
grid row, corners pair up to that row's horizontal edges; sorted along a column, to its vertical ones.
Following the two pairings in turn walks each loop; numpy does all but that walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask


class _Loop(NamedTuple):
    """One closed outline.

    Attributes:
        points_xy: corners in order, int64, shape (n, 2), horizontal and vertical edges in turn.
        part: label of the 4-connected part whose outline it is.
        is_hole: whether it bounds the part from inside.
    """

    points_xy: NDArray[np.int64]
    part: int
    is_hole: bool


def trace_mask(mask: Mask) -> list[list[float]]:
    """Trace the outline of an encoded mask, of which only the part in its box is decoded."""
    x, y, inside_hw = mask.window()
    return trace_polygons(inside_hw, origin_xy=(x, y))


def trace_polygons(
    mask_hw: NDArray[np.bool_] | NDArray[np.uint8], *, origin_xy: tuple[int, int] = (0, 0)
) -> list[list[float]]:
    """Trace the outline of a mask.

    Args:
        mask_hw: shape (height, width); any non-zero element is foreground.
        origin_xy: where its first pixel lies in the image.

    Returns:
        One flat list ``[x0, y0, x1, y1, ...]`` per 4-connected part, of at least 8 whole numbers in
        pixels, corners only; no list for an empty mask. Decoded by pycocotools the parts do not
        overlap and their union is the mask.
    """
    foreground_hw = np.asarray(mask_hw) != 0
    ys, xs = np.flatnonzero(foreground_hw.any(axis=1)), np.flatnonzero(foreground_hw.any(axis=0))
    if not len(ys):
        return []
    crop_hw = foreground_hw[ys[0] : ys[-1] + 1, xs[0] : xs[-1] + 1]
    corner_xy = np.array([xs[0], ys[0]], np.int64) + np.array(origin_xy, np.int64)
    outer: dict[int, NDArray[np.int64]] = {}
    holes: dict[int, list[NDArray[np.int64]]] = {}
    for loop in _find_loops(crop_hw):
        points_xy = loop.points_xy + corner_xy
        if loop.is_hole:
            holes.setdefault(loop.part, []).append(points_xy)
        else:
            outer[loop.part] = points_xy
    return [
        _cut_in(points_xy, holes.get(part, [])).ravel().astype(float).tolist()
        for part, points_xy in outer.items()
    ]


def _find_loops(mask_hw: NDArray[np.bool_]) -> list[_Loop]:
    """All outlines of a mask, parts in reading order."""
    padded = np.pad(mask_hw, 1)
    corners_xy, kinds = _find_corners(padded)
    along_row, along_column = _pair_corners(corners_xy, kinds)
    _, labels_hw = cv2.connectedComponents(padded.astype(np.uint8), connectivity=4, ltype=cv2.CV_32S)
    loops = []
    for indices in _walk(along_row, along_column):
        points_xy = corners_xy[indices]
        (x0, y0), (x1, _) = points_xy[0], points_xy[1]
        # The foreground pixel that touches the first edge, which is horizontal, from below or above.
        column = min(x0, x1) + 1
        row = y0 + 1 if padded[y0 + 1, column] else y0
        loops.append(_Loop(points_xy, int(labels_hw[row, column]), is_hole=_signed_area(points_xy, row) < 0))
    return loops


def _find_corners(padded_hw: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
    """Grid points where the outline turns.

    A grid point with one or three of its four pixels set is one corner. With two set that touch only
    diagonally it is two corners, one around each pixel, so that such pixels belong to different parts.

    Returns:
        corners as (x, y), shape (n, 2), and their kinds: 0 for a single corner; 1 and 2 for the two of
        a point whose top-left and bottom-right are set, the corner around the upper pixel first;
        3 and 4 likewise where top-right and bottom-left are set.
    """
    top_left, top_right = padded_hw[:-1, :-1], padded_hw[:-1, 1:]
    bottom_left, bottom_right = padded_hw[1:, :-1], padded_hw[1:, 1:]
    turns = top_left ^ top_right ^ bottom_left ^ bottom_right
    diagonal = (top_left == bottom_right) & (top_right == bottom_left) & (top_left != top_right)
    single_yx = np.argwhere(turns)
    double_yx = np.argwhere(diagonal)
    first_kind = np.where(top_left[double_yx[:, 0], double_yx[:, 1]], 1, 3).astype(np.int8)
    corners_yx = np.concatenate([single_yx, double_yx, double_yx])
    kinds = np.concatenate([np.zeros(len(single_yx), np.int8), first_kind, first_kind + np.int8(1)])
    return corners_yx[:, ::-1].astype(np.int64), kinds


def _pair_corners(
    corners_xy: NDArray[np.int64], kinds: NDArray[np.int8]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each corner the one at the other end of its horizontal, and of its vertical edge.

    Of two corners at one point the first on a row is the one whose edge comes from the left, and the
    first on a column the one whose edge comes from above: the corner around the upper pixel (kinds 1
    and 3) has its edge above; around a left pixel (kinds 1 and 4) it has it on the left.
    """
    on_right = np.isin(kinds, (2, 3))
    below = np.isin(kinds, (2, 4))
    by_row = np.lexsort((on_right, corners_xy[:, 0], corners_xy[:, 1]))
    by_column = np.lexsort((below, corners_xy[:, 1], corners_xy[:, 0]))
    return _partners(by_row), _partners(by_column)


def _partners(order: NDArray[np.int64]) -> NDArray[np.int64]:
    """Partner of each corner, given an order in which neighbours 0-1, 2-3, ... belong together."""
    partner = np.empty_like(order)
    partner[order[0::2]] = order[1::2]
    partner[order[1::2]] = order[0::2]
    return partner


def _walk(along_row: NDArray[np.int64], along_column: NDArray[np.int64]) -> list[list[int]]:
    """Follow horizontal and vertical edges in turn; each corner is on exactly one loop."""
    rows, columns = along_row.tolist(), along_column.tolist()
    seen = bytearray(len(rows))
    loops = []
    for start in range(len(rows)):
        if seen[start]:
            continue
        loop: list[int] = []
        corner = start
        while not seen[corner]:
            across = rows[corner]
            loop += (corner, across)
            seen[corner] = seen[across] = 1
            corner = columns[across]
        loops.append(loop)
    return loops


def _signed_area(points_xy: NDArray[np.int64], row: int) -> int:
    """Area of a loop, positive around foreground, given the foreground row at its first edge.

    The walk may have gone either way round. Turned so that the foreground at the first edge lies on
    the right of it (image coordinates), an outer loop is clockwise and a hole counter-clockwise.
    """
    x, y = points_xy[:, 0], points_xy[:, 1]
    doubled = int(x @ np.roll(y, -1) - y @ np.roll(x, -1))
    goes_right = x[1] > x[0]
    foreground_below = row > y[0]
    return doubled if goes_right == foreground_below else -doubled


def _cut_in(outer_xy: NDArray[np.int64], holes: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Join each hole to the outer loop at the nearest pair of corners by going there and back."""
    if not holes:
        return outer_xy
    detours: dict[int, list[NDArray[np.int64]]] = {}
    for hole_xy, (at_outer, at_hole) in zip(holes, _nearest_pairs(outer_xy, holes), strict=True):
        around = np.concatenate([np.roll(hole_xy, -at_hole, axis=0), hole_xy[at_hole : at_hole + 1]])
        detours.setdefault(at_outer, []).append(around)
    pieces = []
    done = 0
    for at_outer in sorted(detours):
        pieces.append(outer_xy[done : at_outer + 1])
        for around in detours[at_outer]:
            pieces += (around, outer_xy[at_outer : at_outer + 1])
        done = at_outer + 1
    return np.concatenate([*pieces, outer_xy[done:]])


def _nearest_pairs(outer_xy: NDArray[np.int64], holes: list[NDArray[np.int64]]) -> list[tuple[int, int]]:
    """For each hole the indices of the nearest two corners, of the outer loop and of the hole."""
    from scipy.spatial import KDTree  # only masks with holes pay for the import

    distances, at_outer = KDTree(outer_xy).query(np.concatenate(holes))
    pairs = []
    start = 0
    for hole_xy in holes:
        at_hole = int(distances[start : start + len(hole_xy)].argmin())
        pairs.append((int(at_outer[start + at_hole]), at_hole))
        start += len(hole_xy)
    return pairs
