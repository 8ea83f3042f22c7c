"""The mask under repair: painted in tiles, with steps that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tas_desktop.domain.mask_holes import holes_of
from tas_desktop.domain.tiles import SIDE, is_full, mask_of, part_of, tidied, tile_shape, tiles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.patch import Patch
    from tas_desktop.domain.tiles import Place, Tile


@dataclass(slots=True)
class Step:
    """One thing that was done, as undo names it.

    Attributes:
        how: what it was done with: ``brush``, ``polygon``, ``point``, ...
        memo: what belongs to it beside the pixels; the buffer only keeps it.
        before, after: the tiles that it changed; None where one is empty.
    """

    how: str
    memo: Any = None
    before: dict[Place, Tile | None] = field(default_factory=dict)
    after: dict[Place, Tile | None] = field(default_factory=dict)


class EditBuffer:
    """One mask in tiles of the picture; a step costs what its outline costs, taking it back next to nothing.

    Args:
        mask: what to start from; empty for a mask by hand.
    """

    def __init__(self, mask: Mask) -> None:
        self.height, self.width = mask.height, mask.width
        self.start = mask
        self.revision = 0
        self._tiles: dict[Place, Tile] = tiles_of(mask)
        self._encoded = (0, mask)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open: Step | None = None
        self._own: dict[Place, Tile] = {}
        """Tiles of the open step, which alone are written to."""

    @property
    def done(self) -> Sequence[Step]:
        """Steps in effect, oldest first."""
        return self._done

    @property
    def undone(self) -> Sequence[Step]:
        """Steps taken back; the last is the next to redo."""
        return self._undone

    def part(self, *, rows: range, columns: range) -> NDArray[np.uint8]:
        """Some rows and columns as they are now, uint8 (len(rows), len(columns)) of 0 and 1."""
        return part_of(self._tiles, rows=rows, columns=columns)

    def paint(self, patch: Patch, *, add: bool) -> None:
        """Add the covered pixels to the mask, or cut them, as part of the open step.

        Raises:
            RuntimeError: no step is open.
        """
        step = self._step()
        changed = False
        for place, inside, (rows, columns) in _by_tile(patch):
            tile = self._tiles.get(place)
            now = False if tile is None else tile[rows, columns]
            if (inside > now if add else inside & now).any():
                self._writable(place, step)[rows, columns][inside] = add
                changed = True
        self.revision += changed

    def paint_mask(self, mask: Mask, *, add: bool) -> None:
        """Add a mask of the picture, or cut it, as part of the open step; see `paint`."""
        step = self._step()
        changed = False
        for place, tile in tiles_of(mask).items():
            before = self._tiles.get(place)
            after = _added(before, tile) if add else _cut(before, tile)
            if after is not before:
                self._take_over(place, step)
                self._put(place, after)
                changed = True
        self.revision += changed

    def open_step(self, how: str, *, memo: Any = None) -> None:
        """What follows is one step; one that was open is closed."""
        self.close_step()
        self._open = Step(how, memo)

    def close_step(self, *, keep_empty: bool = False) -> bool:
        """The step is complete; return whether it changed anything (else it is forgotten).

        Args:
            keep_empty: keep it even so: a click that only confirms the mask is still one.
        """
        step, self._open = self._open, None
        for place, tile in self._own.items():
            if self._tiles.get(place) is tile:
                self._put(place, tidied(tile))
        self._own.clear()
        if step is None or not (step.before or keep_empty):
            return False
        step.after = {place: self._tiles.get(place) for place in step.before}
        self._done.append(step)
        self._undone.clear()
        return True

    def fill_holes(self, *, how: str) -> bool:
        """Add what the mask encloses, in one step; return whether there was any."""
        self.open_step(how)
        self.paint_mask(holes_of(self.to_mask()), add=True)
        return self.close_step()

    def undo(self) -> Step | None:
        """Take the newest step back and return it."""
        self.close_step()
        if not self._done:
            return None
        step = self._done.pop()
        self._restore(step.before)
        self._undone.append(step)
        return step

    def redo(self) -> Step | None:
        """Do the step taken back last once more and return it."""
        self.close_step()
        if not self._undone:
            return None
        step = self._undone.pop()
        self._restore(step.after)
        self._done.append(step)
        return step

    def to_mask(self) -> Mask:
        """The mask as it is now."""
        if self._encoded[0] != self.revision:
            self._encoded = self.revision, mask_of(self._tiles, height=self.height, width=self.width)
        return self._encoded[1]

    def _step(self) -> Step:
        if self._open is None:
            raise RuntimeError("no step is open")
        return self._open

    def _take_over(self, place: Place, step: Step) -> None:
        """Remember what a tile was before the open step."""
        if place not in step.before:
            step.before[place] = self._tiles.get(place)

    def _writable(self, place: Place, step: Step) -> Tile:
        """A tile of the open step's own."""
        tile, own = self._tiles.get(place), self._own.get(place)
        if own is not None and own is tile:
            return own
        self._take_over(place, step)
        shape = tile_shape(place, height=self.height, width=self.width)
        made = np.zeros(shape, bool, order="F") if tile is None else tile.copy(order="F")
        self._tiles[place] = self._own[place] = made
        return made

    def _put(self, place: Place, tile: Tile | None) -> None:
        if tile is None:
            self._tiles.pop(place, None)
        else:
            self._tiles[place] = tile

    def _restore(self, tiles: dict[Place, Tile | None]) -> None:
        for place, tile in tiles.items():
            self._put(place, tile)
        self.revision += 1


def _added(before: Tile | None, tile: Tile) -> Tile | None:
    """A tile with another's pixels; the very same where that adds none."""
    if before is None:
        return tile
    if is_full(before) or not (tile > before).any():
        return before
    return tidied(before | tile)


def _cut(before: Tile | None, tile: Tile) -> Tile | None:
    """A tile without another's pixels; the very same where that cuts none."""
    if before is None or is_full(tile):
        return None
    if is_full(before):
        return tidied(~tile)
    return tidied(before > tile) if (before & tile).any() else before


def _by_tile(patch: Patch) -> Iterator[tuple[Place, NDArray[np.bool_], tuple[slice, slice]]]:
    """The covered pixels of each tile, with where in it they lie."""
    x, y, w, h = patch.box_xywh
    if not w or not h:
        return
    for tile_row in range(y // SIDE, (y + h - 1) // SIDE + 1):
        top, bottom = max(y, tile_row * SIDE), min(y + h, (tile_row + 1) * SIDE)
        for tile_column in range(x // SIDE, (x + w - 1) // SIDE + 1):
            left, right = max(x, tile_column * SIDE), min(x + w, (tile_column + 1) * SIDE)
            inside = patch.inside_hw[top - y : bottom - y, left - x : right - x]
            rows = slice(top - tile_row * SIDE, bottom - tile_row * SIDE)
            columns = slice(left - tile_column * SIDE, right - tile_column * SIDE)
            yield (tile_row, tile_column), inside, (rows, columns)
