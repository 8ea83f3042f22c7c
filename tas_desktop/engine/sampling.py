"""Reading pictures and masks at other sizes, bilinearly and without smoothing, as torch's ``interpolate``.

The released programs resize tensors that way (methods.md 2). Only the pixels that are needed are read, so
that a picture of 24 megapixels is never held as floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask

    Read = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]
    """Values at rows and columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Taps:
    """The two source places of each of S target places along an axis, and the share of the second.

    Attributes:
        first, second: int64, shape (S,).
        share: float32, shape (S,), in [0, 1].
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    share: NDArray[np.float32]

    @classmethod
    def between(cls, length: int, *, size: int) -> Taps:
        """From ``length`` source places to ``size`` target places, centres half a place in."""
        at = np.maximum((np.arange(size) + 0.5) * (length / size) - 0.5, 0.0)
        first = np.minimum(at.astype(np.int64), length - 1)
        second = np.minimum(first + 1, length - 1)
        return cls(first, second, (at - first).astype(np.float32))

    def matrix(self, length: int) -> NDArray[np.float32]:
        """The same as a matrix of shape (S, length) whose rows add up to 1."""
        weights = np.zeros((len(self.first), length), np.float32)
        rows = np.arange(len(self.first))
        np.add.at(weights, (rows, self.first), 1 - self.share)
        np.add.at(weights, (rows, self.second), self.share)
        return weights


def antialiased(length: int, *, size: int) -> NDArray[np.float32]:
    """Matrix that resizes an axis linearly as torch's ``interpolate(antialias=True)``, shape (size, length).

    Where it makes smaller, each place is a mean over all that it covers; where it makes larger, it is the
    same as `Taps`.
    """
    scale = length / size
    reach = max(scale, 1.0)
    centres = (np.arange(size)[:, None] + 0.5) * scale
    weights = np.maximum(0.0, 1.0 - np.abs((np.arange(length)[None] + 0.5 - centres) / reach))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def enlarging(length: int, *, grid: int, via: int) -> NDArray[np.float32]:
    """Matrix from a grid's places to an axis, first to ``via`` places and then to ``length``."""
    first = Taps.between(grid, size=via).matrix(grid)
    return first if length == via else antialiased(via, size=length) @ first


def sample(read: Read, *, height: int, width: int, size_hw: tuple[int, int]) -> NDArray[np.float32]:
    """Something of height x width at another size.

    Args:
        read: gives its values in float32 at rows and columns, shape (rows, columns, ...).
        height: its rows.
        width: its columns.
        size_hw: rows and columns wanted.
    """
    down, across = Taps.between(height, size=size_hw[0]), Taps.between(width, size=size_hw[1])
    upper = _along(read(down.first, across.first), read(down.first, across.second), across.share)
    lower = _along(read(down.second, across.first), read(down.second, across.second), across.share)
    share = down.share.reshape(-1, *(1,) * (upper.ndim - 1))
    return np.asarray(upper * (1 - share) + lower * share, np.float32)


def _along(
    left: NDArray[np.float32], right: NDArray[np.float32], share: NDArray[np.float32]
) -> NDArray[np.float32]:
    share = share.reshape(1, -1, *(1,) * (left.ndim - 2))
    return np.asarray(left * (1 - share) + right * share, np.float32)


class MaskReader:
    """A mask that is read at single rows and columns, without its full array."""

    def __init__(self, mask: Mask) -> None:
        self.height, self.width = mask.height, mask.width
        self.x, self.y, self.inside_hw = mask.window()

    def at(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float32]:
        """1 inside and 0 outside, float32, shape (rows, columns)."""
        high, wide = self.inside_hw.shape
        found = np.zeros((len(rows), len(columns)), np.float32)
        r, c = rows - self.y, columns - self.x
        near_r, near_c = (r >= 0) & (r < high), (c >= 0) & (c < wide)
        found[np.ix_(near_r, near_c)] = self.inside_hw[np.ix_(r[near_r], c[near_c])]
        return found

    def softened(self, size_hw: tuple[int, int]) -> NDArray[np.float32]:
        """The mask at another size, bilinearly, in [0, 1]."""
        return sample(self.at, height=self.height, width=self.width, size_hw=size_hw)

    def nearest(self, size_hw: tuple[int, int]) -> NDArray[np.bool_]:
        """The mask at another size by its nearest pixel above and to the left, as torch's ``nearest``."""
        rows = (np.arange(size_hw[0]) * self.height) // size_hw[0]
        columns = (np.arange(size_hw[1]) * self.width) // size_hw[1]
        return np.asarray(self.at(rows, columns) > 0)

    def shares(self, size_hw: tuple[int, int]) -> NDArray[np.float32]:
        """Share of each place of a grid that the mask covers, places as torch's adaptive pooling has them."""
        rows, columns = self.inside_hw.shape
        down = _cover(self.height, size_hw[0])[:, self.y : self.y + rows]
        across = _cover(self.width, size_hw[1])[:, self.x : self.x + columns]
        return np.asarray(down @ self.inside_hw.astype(np.float32) @ across.T, np.float32)


def _cover(length: int, parts: int) -> NDArray[np.float32]:
    """Means over the parts of an axis, shape (parts, length)."""
    part, at = np.arange(parts)[:, None], np.arange(length)
    first, end = (part * length) // parts, -((-(part + 1) * length) // parts)
    return np.asarray(((at >= first) & (at < end)) / (end - first), np.float32)
