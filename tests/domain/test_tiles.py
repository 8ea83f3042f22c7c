"""Masks in tiles: taken apart and put together again, pixel by pixel, and what that takes of memory."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tas_desktop.domain import tiles
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.tiles import is_full, mask_of, part_of, tile_shape, tiles_of

SMALL = 8
shapes = arrays.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=21)
masks = shapes.flatmap(lambda shape: arrays.arrays(bool, shape))


@pytest.fixture(autouse=True, scope="module")
def small_tiles():
    """Several tiles in pictures of a few pixels."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tiles, "SIDE", SMALL)
        yield


@given(masks)
def test_every_tile_has_the_pixels_of_its_place(array):
    height, width = array.shape
    taken = tiles_of(Mask.from_array(array))
    for row in range(-(-height // SMALL)):
        for column in range(-(-width // SMALL)):
            expected = array[row * SMALL : (row + 1) * SMALL, column * SMALL : (column + 1) * SMALL]
            tile = taken.get((row, column), np.zeros(tile_shape((row, column), height=height, width=width)))
            assert np.array_equal(tile, expected)
            if (row, column) in taken:
                assert tile.any()
                assert is_full(tile) == bool(expected.all())
                assert not tile.flags.writeable


@given(masks)
def test_put_together_it_is_the_same_mask(array):
    height, width = array.shape
    mask = Mask.from_array(array)
    assert mask_of(tiles_of(mask), height=height, width=width) == mask


@given(masks, st.data())
def test_a_part_is_every_so_many_rows_and_columns(array, data):
    def some(side):
        start = data.draw(st.integers(0, side - 1))
        return range(start, data.draw(st.integers(start, side)), data.draw(st.integers(1, 9)))

    rows, columns = some(array.shape[0]), some(array.shape[1])
    part = part_of(tiles_of(Mask.from_array(array)), rows=rows, columns=columns)
    assert np.array_equal(
        part, array[rows.start : rows.stop : rows.step, columns.start : columns.stop : columns.step]
    )


def test_runs_of_no_length_mean_nothing():
    empty_runs = Mask.from_rle({"size": [2, 3], "counts": rle([1, 2, 0, 1, 2])})
    assert np.array_equal(mask_of(tiles_of(empty_runs), height=2, width=3).to_array(), empty_runs.to_array())


def rle(runs):
    from pycocotools import mask as coco_mask

    return coco_mask.frPyObjects({"size": [2, 3], "counts": runs}, 2, 3)["counts"]


def test_the_inside_of_a_large_mask_takes_no_memory(monkeypatch):
    monkeypatch.setattr(tiles, "SIDE", 256)
    side = 2048
    disc = np.hypot(*np.mgrid[-side // 2 : side // 2, -side // 2 : side // 2]) < side / 2 - 10
    taken = tiles_of(Mask.from_array(disc))
    written = [tile for tile in taken.values() if not is_full(tile)]
    assert len(taken) > 50
    assert len(written) <= 28
    assert np.array_equal(mask_of(taken, height=side, width=side).to_array(), disc)
