"""Reading COCO run-length encodings, and checking those that come from a file.

pycocotools decodes without looking: counts that do not fit their size write past the end of a buffer and
end the process. Nothing from a file reaches it before it has passed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FIRST, _LAST = 48, 111  # characters of the encoding, 6 bits each
_MORE, _SIGN = 0x20, 0x10
_MAX_CHARACTERS = 7  # of one run: 5 bits each, 32 bits in all
_MAX_PIXELS = 2**31


def run_lengths(counts: str) -> NDArray[np.int64] | None:
    """Lengths of the runs, background first; None when the text is no encoding at all.

    Args:
        counts: COCO's compressed run lengths: groups of 6-bit characters, low bits first, with a flag
            for "more" and two's complement; from the fourth run on, differences to the run before last.
    """
    codes = np.frombuffer(counts.encode("utf-8", "replace"), np.uint8).astype(np.int64)
    if not len(codes) or codes.min() < _FIRST or codes.max() > _LAST:
        return None
    bits = codes - _FIRST
    ends = np.flatnonzero((bits & _MORE) == 0)
    if not len(ends) or ends[-1] != len(bits) - 1:
        return None
    starts = np.concatenate([[0], ends[:-1] + 1])
    lengths = ends - starts + 1
    if lengths.max() > _MAX_CHARACTERS:
        return None
    shifts = 5 * (np.arange(len(bits)) - np.repeat(starts, lengths))
    runs = np.add.reduceat((bits & 0x1F) << shifts, starts)
    runs -= np.where(bits[ends] & _SIGN, np.int64(1) << (5 * lengths), 0)
    for first in (1, 2):  # odd and even runs add up separately; the very first stands alone
        runs[first::2] = np.cumsum(runs[first::2])
    return np.asarray(runs, dtype=np.int64)


def is_sound_rle(counts: str, *, height: int, width: int) -> bool:
    """Whether compressed counts describe exactly a mask of this size in pixels."""
    if height < 1 or width < 1 or height * width > _MAX_PIXELS:
        return False
    runs = run_lengths(counts)
    return runs is not None and bool(runs.min() >= 0 and runs.sum() == height * width)


def decode_columns(counts: str, *, height: int, first: int, last: int) -> NDArray[np.bool_]:
    """Columns ``first`` to ``last`` (exclusive) of a mask, bool, shape (height, last - first).

    Runs go down the columns, so that nothing else of the mask need be written out.

    Raises:
        ValueError: the text is no encoding.
    """
    runs = run_lengths(counts)
    if runs is None:
        raise ValueError(counts[:40])
    ends = np.clip(np.cumsum(runs), first * height, last * height)
    inside = np.diff(ends, prepend=first * height)
    values = np.arange(len(runs)) % 2 == 1
    return np.asarray(np.repeat(values, inside).reshape(last - first, height).T)
