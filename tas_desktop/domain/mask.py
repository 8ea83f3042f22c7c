"""Binary masks as COCO run-length encodings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from pycocotools import mask as coco_mask

from tas_desktop.domain.rle import decode_columns, run_lengths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Mask:
    """One binary mask, kept as a compressed COCO RLE (column-major runs).

    Attributes:
        height: rows, in pixels of the upright image.
        width: columns, in pixels of the upright image.
        counts: COCO's compressed run lengths as ASCII text.
    """

    height: int
    width: int
    counts: str

    @classmethod
    def from_array(cls, mask_hw: NDArray[Any]) -> Mask:
        """Encode an array of shape (height, width); any non-zero element is foreground."""
        rle = coco_mask.encode(np.asfortranarray(mask_hw != 0, dtype=np.uint8))
        return cls(int(rle["size"][0]), int(rle["size"][1]), rle["counts"].decode("ascii"))

    @classmethod
    def from_rle(cls, rle: dict[str, Any]) -> Mask:
        """Take a COCO RLE dict with compressed counts (str or bytes)."""
        counts = rle["counts"]
        text = counts.decode("ascii") if isinstance(counts, bytes) else str(counts)
        height, width = rle["size"]
        return cls(int(height), int(width), text)

    @classmethod
    def from_ends(cls, ends: NDArray[np.int64], *, height: int, width: int) -> Mask:
        """Make a mask from where its runs end.

        Args:
            ends: ascending pixel numbers, counted down the columns, at which background turns to
                foreground and back; empty for an empty mask.
            height: rows.
            width: columns.
        """
        counts = np.diff(ends, prepend=0, append=height * width).tolist()
        rle = {"size": [height, width], "counts": counts if counts[-1] else counts[:-1]}
        return cls.from_rle(coco_mask.frPyObjects(rle, height, width))

    @classmethod
    def empty(cls, *, height: int, width: int) -> Mask:
        """A mask of no pixels."""
        return cls.from_ends(np.zeros(0, np.int64), height=height, width=width)

    @classmethod
    def from_window(cls, inside_hw: NDArray[Any], *, x: int, y: int, height: int, width: int) -> Mask:
        """Encode a mask known inside one box only, without making the full array; undoes `window`.

        Args:
            inside_hw: the mask inside the box; any non-zero element is foreground.
            x: first column of the box in the picture.
            y: its first row; the box must lie inside the picture.
            height: rows of the picture.
            width: its columns.
        """
        rows, columns = inside_hw.shape
        padded = np.zeros((rows + 2, columns), bool)  # with background above and below
        padded[1:-1] = inside_hw != 0
        row, column = np.divmod(np.flatnonzero(padded[1:] ^ padded[:-1]), columns or 1)
        down = np.argsort(column, kind="stable")  # few are left to sort, and no large array is turned
        ends = (column[down] + x) * height + row[down] + y
        joined = np.flatnonzero(ends[1:-1:2] == ends[2::2])  # runs that go on at the top of the next column
        ends = np.delete(ends, np.concatenate((2 * joined + 1, 2 * joined + 2)))
        return cls.from_ends(ends, height=height, width=width)

    def to_ends(self) -> NDArray[np.int64]:
        """Where its runs end; undoes `from_ends`.

        Raises:
            ValueError: the counts are no encoding.
        """
        runs = run_lengths(self.counts)
        if runs is None:
            raise ValueError(self.counts[:40])
        ends = np.cumsum(runs)
        ends = ends[ends < self.height * self.width]
        if (np.diff(ends) == 0).any():  # runs of no length, as other programs write them
            ends, times = np.unique(ends, return_counts=True)
            ends = ends[times % 2 == 1]
        return ends

    def to_array(self) -> NDArray[np.bool_]:
        """Decode to a read-only boolean array of shape (height, width)."""
        mask_hw: NDArray[np.bool_] = coco_mask.decode(self.to_rle()).astype(bool)
        mask_hw.setflags(write=False)
        return mask_hw

    def window(self) -> tuple[int, int, NDArray[np.bool_]]:
        """Left, top and the mask inside its tight box: all there is of a small mask in a large picture.

        An empty mask has an empty window.
        """
        x, y, width, height = (int(v) for v in self.box_xywh)
        columns = decode_columns(self.counts, height=self.height, first=x, last=x + width)
        inside_hw = np.ascontiguousarray(columns[y : y + height])
        inside_hw.setflags(write=False)
        return x, y, inside_hw

    def to_rle(self) -> dict[str, Any]:
        """Return ``{"size": [height, width], "counts": text}``, ready for JSON and pycocotools."""
        return {"size": [self.height, self.width], "counts": self.counts}

    @cached_property
    def area(self) -> int:
        """Foreground pixels."""
        return int(coco_mask.area(self.to_rle()))

    @cached_property
    def box_xywh(self) -> tuple[float, float, float, float]:
        """Tight box ``(x, y, width, height)`` in pixels; all zero for an empty mask."""
        x, y, w, h = (float(v) for v in coco_mask.toBbox(self.to_rle()))
        return x, y, w, h


def pairwise_iou(masks: Sequence[Mask], others: Sequence[Mask]) -> NDArray[np.float64]:
    """Intersection over union of each pair, shape (len(masks), len(others)), in [0, 1]."""
    if not masks or not others:
        return np.zeros((len(masks), len(others)))
    left = [m.to_rle() for m in masks]
    right = [m.to_rle() for m in others]
    return np.asarray(coco_mask.iou(left, right, [0] * len(right)), dtype=np.float64)
