"""Candidates as things in a picture: where each lies, and which masks are the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME_THING = 0.5
"""Intersection over the smaller mask from which two masks count as one thing."""

_PLAUSIBLE = 0.15
_LEVEL = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """N candidates in coordinates that do not depend on the picture's size.

    Attributes:
        centres_xy: float64, shape (N, 2), in [0, 1] of width and height.
        boxes_xyxy: float64, shape (N, 4), in [0, 1] of width and height.
        area_n: share of the picture, shape (N,), above 0.
        shared_nn: intersection over the smaller of two masks, shape (N, N).
        likely_n: how likely each is of the target's kind before any direction, shape (N,), best 1.
    """

    centres_xy: NDArray[np.float64]
    boxes_xyxy: NDArray[np.float64]
    area_n: NDArray[np.float64]
    shared_nn: NDArray[np.float64]
    likely_n: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.area_n)

    def things(self) -> NDArray[np.intp]:
        """One candidate for each plausible thing, likeliest first: what "the second" counts over.

        A mask of a part, or a second mask of the whole, must not count as another thing.
        """
        # Rounded, so that the last digits of equal scores do not choose between masks of one thing.
        order = np.lexsort((-self.area_n, -np.round(self.likely_n, 5)))
        kept: list[int] = []
        for i in order:
            if self.likely_n[i] >= _PLAUSIBLE and not (self.shared_nn[i, kept] > SAME_THING).any():
                kept.append(int(i))
        return np.array(kept, dtype=np.intp)

    def ahead_of(self, value_n: NDArray[np.float64], things: NDArray[np.intp]) -> NDArray[np.float64]:
        """How many other plausible things have a smaller value than each candidate, shape (N,).

        Weighted by how likely each thing is of the kind; masks of the candidate itself do not count, and
        a thing that is level with it counts half.
        """
        other_nt = self.shared_nn[:, things] <= SAME_THING
        lead_nt = (value_n[:, None] - value_n[things][None, :]) / _LEVEL + 0.5
        before_nt = np.where(other_nt, np.clip(lead_nt, 0.0, 1.0), 0.0)
        return np.asarray(before_nt @ self.likely_n[things], dtype=np.float64)


def likelihood_of_kind(total_n: NDArray[np.float64], *, likeness: float) -> NDArray[np.float64]:
    """``exp`` of the distance to the best score in units of ``likeness``, shape (N,), best 1."""
    return np.asarray(np.exp((total_n - total_n.max()) / likeness), dtype=np.float64)
