"""Random regions with fixed shares of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.starter.regions.labels import RegionKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.starter.regions.pool import RegionPool


class RegionDraw:
    """Draws indices of a pool, with replacement.

    Args:
        pool: what to draw from.
        kind_shares: share of each ``RegionKind``; kinds that the pool lacks give theirs to the others.
        rng: of the choices.
    """

    def __init__(self, pool: RegionPool, *, kind_shares: tuple[float, ...], rng: np.random.Generator) -> None:
        self._rng = rng
        self._of_kind = [np.flatnonzero(pool.labels[:, 0] == kind) for kind in RegionKind]
        shares = np.array(kind_shares) * [len(rows) > 0 for rows in self._of_kind]
        self._shares = shares / shares.sum()

    def draw(self, size: int) -> NDArray[np.int64]:
        """Indices of ``size`` regions."""
        counts = self._rng.multinomial(size, self._shares)
        drawn = [self._rng.choice(rows, n) for rows, n in zip(self._of_kind, counts, strict=True) if n]
        return np.asarray(np.concatenate(drawn), dtype=np.int64)
