"""Confidence intervals by the bootstrap, resampling images: sentences about one image are not independent.

Every figure is a ratio of sums over images (mIoU: IoUs over sentences; oIoU: pixels over pixels), so one draw
of images re-weights all of them, for all methods and groups at once. That is what makes the difference of
two methods *paired*: both are measured on the same draw (Efron and Tibshirani, An Introduction to the
Bootstrap, 1993, chapters 8 and 13: clusters and percentile intervals).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.domain.errors import InputRefused
from tas_desktop.evaluation.metrics import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from tas_desktop.engine.control import CancelToken
    from tas_desktop.evaluation.metrics import Comparator, Sample

MOST_REPEATS: Final = 100_000
_FEWEST_IMAGES: Final = 2
_BLOCK: Final = 64  # draws at once: 64 x 20,000 images are 10 MB


@dataclass(frozen=True, slots=True)
class Resampling:
    """How intervals are made.

    Attributes:
        repeats: draws of as many images as there are, with replacement.
        seed: of the draws; the same seed gives the same interval.
        level: share of the draws inside the interval, in (0, 1).
    """

    repeats: int = 2000
    seed: int = 0
    level: float = 0.95

    def __post_init__(self) -> None:
        if not (1 <= self.repeats <= MOST_REPEATS and 0.0 < self.level < 1.0 and self.seed >= 0):
            raise InputRefused(
                f"Intervals from {self.repeats} draws with seed {self.seed} at level {self.level}",
                next_step=f"Draws 1 to {MOST_REPEATS:,}, a seed from 0, a level between 0 and 1",
            )

    def weights(self, images: int) -> Iterator[NDArray[np.float64]]:
        """How often each image was drawn, in blocks of shape (some draws, images); the same each time."""
        generator = np.random.default_rng(self.seed)
        even = np.full(images, 1.0 / images)
        for start in range(0, self.repeats, _BLOCK):
            size = min(_BLOCK, self.repeats - start)
            yield generator.multinomial(images, even, size=size).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its interval; ``low`` and ``high`` are None where too little was measured to say."""

    value: float
    low: float | None
    high: float | None

    @property
    def excludes_zero(self) -> bool:
        """For a difference: whether it is one, at the level of the interval."""
        return self.low is not None and self.high is not None and (self.low > 0.0 or self.high < 0.0)

    def to_json(self) -> dict[str, float | None]:
        """``{"value", "low", "high"}``, rounded to 6 digits."""
        ends = {"low": self.low, "high": self.high}
        rounded = {name: None if end is None else round(end, 6) for name, end in ends.items()}
        return {"value": round(self.value, 6), **rounded}


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """What one method's samples of one group sum to, image by image.

    Attributes:
        above_gf, below_gf: numerators and denominators, shape (images, figures), columns as ``FIGURES``.
    """

    above_gf: NDArray[np.float64]
    below_gf: NDArray[np.float64]

    @classmethod
    def over(cls, samples: Sequence[Sample], *, rows: Mapping[int, int], comparator: Comparator) -> Sums:
        """Sum samples; ``rows`` gives each image of the whole evaluation its row."""
        above_gf, below_gf = np.zeros((2, len(rows), len(FIGURES)))
        for sample in samples:
            parts = np.array(sample.parts(comparator))
            above_gf[rows[sample.image_id]] += parts[:, 0]
            below_gf[rows[sample.image_id]] += parts[:, 1]
        return cls(above_gf, below_gf)

    @property
    def images_f(self) -> NDArray[np.int64]:
        """How many images each figure was measured on, shape (figures,)."""
        counts_f: NDArray[np.int64] = (self.below_gf > 0).sum(axis=0, dtype=np.int64)
        return counts_f

    @property
    def values_f(self) -> NDArray[np.float64]:
        """The figures themselves, shape (figures,); NaN where nothing was measured."""
        return _ratio(self.above_gf.sum(axis=0), self.below_gf.sum(axis=0))


def redraw(
    sums: Sequence[Sums], resampling: Resampling, *, token: CancelToken | None = None
) -> NDArray[np.float64]:
    """The figures of each draw, shape (draws, len(sums), figures); NaN where a draw has nothing of a group.

    Raises:
        Cancelled: the flag was set.
    """
    images = len(sums[0].above_gf)
    above_gk = np.concatenate([one.above_gf for one in sums], axis=1)
    below_gk = np.concatenate([one.below_gf for one in sums], axis=1)
    drawn = []
    for weights_rg in resampling.weights(images) if images else ():
        if token is not None:
            token.check()
        drawn.append(_ratio(weights_rg @ above_gk, weights_rg @ below_gk))
    values_rk = np.concatenate(drawn) if drawn else np.full((1, above_gk.shape[1]), np.nan)
    return values_rk.reshape(len(values_rk), len(sums), len(FIGURES))


def estimate(value: float, draws_r: NDArray[np.float64], *, level: float, images: int) -> Estimate | None:
    """A value with the middle ``level`` of its draws; None where nothing was measured.

    Of a single image every draw is the same: that is no certainty, and there is no interval.
    """
    if np.isnan(value):
        return None
    known = draws_r[~np.isnan(draws_r)]
    if images < _FEWEST_IMAGES or not known.size:
        return Estimate(float(value), None, None)
    outside = 50.0 * (1.0 - level)
    low, high = (float(end) for end in np.percentile(known, (outside, 100.0 - outside)))
    return Estimate(float(value), low, high)


def _ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    """Element by element; NaN where the denominator is 0, for nothing was counted there.

    oIoU of sentences whose masks are all empty is NaN here and 0 in ``Scores``: there is nothing to draw.
    """
    ratio: NDArray[np.float64] = np.full(np.shape(above), np.nan)
    np.divide(above, below, out=ratio, where=below > 0)
    return ratio
