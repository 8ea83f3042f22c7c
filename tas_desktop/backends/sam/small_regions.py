"""Small holes filled and small islands dropped, as Sam's mask generator does, at the cost of the mask only.

segment_anything labels the whole picture for each mask. Here only the mask's box is labelled: what lies
outside is known to be background, and whether it hangs together with more than the limit is arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CONNECTIVITY = 8  # holes and islands alike, as segment_anything counts them


def without_small_regions(mask: Mask, *, smallest: int) -> tuple[Mask, bool]:
    """A mask without holes and islands of fewer than ``smallest`` pixels; its largest island always stays.

    Args:
        mask: the mask, not empty.
        smallest: area in pixels of the picture from which a region counts.

    Returns:
        the mask and whether any region was too small: also where all were and the largest stays, so that
        nothing changed, as segment_anything has it.
    """
    x, y, inside, outside = _room_around(mask, smallest)
    filled, had_holes = _fill_holes(inside, outside, smallest)
    kept, had_islands = _drop_islands(filled, smallest)
    if not had_holes and not had_islands:
        return mask, False
    return Mask.from_window(kept, x=x, y=y, height=mask.height, width=mask.width), True


def _room_around(
    mask: Mask, smallest: int
) -> tuple[int, int, NDArray[np.bool_], tuple[tuple[int, int], tuple[int, int]]]:
    """The mask's box, grown to the picture's border wherever less than ``smallest`` pixels are beyond it.

    Returns:
        left and top of the grown box, the mask inside it, and, as ``numpy.pad`` takes it, on which sides
        (above, below; left, right) a large background goes on outside.
    """
    left, top, tight = mask.window()
    rows, columns = tight.shape
    above, below = top, mask.height - top - rows
    before, behind = left, mask.width - left - columns
    grow_rows = tuple(room if 0 < room * mask.width < smallest else 0 for room in (above, below))
    grow_columns = tuple(room if 0 < room * mask.height < smallest else 0 for room in (before, behind))
    inside = np.pad(tight, (grow_rows, grow_columns))
    goes_on = (
        (int(above > grow_rows[0]), int(below > grow_rows[1])),
        (int(before > grow_columns[0]), int(behind > grow_columns[1])),
    )
    return left - grow_columns[0], top - grow_rows[0], inside, goes_on


def _fill_holes(
    inside: NDArray[np.bool_], goes_on: tuple[tuple[int, int], tuple[int, int]], smallest: int
) -> tuple[NDArray[np.bool_], bool]:
    (above, below), (before, behind) = goes_on
    background = np.pad(~inside, goes_on, constant_values=True)  # a line that stands for all beyond it
    labels, sizes = _regions(background)
    beyond = np.zeros(background.shape, bool)
    beyond[:above] = beyond[background.shape[0] - below :] = True
    beyond[:, :before] = beyond[:, background.shape[1] - behind :] = True
    fill = sizes < smallest
    fill[np.unique(labels[beyond])] = False
    fill[0] = True  # label 0 is what is no background: the mask
    rows, columns = inside.shape
    filled = fill[labels[above : above + rows, before : before + columns]]
    return np.asarray(filled), bool(fill[1:].any())


def _drop_islands(inside: NDArray[np.bool_], smallest: int) -> tuple[NDArray[np.bool_], bool]:
    labels, sizes = _regions(inside)
    keep = sizes >= smallest
    keep[0] = False
    changed = not keep[1:].all()
    if not keep.any() and len(sizes) > 1:
        keep[1 + int(sizes[1:].argmax())] = True
    return np.asarray(keep[labels]), changed


def _regions(of: NDArray[np.bool_]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Labels of the connected regions, 0 where there is none, and the area of each label."""
    _count, labels, stats, _centres = cv2.connectedComponentsWithStats(
        of.astype(np.uint8), connectivity=_CONNECTIVITY
    )
    return np.asarray(labels, np.int32), stats[:, cv2.CC_STAT_AREA].astype(np.int64)
