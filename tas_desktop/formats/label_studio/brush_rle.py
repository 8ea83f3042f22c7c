"""Label Studio's own run-length encoding of brush regions (formats.md section 4), both ways.

What is encoded is the RGBA image of the brush, row by row, a byte a channel; the mask is its alpha channel.
The stream of bits, high bit first: 32 bits with the number of bytes, 5 with the bits of a word less one
(always 8 - 1 here), four times 4 with the bits of a count less one; then blocks, each of one bit (a run, or
single words), 2 bits that choose one of the four sizes, the count less one in that many bits, and one word
for a run or that many words else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tas_desktop.domain.mask import Mask
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

MAX_BYTES: Final = 8_000_000
"""Of one region; a mask of 400 megapixels full of noise would have more, none of an object has."""

_CHANNELS: Final = 4
_WORD_BITS: Final = 8
_COUNT_BITS: Final = (3, 4, 8, 16)
_LONGEST: Final = 2 ** _COUNT_BITS[-1]
_HEAD_BITS: Final = 32 + 5 + 4 * 4


def encode_brush(mask: Mask) -> list[int]:
    """The bytes of a mask's brush region, the same ones that Label Studio's converter writes."""
    bits = [f"{_CHANNELS * mask.height * mask.width:032b}{_WORD_BITS - 1:05b}"]
    bits += [f"{size - 1:04b}" for size in _COUNT_BITS]
    flat = mask.to_array().ravel()
    turns = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    lengths = np.diff(turns, prepend=0, append=flat.size) * _CHANNELS
    value = bool(flat[0])
    for length in lengths.tolist():
        bits += _run_blocks(length, word="1" * _WORD_BITS if value else "0" * _WORD_BITS)
        value = not value
    stream = "".join(bits)
    size = len(stream) // 8 + 1  # Label Studio pads a full last byte with another one
    return list(int(stream.ljust(8 * size, "0"), 2).to_bytes(size, "big"))


def _run_blocks(length: int, *, word: str) -> Iterator[str]:
    while length > 0:
        step = min(length, _LONGEST)
        choice = next(number for number, size in enumerate(_COUNT_BITS) if step <= 2**size)
        yield f"1{choice:02b}{step - 1:0{_COUNT_BITS[choice]}b}{word}"
        length -= step


def decode_brush(rle: Any, *, height: int, width: int, item: str) -> Mask:
    """The mask of a brush region: wherever it was painted at all, as Label Studio's converters take it.

    Args:
        rle: a list of bytes from a file.
        height: rows of the image.
        width: its columns.
        item: what to call the region in a refusal.

    Raises:
        ItemRefused: it is no such encoding, or of an image of another size.
    """
    if type(rle) is not list or len(rle) > MAX_BYTES or not set(map(type, rle)) <= {int}:
        raise ItemRefused(
            item, f"its brush encoding is {shown(rle)}, not a list of at most {MAX_BYTES:,} bytes"
        )
    try:
        packed = np.frombuffer(bytes(rle), np.uint8)
    except ValueError as error:
        raise ItemRefused(item, "its brush encoding holds numbers that are no bytes") from error
    alpha = np.zeros(height * width, np.uint8)
    try:
        _paint(alpha, np.unpackbits(packed))
    except ValueError as error:
        raise ItemRefused(item, f"its brush encoding {error}") from error
    return Mask.from_array(alpha.reshape(height, width))


def _paint(alpha: NDArray[np.uint8], bits: NDArray[np.uint8]) -> None:
    """Decode into the alpha channel.

    Raises:
        ValueError: as the end of a sentence about the encoding.
    """
    text = (bits + ord("0")).tobytes().decode("ascii")
    if len(text) < _HEAD_BITS:
        raise ValueError("has no head")
    total, word_bits = int(text[:32], 2), int(text[32:37], 2) + 1
    if total != _CHANNELS * alpha.size:
        raise ValueError(f"is of {total:,} bytes, the image has {_CHANNELS * alpha.size:,}")
    if word_bits != _WORD_BITS:
        raise ValueError(f"has words of {word_bits} bits instead of {_WORD_BITS}")
    count_bits = [int(text[start : start + 4], 2) + 1 for start in range(37, _HEAD_BITS, 4)]
    place, done = _HEAD_BITS, 0
    while done < total:
        size = count_bits[int(text[place + 1 : place + 3] or "0", 2)]
        words_at = place + 3 + size
        if words_at + _WORD_BITS > len(text):
            raise ValueError(f"ends after {done:,} of {total:,} bytes")
        end = done + int(text[place + 3 : words_at], 2) + 1
        if end > total:
            raise ValueError("goes on beyond the image")
        # Byte 4 k + 3 is the alpha of pixel k, so that bytes done to end hold those of these pixels.
        pixels = slice(done // _CHANNELS, end // _CHANNELS)
        if text[place] == "1":
            place = words_at + _WORD_BITS
            alpha[pixels] = int(text[words_at:place], 2)
        else:
            place = words_at + _WORD_BITS * (end - done)
            if place > len(text):
                raise ValueError(f"ends after {done:,} of {total:,} bytes")
            words = np.packbits(bits[words_at:place])
            alpha[pixels] = words[(_CHANNELS - 1 - done) % _CHANNELS :: _CHANNELS]
        done = end
