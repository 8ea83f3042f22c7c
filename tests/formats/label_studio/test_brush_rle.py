"""Label Studio's byte encoding, against its definition."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.label_studio.brush_rle import decode_brush, encode_brush


def decode_by_definition(rle: list[int]) -> list[int]:
    """The stream read bit by bit, as thi.ng's rle-pack describes it: slow, and with nothing in common."""
    stream = iter("".join(f"{byte:08b}" for byte in rle))

    def take(bits: int) -> int:
        return int("".join(next(stream) for _ in range(bits)), 2)

    total, word = take(32), take(5) + 1
    sizes = [take(4) + 1 for _ in range(4)]
    values: list[int] = []
    while len(values) < total:
        is_run = take(1)
        count = take(sizes[take(2)]) + 1
        values += [take(word)] * count if is_run else [take(word) for _ in range(count)]
    return values


masks = arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=40))


@given(masks)
def test_what_is_encoded_decodes_by_the_definition(mask_hw):
    values = decode_by_definition(encode_brush(Mask.from_array(mask_hw)))

    rgba = np.array(values, np.uint8).reshape(*mask_hw.shape, 4)
    assert (rgba == np.where(mask_hw, 255, 0)[:, :, None]).all()


@given(masks)
def test_every_mask_comes_back(mask_hw):
    mask = Mask.from_array(mask_hw)

    assert decode_brush(encode_brush(mask), height=mask.height, width=mask.width, item="") == mask


def test_long_runs_are_cut_into_blocks():
    mask_hw = np.zeros((300, 200), bool)
    mask_hw[100:, :] = True
    mask = Mask.from_array(mask_hw)

    assert decode_by_definition(encode_brush(mask)).count(255) == 4 * mask.area
    assert decode_brush(encode_brush(mask), height=300, width=200, item="") == mask


def pack(total: int, blocks: str, *, word: int = 8) -> list[int]:
    bits = f"{total:032b}{word - 1:05b}" + "".join(f"{size - 1:04b}" for size in (3, 4, 8, 16)) + blocks
    bits += "0" * (-len(bits) % 8)
    return [int(bits[start : start + 8], 2) for start in range(0, len(bits), 8)]


def literal(words: list[int]) -> str:
    return f"001{len(words) - 1:04b}" + "".join(f"{w:08b}" for w in words)


def test_single_words_of_a_soft_brush_count_where_anything_was_painted():
    rgba = [0, 0, 0, 0, 9, 9, 9, 1, 0, 0, 0, 128, 9, 9, 9, 0]

    mask = decode_brush(pack(16, literal(rgba)), height=1, width=4, item="")

    assert mask.to_array().tolist() == [[False, True, True, False]]


def test_runs_may_end_within_a_pixel():
    blocks = literal([0, 0]) + "100" + "101" + "11111111" + literal([7] * 8)

    mask = decode_brush(pack(16, blocks), height=2, width=2, item="")

    assert mask.area == 4


@pytest.mark.parametrize(
    ("rle", "fault"),
    [
        (pack(16, "")[:5], "has no head"),
        (pack(20, literal([0] * 16)), "is of 20 bytes, the image has 16"),
        (pack(16, literal([0] * 16), word=7), "words of 7 bits"),
        (pack(16, literal([0] * 8)), "ends after 8 of 16"),
        (pack(16, literal([0] * 16)[:-40]), "ends after 0 of 16"),
        (pack(16, "111" + "1" * 16 + "0" * 8), "goes on beyond"),
        ([256, 1, 2], "no bytes"),
        ([0.5], "not a list of"),
        ([True] * 20, "not a list of"),
        ("abc", "not a list of"),
        ([], "has no head"),
    ],
)
def test_damaged_encodings_are_refused(rle, fault):
    with pytest.raises(InputRefused, match=fault) as caught:
        decode_brush(rle, height=2, width=2, item="task 3, region 'r1'")
    assert "task 3, region 'r1'" in str(caught.value)


@given(st.lists(st.integers(0, 255), max_size=60))
def test_noise_is_a_mask_or_refused(noise):
    rle = pack(16, "")[:7] + noise
    with contextlib.suppress(InputRefused):
        assert decode_brush(rle, height=2, width=2, item="").height == 2
