"""Signed contributions to the scores of an image's candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.ranking import NegativeCost

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Signed contributions of N candidates, weights applied; float64.

    Attributes:
        v_n, p_n, n_n: shape (N,): what is seen, what captions say, what negatives cost; their sum is the
            total before the rectifier.
        negatives: the K phrases that cost something, without repeats.
        costs_nk: shape (N, K): what each phrase contributed to ``n_n``.
    """

    v_n: NDArray[np.float64]
    p_n: NDArray[np.float64]
    n_n: NDArray[np.float64]
    negatives: tuple[str, ...]
    costs_nk: NDArray[np.float64]

    @classmethod
    def seen(cls, v_n: NDArray[np.float64]) -> Terms:
        """Terms of a method that only looks."""
        zero_n = np.zeros(len(v_n))
        return cls(v_n, zero_n, zero_n, (), np.zeros((len(v_n), 0)))

    @classmethod
    def none(cls, count: int) -> Terms:
        """Terms that say nothing about so many candidates."""
        return cls.seen(np.zeros(count))

    @property
    def total_n(self) -> NDArray[np.float64]:
        """S before the rectifier."""
        return self.v_n + self.p_n + self.n_n

    def negative_costs(self, index: int) -> tuple[NegativeCost, ...]:
        """What each negative phrase cost candidate ``index``, the most expensive first."""
        costs = [NegativeCost(p, float(c)) for p, c in zip(self.negatives, self.costs_nk[index], strict=True)]
        return tuple(sorted(costs, key=lambda cost: cost.cost))
