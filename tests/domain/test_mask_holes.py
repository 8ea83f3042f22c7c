"""What a mask encloses, run by run, against a flood of the background pixel by pixel."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.mask_holes import holes_of

shapes = arrays.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=14)


def flooded(inside):
    """Background that the flood from beyond the picture does not reach."""
    ground = np.pad(~inside, 1, constant_values=True)
    reached = np.zeros_like(ground)
    reached[0, 0] = True
    while True:
        grown = reached.copy()
        grown[1:] |= reached[:-1]
        grown[:-1] |= reached[1:]
        grown[:, 1:] |= reached[:, :-1]
        grown[:, :-1] |= reached[:, 1:]
        grown &= ground
        if np.array_equal(grown, reached):
            return (ground & ~reached)[1:-1, 1:-1]
        reached = grown


@given(
    shapes.flatmap(lambda shape: arrays.arrays(bool, shape, elements=st.sampled_from([True, True, False])))
)
def test_holes_are_what_no_way_leads_out_of(inside):
    assert np.array_equal(holes_of(Mask.from_array(inside)).to_array(), flooded(inside))


def test_a_winding_way_out_is_one():
    """A corridor that turns back and forth, open or closed at its far end."""
    walls = np.ones((41, 41), bool)
    walls[1:-1, 1::2] = False
    for number, column in enumerate(range(2, 40, 2)):
        walls[1 if number % 2 else -2, column] = False
    assert np.array_equal(holes_of(Mask.from_array(walls)).to_array(), ~walls)
    walls[0, 39] = False
    assert holes_of(Mask.from_array(walls)).area == 0


def test_masks_without_runs():
    assert holes_of(Mask.from_array(np.zeros((3, 4)))).area == 0
    assert holes_of(Mask.from_array(np.ones((3, 4)))).area == 0
