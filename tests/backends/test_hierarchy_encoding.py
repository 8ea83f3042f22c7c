"""Masks put into a larger image by their box alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tas_desktop.backends.proposals.encoding import enlarge_mask
from tas_desktop.domain.mask import Mask

small_masks = arrays.arrays(bool, arrays.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9))
margins = st.tuples(*[st.integers(0, 3)] * 4)


@given(small_masks, margins)
def test_a_crop_encodes_as_the_whole_image_does(crop, margin):
    top, bottom, left, right = margin
    whole = np.pad(crop, ((top, bottom), (left, right)))
    height, width = whole.shape
    assert Mask.from_window(crop, x=left, y=top, height=height, width=width) == Mask.from_array(whole)


@given(small_masks)
def test_the_same_size_changes_nothing(mask):
    assert enlarge_mask(mask, height=mask.shape[0], width=mask.shape[1]) == Mask.from_array(mask)


@given(small_masks, st.integers(2, 5))
def test_enlarging_keeps_inner_pixels_and_adds_none_far_off(mask, times):
    height, width = mask.shape[0] * times, mask.shape[1] * times
    blocks = mask.repeat(times, 0).repeat(times, 1)
    large = enlarge_mask(mask, height=height, width=width).to_array()
    inner = np.pad(mask, 1, mode="edge")
    deep = np.min(
        [inner[i : i + mask.shape[0], j : j + mask.shape[1]] for i in range(3) for j in range(3)], 0
    )
    near = np.max(
        [inner[i : i + mask.shape[0], j : j + mask.shape[1]] for i in range(3) for j in range(3)], 0
    )
    assert large[deep.repeat(times, 0).repeat(times, 1)].all()
    assert not large[~near.repeat(times, 0).repeat(times, 1)].any()
    assert abs(int(large.sum()) - int(blocks.sum())) <= blocks.size


def test_a_disc_keeps_its_form_at_any_scale():
    ys, xs = np.mgrid[:96, :128]
    small = (xs + 0.5 - 60) ** 2 + (ys + 0.5 - 40) ** 2 < 30**2
    for height, width in ((96, 128), (480, 640), (333, 444), (48, 64)):
        ys, xs = np.mgrid[:height, :width]
        scale = height / 96
        disc = ((xs + 0.5) / scale - 60) ** 2 + ((ys + 0.5) / scale - 40) ** 2 < 30**2
        large = enlarge_mask(small, height=height, width=width).to_array()
        assert (large & disc).sum() / (large | disc).sum() > 0.97


def test_padding_beyond_the_image_is_ignored():
    share = np.ones((8, 8), np.float32)
    mask = enlarge_mask(share, height=20, width=32, scale_yx=(4.0, 4.0))
    assert mask.area == 20 * 32


def test_an_empty_mask_stays_empty():
    assert enlarge_mask(np.zeros((4, 4)), height=9, width=7).area == 0
