"""Union, intersection and difference of masks, run by run: no pixel of either is written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray


def unite(mask: Mask, other: Mask) -> Mask:
    """Pixels of either mask.

    Raises:
        ValueError: the masks differ in size.
    """
    return _combine(mask, other, np.logical_or)


def intersect(mask: Mask, other: Mask) -> Mask:
    """Pixels of both masks; see `unite`."""
    return _combine(mask, other, np.logical_and)


def subtract(mask: Mask, other: Mask) -> Mask:
    """Pixels of ``mask`` that ``other`` does not have; see `unite`."""
    return _combine(mask, other, np.greater)


def unite_all(masks: Sequence[Mask]) -> Mask:
    """Pixels of any of the masks, at least one; see `unite`."""
    united, *others = masks
    for other in others:
        united = unite(united, other)
    return united


def sample_mask(mask: Mask, *, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
    """The mask at every crossing of some rows and columns, bool (len(rows), len(columns)).

    Rows and columns beyond the picture are outside the mask.
    """
    flat = columns[None, :] * mask.height + rows[:, None]
    inside = (rows >= 0) & (rows < mask.height)
    within = inside[:, None] & ((columns >= 0) & (columns < mask.width))[None, :]
    run = np.searchsorted(mask.to_ends(), flat, side="right")
    return np.asarray((run % 2 == 1) & within)


def _combine(mask: Mask, other: Mask, rule: Callable[..., NDArray[np.bool_]]) -> Mask:
    if (mask.height, mask.width) != (other.height, other.width):
        raise ValueError(f"{mask.height}x{mask.width} and {other.height}x{other.width} cannot be combined")
    ends, other_ends = mask.to_ends(), other.to_ends()
    edges = np.unique(np.concatenate(([0], ends, other_ends)))
    inside = np.searchsorted(ends, edges, side="right") % 2 == 1
    other_inside = np.searchsorted(other_ends, edges, side="right") % 2 == 1
    value = np.asarray(rule(inside, other_inside), dtype=bool)
    changed = np.flatnonzero(np.diff(value, prepend=False))
    return Mask.from_ends(edges[changed], height=mask.height, width=mask.width)
