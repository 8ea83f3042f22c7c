"""Means of a heat map inside and outside masks, taken from its grid alone.

A map on a grid is enlarged bilinearly to the picture and averaged over each mask. Both are linear, so that
one matrix for each image does it for every map of every text: no keystroke enlarges anything or looks at a
mask. The same holds for a map that is multiplied by a ramp first (HybridGL's directions, methods.md 5.3, 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.engine.sampling import Taps, enlarging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal


class Ramp(IntEnum):
    """What a map is multiplied by: rows of the arrays of `pooling_matrices`."""

    NONE = 0
    LEFT = 1  # 1 at the left border, 0 at the right
    RIGHT = 2
    MIDDLE = 3  # 1 in the middle column, 0 at both borders


def pooling_matrices(
    proposals: Sequence[Proposal],
    *,
    height: int,
    width: int,
    grid_hw: tuple[int, int],
    via_px: int | None = None,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Matrices from a map on a grid of G places to its means.

    Args:
        proposals: N.
        height: rows of the picture.
        width: its columns.
        grid_hw: places of the grid.
        via_px: side of a square that the map is enlarged to first, where upstream does so.

    Returns:
        Inside each of N masks, shape (4, N, G), and over the whole picture, shape (4, G); the first axis is
        `Ramp`.
    """
    down, across = (
        _enlarging(length, grid, via_px) for length, grid in zip((height, width), grid_hw, strict=True)
    )
    ramped = [(ramp[:, None] * across).astype(np.float32) for ramp in ramps(width)]
    whole = [np.outer(down.mean(0), columns.mean(0)).reshape(-1) for columns in ramped]
    inside = np.zeros((len(ramped), len(proposals), down.shape[1] * across.shape[1]), np.float32)
    for n, proposal in enumerate(proposals):
        x, y, inside_hw = proposal.mask.window()
        rows, columns = inside_hw.shape
        gathered = down[y : y + rows].T @ inside_hw.astype(np.float32) / max(1, proposal.mask.area)
        for r, one in enumerate(ramped):
            inside[r, n] = (gathered @ one[x : x + columns]).reshape(-1)
    return inside, np.stack(whole).astype(np.float32)


def ramps(width: int) -> tuple[NDArray[np.float64], ...]:
    """Each `Ramp` over the columns of a picture, shape (width,)."""
    left = np.linspace(1.0, 0.0, width)
    half = width // 2
    middle = np.concatenate([np.linspace(0.0, 1.0, half), np.linspace(1.0, 0.0, width - half)])
    return np.ones(width), left, left[::-1], middle


@dataclass(frozen=True, slots=True, eq=False)
class Pooling:
    """The matrices of an image, at work.

    Attributes:
        inside_rng: shape (4, N, G).
        whole_rg: shape (4, G).
        share_n: share of the picture that each mask covers.
        size_hw: rows and columns of the picture.
        grid_hw: places of the grid.
        via_px: see `pooling_matrices`.
    """

    inside_rng: NDArray[np.float32]
    whole_rg: NDArray[np.float32]
    share_n: NDArray[np.float64]
    size_hw: tuple[int, int]
    grid_hw: tuple[int, int]
    via_px: int | None = None

    def inside(self, heat_g: NDArray[np.float64], *, ramp: Ramp = Ramp.NONE) -> NDArray[np.float64]:
        """Mean of the map inside each mask, shape (N,)."""
        return np.asarray(self.inside_rng[ramp].astype(np.float64) @ heat_g)

    def whole(self, heat_g: NDArray[np.float64], *, ramp: Ramp = Ramp.NONE) -> float:
        """Mean of the map over the picture."""
        return float(self.whole_rg[ramp].astype(np.float64) @ heat_g)

    def outside(self, heat_g: NDArray[np.float64], *, ramp: Ramp = Ramp.NONE) -> NDArray[np.float64]:
        """Mean of the map outside each mask, shape (N,); 0 where a mask covers everything."""
        rest_n = 1.0 - self.share_n
        left_n = self.whole(heat_g, ramp=ramp) - self.share_n * self.inside(heat_g, ramp=ramp)
        return np.asarray(np.where(rest_n > 1e-9, left_n / np.maximum(rest_n, 1e-9), 0.0), np.float64)

    def stretched(self, heat_g: NDArray[np.float64]) -> NDArray[np.float64]:
        """The map moved and scaled so that it goes from 0 to 1 once it is enlarged; a flat one becomes 0.

        Inside a cell of the grid an enlarged map is bilinear: its extremes lie at the outermost pixels of
        cells, so that only those are looked at.
        """
        down, across = (
            _outermost(length, grid, self.via_px)
            for length, grid in zip(self.size_hw, self.grid_hw, strict=True)
        )
        enlarged = down @ heat_g.reshape(self.grid_hw) @ across.T
        low, high = float(enlarged.min()), float(enlarged.max())
        return (heat_g - low) / (high - low) if high > low else np.zeros_like(heat_g)


def _enlarging(length: int, grid: int, via_px: int | None) -> NDArray[np.float32]:
    if via_px is None:
        return Taps.between(grid, size=length).matrix(grid)
    return enlarging(length, grid=grid, via=via_px)


@lru_cache(maxsize=16)
def _outermost(length: int, grid: int, via_px: int | None) -> NDArray[np.float64]:
    """Rows of the enlarging matrix at the first and last pixel of each cell; all where cells are shrunk.

    Remembered, read-only: every sentence about a picture asks for the same two.
    """
    matrix = _enlarging(length, grid, via_px).astype(np.float64)
    cells = via_px or grid
    if length >= cells:
        turn = np.flatnonzero(np.diff(Taps.between(cells, size=length).first)) + 1
        matrix = matrix[np.unique(np.concatenate([[0], turn - 1, turn, [length - 1]]))]
    matrix.setflags(write=False)
    return matrix
