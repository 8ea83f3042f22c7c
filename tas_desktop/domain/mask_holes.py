"""What a mask encloses, run by run: no pixel is written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from numpy.typing import NDArray


def holes_of(mask: Mask) -> Mask:
    """Pixels that a mask encloses: background without a way off the picture through side neighbours.

    Only gaps between two runs of one column can be enclosed. Gaps that touch in neighbouring columns are one
    hole, and it is open where one of them looks past the end of the column beside it.
    """
    height, width = mask.height, mask.width
    column, first, last = _runs_by_column(mask.to_ends(), height=height, width=width)
    same = np.flatnonzero((column[1:] == column[:-1]) & (first[1:] > last[:-1]))
    gap_column, top, bottom = column[same], last[same], first[same + 1]
    reach_top, reach_bottom = np.full(width + 2, height), np.zeros(width + 2, np.int64)
    reach_top[column[::-1] + 1] = first[::-1]  # the first run of a column is written last
    reach_bottom[column + 1] = last
    is_open = np.zeros(len(same), bool)
    for beside in (gap_column, gap_column + 2):
        is_open |= (top < reach_top[beside]) | (bottom > reach_bottom[beside])
    label = _joined(len(same), *_touching(gap_column, top, bottom, height=height))
    open_label = np.zeros(len(same), bool)
    open_label[label[is_open]] = True
    kept = ~open_label[label]
    begin = gap_column * height
    ends = np.stack((begin + top, begin + bottom), axis=1)[kept].ravel()
    return Mask.from_ends(ends, height=height, width=width)


def _runs_by_column(
    ends: NDArray[np.int64], *, height: int, width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Column, first row and one past the last row of each run, cut where it goes on in the next column."""
    if len(ends) % 2:
        ends = np.append(ends, height * width)
    start, stop = ends[::2], ends[1::2]
    columns = (stop - 1) // height - start // height + 1
    run = np.repeat(np.arange(len(start)), columns)
    column = start[run] // height + np.arange(len(run)) - np.repeat(np.cumsum(columns) - columns, columns)
    first = np.maximum(start[run] - column * height, 0)
    return column, first, np.minimum(stop[run] - column * height, height)


def _touching(
    column: NDArray[np.int64], top: NDArray[np.int64], bottom: NDArray[np.int64], *, height: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of gaps in neighbouring columns that share a row; gaps are ordered by column and row."""
    place, following = column * (height + 1), (column + 1) * (height + 1)
    low = np.searchsorted(place + bottom, following + top, side="right")
    high = np.searchsorted(place + top, following + bottom, side="left")
    count = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(column)), count)
    other = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count) + low[one]
    return one, other


def _joined(count: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same label for all that pairs join: each takes its neighbours' lowest until none changes."""
    label = np.arange(count)
    while (label[one] != label[other]).any():
        low = np.minimum(label[one], label[other])
        np.minimum.at(label, label[one], low)
        np.minimum.at(label, label[other], low)
        while (label[label] != label).any():
            label = label[label]
    return label
