"""Run lengths from files are checked before the decoder, which looks at nothing, sees them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.rle import is_sound_rle

CHARACTERS = st.text(st.characters(min_codepoint=48, max_codepoint=111), max_size=12)


@settings(deadline=None)
@given(arrays(bool, st.tuples(st.integers(1, 40), st.integers(1, 40))))
def test_every_encoded_mask_is_sound(mask_hw):
    height, width = mask_hw.shape
    counts = Mask.from_array(mask_hw).counts
    assert is_sound_rle(counts, height=height, width=width)
    assert not is_sound_rle(counts, height=height, width=width + 1)
    assert not is_sound_rle(counts[:-1], height=height, width=width)
    assert not is_sound_rle(counts + "1", height=height, width=width)


def test_a_large_mask_with_long_and_short_runs_is_sound():
    mask_hw = np.random.default_rng(0).random((900, 1200)) < 0.5
    mask_hw[:, 300:1100] = True
    assert is_sound_rle(Mask.from_array(mask_hw).counts, height=900, width=1200)


@settings(max_examples=2000, deadline=None)
@given(CHARACTERS, st.integers(1, 6), st.integers(1, 6))
def test_what_passes_can_be_decoded_to_its_size(counts, height, width):
    """Anything else could end the process, so the refused ones are not tried."""
    if is_sound_rle(counts, height=height, width=width):
        mask = Mask(height, width, counts)
        assert mask.to_array().sum() == mask.area <= height * width


@given(st.text(max_size=20), st.integers(-2, 6), st.integers(-2, 6))
def test_any_text_has_an_answer(counts, height, width):
    assert is_sound_rle(counts, height=height, width=width) in (True, False)


@pytest.mark.parametrize("counts", ["", "o", "P", "P" * 50 + "1", "T3T3", "0", "é"])
def test_counts_that_do_not_fill_ten_by_ten(counts):
    assert not is_sound_rle(counts, height=10, width=10)
    assert is_sound_rle("T3", height=10, width=10)


@settings(deadline=None)
@given(arrays(bool, st.tuples(st.integers(1, 40), st.integers(1, 40))))
def test_the_window_is_the_mask_inside_its_box(mask_hw):
    mask = Mask.from_array(mask_hw)
    x, y, inside_hw = mask.window()
    height, width = inside_hw.shape
    assert (x, y, width, height) == mask.box_xywh
    put_back = np.zeros_like(mask_hw)
    put_back[y : y + height, x : x + width] = inside_hw
    np.testing.assert_array_equal(put_back, mask_hw)
