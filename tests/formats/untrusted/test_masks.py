"""Masks from files: exact where they are sound, refused where they would hurt."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.rle import run_lengths
from tas_desktop.formats.polygon import trace_polygons
from tas_desktop.formats.untrusted.masks import as_mask, union
from tas_desktop.formats.untrusted.refusals import ItemRefused

ARRAYS = arrays(bool, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9))


@given(ARRAYS)
def test_every_form_gives_the_same_mask(mask_hw):
    height, width = mask_hw.shape
    mask = Mask.from_array(mask_hw)
    listed = {"size": [height, width], "counts": run_lengths(mask.counts).tolist()}
    forms = [mask.to_rle(), listed, [mask.to_rle(), listed]]
    if mask_hw.any():
        forms.append([list(map(float, part)) for part in trace_polygons(mask_hw)])
    for form in forms:
        assert as_mask(form, height=height, width=width, item="annotation 1") == mask


@given(ARRAYS, st.data())
def test_runs_of_no_length_change_nothing(mask_hw, data):
    height, width = mask_hw.shape
    mask = Mask.from_array(mask_hw)
    counts = run_lengths(mask.counts).tolist()
    place = data.draw(st.integers(0, len(counts)))
    counts[place:place] = [0, 0]
    assert as_mask({"size": [height, width], "counts": counts}, height=height, width=width, item="") == mask


BAD = [
    None, {}, [], [[]], [{}], 3, "x",
    [[1, 1, 5, 5]], [[1, 1, 5, 5, 1]], [[1, 1, 5, 5, 1, "9"]], [[1, 1, 5, 5, 1, None]],
    [[[1, 1], [5, 5], [1, 5]]],
    [[1, 1, 5, float("nan"), 1, 9]], [[1, 1, 5, float("inf"), 1, 9]], [[1, 1, 1e9, 5, 1, 9]],
    [[1, 1, 10**400, 5, 1, 9]], [[1, 1, 5, 5, 1, 9], {"size": [30, 40], "counts": [1200]}],
    {"size": [30, 41], "counts": [1230]}, {"size": [40, 30], "counts": [1200]},
    {"size": [30, 40], "counts": [1199]},
    {"size": [30, 40], "counts": [-1, 1201]}, {"size": [30, 40], "counts": [1200.0]},
    {"size": [30, 40], "counts": [2**70]},
    {"size": [30, 40], "counts": [2**62, 2**62, 2**62, 2**62 + 1200]},
    {"size": [30, 40], "counts": "~~~"}, {"size": [30, 40], "counts": ""},
    {"size": [30, 40], "counts": b"\xff"},
    {"size": [30, 40], "counts": "P1" * 9_000_000},
    [[1, 1, 5, 5, 1, 9]] * 20_001, [[0.0, 1.0] * 500_001],
]  # fmt: skip


@pytest.mark.parametrize("segmentation", BAD, ids=range(len(BAD)))
def test_what_is_no_mask_of_the_image_is_refused(segmentation):
    with pytest.raises(ItemRefused, match="annotation 7: "):
        as_mask(segmentation, height=30, width=40, item="annotation 7")


def test_a_zigzag_without_end_is_refused_before_memory_goes():
    zigzag = [[0.0, 0.0, 20_000.0, 20_000.0] * 100_000]
    tracemalloc.start()
    with pytest.raises(ItemRefused, match="outline"):
        as_mask(zigzag, height=20_000, width=20_000, item="annotation 7")
    assert tracemalloc.get_traced_memory()[1] < 64 * 2**20
    tracemalloc.stop()


def test_thousands_of_parts_are_joined():
    parts = [[float(x), float(y), x + 1.0, float(y), x + 1.0, y + 1.0, float(x), y + 1.0]
             for y in range(0, 400, 4) for x in range(0, 800, 4)]  # fmt: skip
    mask = as_mask(parts, height=400, width=800, item="annotation 7")
    assert mask.area == len(parts) == 20_000


def test_a_union_has_all_pixels_of_its_parts():
    rng = np.random.default_rng(3)
    arrays_hw = rng.random((200, 12, 9)) < 0.02
    assert union([Mask.from_array(part) for part in arrays_hw]) == Mask.from_array(arrays_hw.any(axis=0))
