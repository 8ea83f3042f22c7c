"""The orders of the review queue.

The queue goes picture by picture: on another picture the annotator has to look about anew, on the same
one not. A picture stands where its most doubtful open expression would; on the picture the open
expressions come in the same order.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.storage.review_values import EXPRESSION_STATUSES
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.session.review.columns import QueueColumns

UNDECIDED = EXPRESSION_STATUSES.index(ExpressionStatus.UNDECIDED)


class QueueOrder(StrEnum):
    """How the pictures are ordered."""

    DATASET = "dataset"  # as they were added
    MARGIN = "margin"  # the smallest margin between first and second candidate first
    DISAGREEMENT = "disagreement"  # where V, P and N differ most first
    RANDOM = "random"  # shuffled by a seed, the same on every machine and after every start


def expression_keys(
    columns: QueueColumns, order: QueueOrder, *, seed: int = 0, rows: slice = slice(None)
) -> NDArray[np.float64]:
    """A number for each of the rows; the smallest comes first, NaN last.

    At random all rows of a picture have one number: nothing is more doubtful there than anything else.
    """
    table = columns.expressions
    if order is QueueOrder.MARGIN:
        return table.margins[rows].astype(np.float64)
    if order is QueueOrder.DISAGREEMENT:
        return -table.disagreements[rows].astype(np.float64)
    if order is QueueOrder.RANDOM:
        places = columns.image_of[rows]
        return shuffled(columns.images.ids[places], seed=seed)
    return np.arange(len(table.texts), dtype=np.float64)[rows]


def order_images(
    columns: QueueColumns, passed: NDArray[np.bool_], order: QueueOrder, *, seed: int = 0
) -> NDArray[np.int64]:
    """Places of the pictures with at least one row that passed, in order.

    Pictures whose order cannot be told (no prediction, nothing open) follow as they were added.

    Args:
        columns: the queue's table.
        passed: for each row whether the filter lets it through.
        order: the order.
        seed: of the random order.
    """
    if not len(columns.images.ids):
        return np.zeros(0, dtype=np.int64)
    begins = columns.firsts[:-1]
    places = np.flatnonzero(np.logical_or.reduceat(passed, begins))
    if order is QueueOrder.DATASET:
        return places
    keys = expression_keys(columns, order, seed=seed)
    if order is not QueueOrder.RANDOM:
        is_open = passed & (columns.expressions.statuses == UNDECIDED)
        keys = np.where(is_open, keys, np.nan)
    first = np.fmin.reduceat(keys, begins)[places]
    return places[np.argsort(first, kind="stable")]


def shuffled(ids: NDArray[np.int64], *, seed: int) -> NDArray[np.float64]:
    """A number in [0, 1) for each id that looks random and depends on id and seed alone.

    SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014), so that adding pictures moves none of
    those that are there.
    """
    mixed = ids.astype(np.uint64) + np.uint64((seed * 0x9E3779B97F4A7C15 + 0x9E3779B97F4A7C15) % 2**64)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64) / float(2**53)
