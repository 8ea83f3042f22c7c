"""Masks of a device as run lengths."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from tas_desktop.backends.sam.run_lengths import encode_masks
from tas_desktop.domain.mask import Mask

SHAPES = st.tuples(st.integers(0, 4), st.integers(1, 9), st.integers(1, 9))


@given(nps.arrays(bool, SHAPES))
def test_masks_are_those_that_numpy_encodes(masks):
    assert encode_masks(torch.from_numpy(masks)) == [Mask.from_array(mask) for mask in masks]


def test_full_and_empty_masks_keep_their_place():
    masks = torch.zeros(3, 5, 7, dtype=torch.bool)
    masks[1] = True
    assert [mask.area for mask in encode_masks(masks)] == [0, 35, 0]
    np.testing.assert_array_equal(encode_masks(masks)[1].to_array(), np.ones((5, 7), bool))
