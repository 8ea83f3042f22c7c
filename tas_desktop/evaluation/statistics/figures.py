"""Shares with their uncertainty, and quartiles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_Z95 = 1.959964  # two-sided 95 % of the normal distribution


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` out of ``of``."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """In [0, 1]; None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval by Wilson (1927), which holds for small counts too; (0, 1) of nothing."""
        if not self.of:
            return 0.0, 1.0
        n, p, z2 = self.of, self.hits / self.of, _Z95**2
        centre = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z95 / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
        return max(centre - half, 0.0), min(centre + half, 1.0)


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The middle of some numbers and where their middle half lies."""

    lower: float
    median: float
    upper: float
    count: int

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Quartiles | None:
        """None of no numbers."""
        if not numbers:
            return None
        lower, median, upper = (float(q) for q in np.percentile(numbers, (25, 50, 75)))
        return cls(lower, median, upper, len(numbers))


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and how many numbers went into it."""

    value: float
    count: int

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Mean | None:
        """None of no numbers."""
        return cls(float(np.mean(numbers)), len(numbers)) if numbers else None
