"""Masks combined run by run: the same as combining their pixels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.mask_algebra import intersect, sample_mask, subtract, unite, unite_all

shapes = arrays.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9)
pairs = shapes.flatmap(lambda shape: st.tuples(arrays.arrays(bool, shape), arrays.arrays(bool, shape)))


@given(pairs)
def test_run_by_run_is_pixel_by_pixel(pair):
    left, right = pair
    a, b = Mask.from_array(left), Mask.from_array(right)
    assert unite(a, b) == Mask.from_array(left | right)
    assert intersect(a, b) == Mask.from_array(left & right)
    assert subtract(a, b) == Mask.from_array(left & ~right)
    assert unite_all([a, b, a]) == unite(a, b)


@given(pairs)
def test_cutting_undoes_adding_what_was_not_there(pair):
    a, b = (Mask.from_array(array) for array in pair)
    extra = subtract(b, a)
    assert subtract(unite(a, extra), extra) == a
    assert unite(intersect(a, b), subtract(a, b)) == a


@given(
    arrays.arrays(bool, shapes),
    st.lists(st.integers(-2, 10), min_size=1),
    st.lists(st.integers(-2, 10), min_size=1),
)
def test_samples_are_the_pixels_and_beyond_the_picture_is_outside(array, rows, columns):
    sampled = sample_mask(Mask.from_array(array), rows=np.array(rows), columns=np.array(columns))
    height, width = array.shape
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            beyond = not (0 <= row < height and 0 <= column < width)
            assert sampled[i, j] == (False if beyond else array[row, column])


@given(arrays.arrays(bool, shapes), st.tuples(*[st.integers(0, 3)] * 4))
def test_a_window_and_its_place_give_the_mask_back(crop, margin):
    top, bottom, left, right = margin
    whole = np.pad(crop, ((top, bottom), (left, right)))
    height, width = whole.shape
    mask = Mask.from_window(crop, x=left, y=top, height=height, width=width)
    assert mask == Mask.from_array(whole)
    x, y, inside = mask.window()
    assert Mask.from_window(inside, x=x, y=y, height=height, width=width) == mask


def test_masks_of_other_pictures_are_refused():
    with pytest.raises(ValueError, match="cannot be combined"):
        unite(Mask.from_array(np.ones((2, 3))), Mask.from_array(np.ones((3, 2))))
