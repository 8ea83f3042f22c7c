"""Outlines through pixel centres, for clients that fill polygons and draw their edges too.

ReasonSeg's reader draws with cv2, PhraseCut's with Pillow (formats.md section 0, clause 3; section 3). Each
8-connected part gives one outline; a hole is cut in by a detour: from the hole's leftmost border pixel along
the row to the next border on its left and back. All of it runs over pixels of the mask, so that drawn edges
add none, and the two ways of the detour cancel in an even-odd fill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Points = list[tuple[int, int]]


def trace_outlines(mask_hw: NDArray[Any]) -> list[list[list[int]]]:
    """Closed outlines ``[[x, y], …]`` of a mask, shape (height, width); non-zero is foreground.

    Three points at least; a part of one or two pixels repeats its last.
    """
    inside = np.ascontiguousarray(np.asarray(mask_hw) != 0, dtype=np.uint8)
    chains, levels = cv2.findContours(inside, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if not chains:
        return []
    borders = [[(int(x), int(y)) for x, y in chain[:, 0]] for chain in chains]
    outlines = []
    for number, (_, _, first_hole, parent) in enumerate(levels[0]):
        if parent < 0:
            holes = []
            while first_hole >= 0:
                holes.append(borders[first_hole])
                first_hole = levels[0][first_hole][0]  # noqa: PLW2901 - the next of a linked list
            outlines.append(_closed(_with_holes(borders[number], holes, inside)))
    return outlines


def _with_holes(outer: Points, holes: list[Points], inside_hw: NDArray[np.uint8]) -> Points:
    """One chain around a part and, by detours, around each of its holes, from left to right.

    On a hole's left lies the part's own edge or a hole that begins further left, so that each detour ends on
    a chain that is reached already.
    """
    children: dict[tuple[int, int], list[Points]] = {}
    for hole in holes:
        start = min(range(len(hole)), key=lambda place: hole[place])
        turned = hole[start:] + hole[:start]
        children.setdefault(_left_border(turned[0], inside_hw), []).append(turned)
    return _joined(outer, children) if children else outer


def _left_border(point: tuple[int, int], inside_hw: NDArray[np.uint8]) -> tuple[int, int]:
    """The last pixel of the mask on the left of one, in its row."""
    x, y = point
    outside = np.flatnonzero(inside_hw[y, :x] == 0)
    return (int(outside[-1]) + 1 if len(outside) else 0), y


def _joined(outer: Points, children: dict[tuple[int, int], list[Points]]) -> Points:
    """Insert each hole's chain at the pixel where its detour begins; a detour's pixel is used once.

    Without recursion: a mesh has thousands of holes, each hanging on the one before.
    """
    path: Points = []
    waiting: list[tuple[Points, int]] = [(outer, 0)]
    while waiting:
        chain, place = waiting.pop()
        while place < len(chain):
            point = chain[place]
            place += 1
            path.append(point)
            hanging = children.pop(point, None)
            if hanging:
                # On the way back each detour returns to this pixel before the chain goes on.
                waiting.append((chain, place))
                waiting.extend(([*hole, hole[0], point], 0) for hole in hanging)
                break
    return path


def _closed(chain: Points) -> list[list[int]]:
    """Corners only, at least three points."""
    corners = [list(point) for point in _corners(chain)]
    return corners + [corners[-1]] * (3 - len(corners))


def _corners(chain: Points) -> Points:
    """Leave out points on the straight way from the one before to the one after."""
    kept: Points = []
    for point in chain:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _goes_on(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _goes_on(before: tuple[int, int], here: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether three points lie on one line of eight directions, in order."""
    first = (here[0] - before[0], here[1] - before[1])
    second = (after[0] - here[0], after[1] - here[1])
    aligned = first[0] * second[1] == first[1] * second[0]
    return aligned and first[0] * second[0] + first[1] * second[1] > 0
