"""Small holes and islands, mended in the mask's box only, as segment_anything mends them in the picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.backends.sam import ensure_torchvision
from tas_desktop.backends.sam.small_regions import without_small_regions
from tas_desktop.domain.mask import Mask

ensure_torchvision()
from segment_anything.utils.amg import remove_small_regions  # noqa: E402


def as_the_library_does(mask_hw, smallest):
    filled, had_holes = remove_small_regions(mask_hw, smallest, mode="holes")
    kept, had_islands = remove_small_regions(filled, smallest, mode="islands")
    return kept, had_holes or had_islands


@st.composite
def blobs(draw):
    """Masks of rectangles set and cut, with speckles, anywhere in small pictures."""
    height, width = draw(st.integers(1, 24)), draw(st.integers(1, 24))
    mask = np.zeros((height, width), bool)
    for _ in range(draw(st.integers(1, 6))):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        rows, columns = draw(st.integers(1, height)), draw(st.integers(1, width))
        mask[top : top + rows, left : left + columns] = draw(st.booleans())
    seed = draw(st.integers(0, 2**16))
    mask ^= np.random.default_rng(seed).random(mask.shape) < draw(st.sampled_from([0, 0.05, 0.2]))
    return mask


@given(blobs(), st.integers(1, 80))
def test_the_mask_is_mended_as_in_the_whole_picture(mask, smallest):
    if not mask.any():
        return
    expected, changed = as_the_library_does(mask, smallest)
    found, told = without_small_regions(Mask.from_array(mask), smallest=smallest)
    np.testing.assert_array_equal(found.to_array(), expected)
    assert told == changed


def test_a_hole_goes_and_an_island_goes():
    mask = np.zeros((200, 300), bool)
    mask[50:150, 100:220] = True
    mask[80:90, 120:130] = False
    mask[10:14, 10:14] = True
    found, changed = without_small_regions(Mask.from_array(mask), smallest=200)
    assert changed
    assert found.area == 100 * 120


@pytest.mark.parametrize("smallest", [1, 99])
def test_what_is_large_enough_stays(smallest):
    mask = np.zeros((40, 40), bool)
    mask[5:15, 5:15] = True
    whole = Mask.from_array(mask)
    assert without_small_regions(whole, smallest=smallest) == (whole, False)
