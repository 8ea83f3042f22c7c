"""A mask in square tiles, of which only those that its outline crosses are written out.

What is inside and what is outside costs nothing, so that taking a mask of any size apart, adding or cutting
it and putting it together again cost what its outline costs. Tiles are never changed once they are in use:
two masks may share them, and what a step of an undo stack keeps are the tiles before and after.

Tiles lie in memory column after column, as COCO's runs go.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    Place: TypeAlias = tuple[int, int]
    """Row and column of a tile; tile (0, 0) begins at the picture's first pixel."""

    Tile: TypeAlias = NDArray[np.bool_]
    """Bool, `SIDE` x `SIDE`, or as much of it as lies in the picture."""

    Tiles: TypeAlias = Mapping[Place, Tile]
    """Tiles by place; one that is missing is empty."""

SIDE: Final = 256
"""Pixels, a multiple of 8: few enough that little beside an outline is touched, enough for few tiles."""

_ONES: Final = np.uint64(0x0101_0101_0101_0101)


@lru_cache(maxsize=64)
def full_tile(height: int, width: int) -> Tile:
    """The tile that is inside all over; takes no memory."""
    return np.broadcast_to(np.True_, (height, width))


def is_full(tile: Tile) -> bool:
    """Whether a tile is a `full_tile`."""
    return tile.strides == (0, 0)


def tile_shape(place: Place, *, height: int, width: int) -> tuple[int, int]:
    """Rows and columns of a tile of a picture."""
    return min(SIDE, height - place[0] * SIDE), min(SIDE, width - place[1] * SIDE)


def tidied(tile: Tile) -> Tile | None:
    """The same tile, read-only, in the least room: None for an empty one."""
    if tile.all():
        return full_tile(*tile.shape)
    if not tile.any():
        return None
    tile.setflags(write=False)
    return tile


def tiles_of(mask: Mask) -> dict[Place, Tile]:
    """Take a mask apart; undone by `mask_of`.

    Raises:
        ValueError: the mask's counts are no encoding.
    """
    height, width, ends = mask.height, mask.width, mask.to_ends()
    if not len(ends):
        return {}
    column, row = np.divmod(ends, height)
    tops = _values_at_tops(column, row, height=height, width=width)
    columns_full = np.add.reduceat(tops, np.arange(0, width, SIDE), axis=0).T  # (tile rows, tile columns)
    widths = np.minimum(SIDE, width - SIDE * np.arange(columns_full.shape[1]))
    crossed = (columns_full > 0) & (columns_full < widths)
    below_top = row % SIDE > 0
    crossed[row[below_top] // SIDE, column[below_top] // SIDE] = True
    tiles = {}
    for place in _places((columns_full == widths) & ~crossed):
        tiles[place] = full_tile(*tile_shape(place, height=height, width=width))
    written = _written_out(column[below_top], row[below_top], tops, crossed)
    for place, turned in zip(_places(crossed), written, strict=True):
        rows, columns = tile_shape(place, height=height, width=width)
        tiles[place] = turned[:columns, :rows].T
    return tiles


def mask_of(tiles: Tiles, *, height: int, width: int) -> Mask:
    """Put a mask together.

    Args:
        tiles: by place.
        height: rows of the picture.
        width: its columns.
    """
    rows = -(-height // SIDE)
    first, last = np.zeros((2, width, rows), bool)  # what each tile has in its first and last row
    ends = []
    for place, tile in tiles.items():
        top, left = place[0] * SIDE, place[1] * SIDE
        part = slice(left, left + tile.shape[1])
        first[part, place[0]], last[part, place[0]] = tile[0], tile[-1]
        if not is_full(tile) and len(tile) > 1:
            turned = tile.T
            column, row = np.divmod(np.flatnonzero(turned[:, 1:] ^ turned[:, :-1]), len(tile) - 1)
            ends.append((column + left) * height + row + top + 1)
    before = np.concatenate(([False], last.ravel()[:-1])).reshape(width, rows)
    column, tile_row = np.nonzero(first != before)
    ends.append(column * height + tile_row * SIDE)
    return Mask.from_ends(np.sort(np.concatenate(ends)), height=height, width=width)


def part_of(tiles: Tiles, *, rows: range, columns: range) -> NDArray[np.uint8]:
    """Some rows and columns of a mask, uint8 (len(rows), len(columns)) of 0 and 1.

    Args:
        tiles: by place.
        rows: inside the picture, ascending.
        columns: inside the picture, ascending.
    """
    part = np.zeros((len(rows), len(columns)), np.uint8)
    if not part.size:
        return part
    for tile_row in range(rows[0] // SIDE, rows[-1] // SIDE + 1):
        down, seen_rows = _seen(rows, tile_row)
        for tile_column in range(columns[0] // SIDE, columns[-1] // SIDE + 1):
            tile = tiles.get((tile_row, tile_column))
            if tile is not None:
                across, seen_columns = _seen(columns, tile_column)
                part[down, across] = tile[seen_rows, seen_columns]
    return part


def _values_at_tops(
    column: NDArray[np.int64], row: NDArray[np.int64], *, height: int, width: int
) -> NDArray[np.int64]:
    """What the mask has in the first row of every tile row, 0 or 1, shape (width, tile rows)."""
    rows = -(-height // SIDE)
    # Each end turns the values from the next first row on, in this column or the ones after it.
    turns = np.bincount(column * rows + -(-row // SIDE), minlength=width * rows)
    return (np.cumsum(turns[: width * rows]) & 1).reshape(width, rows)


def _written_out(
    column: NDArray[np.int64], row: NDArray[np.int64], tops: NDArray[np.int64], crossed: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """The crossed tiles in the order of their places, (tiles, columns, rows), from the ends inside them."""
    number = np.cumsum(crossed.ravel()).reshape(crossed.shape) - 1
    turns = np.zeros((int(crossed.sum()), SIDE, SIDE), np.uint8)
    for index, (tile_row, tile_column) in enumerate(_places(crossed)):
        own = tops[tile_column * SIDE : (tile_column + 1) * SIDE, tile_row]
        turns[index, : len(own), 0] = own
    turns[number[row // SIDE, column // SIDE], column % SIDE, row % SIDE] = 1
    # Inside is where an odd number of ends lies above. Eight rows of a column are one word's bytes;
    # its product with ones has in each byte the sum of the bytes up to it: three times as fast as row by row.
    words = turns.view("<u8")
    words *= _ONES
    in_word = turns[:, :, 7::8]
    above = (np.cumsum(in_word, axis=2, dtype=np.uint8) - in_word) & 1
    words += above * _ONES
    words &= _ONES
    written = turns.view(np.bool_)
    written.setflags(write=False)
    return written


def _places(chosen: NDArray[np.bool_]) -> Iterator[Place]:
    """Places of chosen tiles, row by row."""
    rows, columns = np.nonzero(chosen)
    return zip(rows.tolist(), columns.tolist(), strict=True)


def _seen(axis: range, tile: int) -> tuple[slice, slice]:
    """Which of the chosen rows (or columns) lie in a tile row, and where in it."""
    begin, step = tile * SIDE, axis.step
    low = max(0, -(-(begin - axis.start) // step))
    high = min(len(axis), -(-(begin + SIDE - axis.start) // step))
    if high <= low:
        return slice(0, 0), slice(0, 0)
    start = axis.start + low * step - begin
    return slice(low, high), slice(start, start + (high - low - 1) * step + 1, step)
