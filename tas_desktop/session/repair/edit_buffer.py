"""The mask under repair: painted in place, with steps that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.patch import Patch, patch_of
from tas_desktop.engine.painting import holes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BoxXywh = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Change:
    """Pixels of a box before and after, eight to a byte."""

    box_xywh: BoxXywh
    before: NDArray[np.uint8]
    after: NDArray[np.uint8]


@dataclass(slots=True)
class Step:
    """One thing that was done, as undo names it.

    Attributes:
        how: what it was done with: ``brush``, ``polygon``, ``point``, ...
        memo: what belongs to it beside the pixels; the buffer only keeps it.
    """

    how: str
    memo: Any = None
    changes: list[_Change] = field(default_factory=list)


class EditBuffer:
    """One mask as an array of the picture's size, changed in the boxes of strokes only.

    Args:
        mask: what to start from; empty for a mask by hand.
    """

    def __init__(self, mask: Mask) -> None:
        self._array = np.zeros((mask.height, mask.width), np.uint8)
        self._touched: BoxXywh | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open: Step | None = None
        self.start = mask
        self.revision = 0
        if mask.area:
            self._write(patch_of(mask), add=True)

    @property
    def array_hw(self) -> NDArray[np.uint8]:
        """The mask, 0 and 1, as it is now; to be read only, and only until the next change."""
        view = self._array.view()
        view.setflags(write=False)
        return view

    @property
    def done(self) -> Sequence[Step]:
        """Steps in effect, oldest first."""
        return self._done

    @property
    def undone(self) -> Sequence[Step]:
        """Steps taken back; the last is the next to redo."""
        return self._undone

    def paint(self, patch: Patch, *, add: bool) -> None:
        """Add the covered pixels to the mask, or cut them, as part of the open step.

        Raises:
            RuntimeError: no step is open.
        """
        if self._open is None:
            raise RuntimeError("no step is open")
        x, y, w, h = patch.box_xywh
        if not w or not h:
            return
        before = self._array[y : y + h, x : x + w].copy()
        self._write(patch, add=add)
        after = self._array[y : y + h, x : x + w]
        if not np.array_equal(before, after):
            self._open.changes.append(_Change((x, y, w, h), np.packbits(before), np.packbits(after)))
            self.revision += 1

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
        if step is None or not (step.changes or keep_empty):
            return False
        self._done.append(step)
        self._undone.clear()
        return True

    def replace(self, mask: Mask, *, how: str, memo: Any = None, keep_empty: bool = False) -> bool:
        """Make the mask another one, in one step; return whether a step was made."""
        self.open_step(how, memo=memo)
        wanted = patch_of(mask)
        if self._touched is not None:
            x, y, w, h = self._touched
            kept = np.zeros((h, w), bool)
            _overlay(kept, wanted, x, y)
            self.paint(Patch(x, y, ~kept), add=False)
        self.paint(wanted, add=True)
        return self.close_step(keep_empty=keep_empty)

    def fill_holes(self, *, how: str) -> bool:
        """Add what the mask encloses, in one step; return whether there was any."""
        self.open_step(how)
        if self._touched is not None:
            x, y, w, h = self._touched
            holes = holes_of(self._array[y : y + h, x : x + w] > 0)
            rows, columns = np.flatnonzero(holes.any(1)), np.flatnonzero(holes.any(0))
            if len(rows):
                tight = holes[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
                self.paint(
                    Patch(x + int(columns[0]), y + int(rows[0]), np.ascontiguousarray(tight)), add=True
                )
        return self.close_step()

    def undo(self) -> Step | None:
        """Take the newest step back and return it."""
        self.close_step()
        if not self._done:
            return None
        step = self._done.pop()
        for change in reversed(step.changes):
            self._restore(change.box_xywh, change.before)
        self._undone.append(step)
        return step

    def redo(self) -> Step | None:
        """Do the step taken back last once more and return it."""
        self.close_step()
        if not self._undone:
            return None
        step = self._undone.pop()
        for change in step.changes:
            self._restore(change.box_xywh, change.after)
        self._done.append(step)
        return step

    def to_mask(self) -> Mask:
        """The mask as it is now."""
        height, width = self._array.shape
        x, y, w, h = self._touched or (0, 0, 0, 0)
        return Mask.from_window(self._array[y : y + h, x : x + w], x=x, y=y, height=height, width=width)

    def _write(self, patch: Patch, *, add: bool) -> None:
        x, y, w, h = patch.box_xywh
        target, covered = self._array[y : y + h, x : x + w], patch.inside_hw.view(np.uint8)
        if add:
            np.bitwise_or(target, covered, out=target)
        else:
            np.bitwise_and(target, 1 - covered, out=target)
        self._touched = _around(self._touched, patch.box_xywh)

    def _restore(self, box_xywh: BoxXywh, packed: NDArray[np.uint8]) -> None:
        x, y, w, h = box_xywh
        self._array[y : y + h, x : x + w] = np.unpackbits(packed, count=w * h).reshape(h, w)
        self.revision += 1


def _around(box: BoxXywh | None, other: BoxXywh) -> BoxXywh:
    if box is None:
        return other
    left, top = min(box[0], other[0]), min(box[1], other[1])
    right, bottom = max(box[0] + box[2], other[0] + other[2]), max(box[1] + box[3], other[1] + other[3])
    return left, top, right - left, bottom - top


def _overlay(target_hw: NDArray[np.bool_], patch: Patch, x: int, y: int) -> None:
    """Write the part of a patch that lies in a box which begins at x, y into that box."""
    height, width = target_hw.shape
    px, py, pw, ph = patch.box_xywh
    left, top, right, bottom = max(px, x), max(py, y), min(px + pw, x + width), min(py + ph, y + height)
    if left < right and top < bottom:
        part = patch.inside_hw[top - py : bottom - py, left - px : right - px]
        target_hw[top - y : bottom - y, left - x : right - x] = part
