"""Outlines rasterise back to exactly the mask they were traced from (formats.md section 0)."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pycocotools import mask as coco_mask

from tas_desktop.domain.mask import Mask
from tas_desktop.formats.polygon import trace_mask, trace_polygons


def parts_of(polygons, shape):
    """Each part decoded by pycocotools, shape (height, width, parts)."""
    return coco_mask.decode(coco_mask.frPyObjects(polygons, *shape))


def assert_exact(mask_hw):
    polygons = trace_polygons(mask_hw)
    if not mask_hw.any():
        assert polygons == []
        return polygons
    parts = parts_of(polygons, mask_hw.shape)
    assert parts.sum(axis=2).max() == 1
    assert np.array_equal(parts.any(axis=2), mask_hw)
    merged = coco_mask.merge(coco_mask.frPyObjects(polygons, *mask_hw.shape))
    assert np.array_equal(coco_mask.decode(merged).astype(bool), mask_hw)
    for polygon in polygons:
        assert len(polygon) >= 8
        assert len(polygon) % 2 == 0
        assert all(isinstance(value, float) and value.is_integer() for value in polygon)
    return polygons


def turns(polygon):
    """Cross products at the corners of a closed outline: 0 where three points are collinear."""
    points = np.array(polygon).reshape(-1, 2)
    before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    return before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]


def draw(*rows):
    return np.array([[cell == "#" for cell in row] for row in rows])


@settings(max_examples=400, deadline=None)
@given(arrays(bool, st.tuples(st.integers(1, 14), st.integers(1, 14))))
@example(np.ones((3, 4), bool))
@example(np.ones((1, 1), bool))
@example(np.zeros((3, 4), bool))
@example(draw("#.", ".#"))
@example(draw(".#", "#."))
@example(draw("###", "#.#", "###"))
@example(draw("#####", "#...#", "#.#.#", "#...#", "#####"))
@example(draw("####", "#.##", "##.#", "####"))
@example(draw("#.#.#", ".#.#.", "#.#.#"))
def test_any_mask_comes_back_exactly(mask_hw):
    assert_exact(mask_hw)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(20, 90), st.integers(20, 90), st.floats(0.2, 0.8))
def test_larger_masks_with_nested_holes_come_back_exactly(seed, height, width, level):
    noise = np.random.default_rng(seed).random((height // 3 + 1, width // 3 + 1))
    mask_hw = np.kron(noise, np.ones((3, 3)))[:height, :width] > level
    assert_exact(mask_hw)


def test_a_rectangle_is_its_four_corners():
    mask_hw = np.zeros((120, 160), bool)
    mask_hw[20:60, 90:120] = True
    (polygon,) = trace_polygons(mask_hw)
    corners = {tuple(point) for point in np.array(polygon).reshape(-1, 2)}
    assert corners == {(90, 20), (120, 20), (120, 60), (90, 60)}
    assert len(polygon) == 8


def test_pixels_that_touch_at_a_corner_are_two_parts():
    assert len(assert_exact(draw("#.", ".#"))) == 2
    assert len(assert_exact(draw(".#", "#."))) == 2


def test_a_hole_is_cut_into_its_part_and_an_island_in_it_is_a_part_of_its_own():
    polygons = assert_exact(draw("#####", "#...#", "#.#.#", "#...#", "#####"))
    assert sorted(map(len, polygons)) == [8, 2 * (4 + 4 + 2)]


@settings(max_examples=100, deadline=None)
@given(arrays(bool, st.tuples(st.integers(2, 20), st.integers(2, 20))))
def test_a_part_without_holes_has_no_collinear_points(mask_hw):
    for polygon in trace_polygons(mask_hw):
        points = list(zip(polygon[::2], polygon[1::2], strict=True))
        if len(set(points)) == len(points):  # no keyhole: nothing is passed twice
            assert (turns(polygon) != 0).all()


def test_counts_and_bytes_are_foreground_too():
    mask_hw = np.zeros((6, 6), np.uint8)
    mask_hw[2:4, 2:5] = 255
    assert np.array_equal(parts_of(trace_polygons(mask_hw), (6, 6))[..., 0], mask_hw // 255)


def test_noise_with_thousands_of_holes_is_exact():
    mask_hw = np.random.default_rng(3).random((300, 400)) < 0.7
    assert_exact(mask_hw)


def _photo_masks(folder):
    with (folder / "photos" / "instances.json").open(encoding="utf-8") as stream:
        annotated = json.load(stream)
    sizes = {image["id"]: (image["height"], image["width"]) for image in annotated["images"]}
    for annotation in annotated["annotations"]:
        shape, segmentation = sizes[annotation["image_id"]], annotation["segmentation"]
        rle = segmentation
        if isinstance(segmentation, list):
            rle = coco_mask.merge(coco_mask.frPyObjects(segmentation, *shape))
        elif isinstance(segmentation["counts"], list):
            rle = coco_mask.frPyObjects(segmentation, *shape)
        yield coco_mask.decode(rle).astype(bool)


@pytest.mark.slow
def test_masks_of_real_photographs_come_back_exactly(shared_data):
    count = 0
    for mask_hw in _photo_masks(shared_data):
        assert_exact(mask_hw)
        count += 1
    assert count >= 700


@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_an_encoded_mask_gives_the_same_polygons(mask_hw):
    assert trace_mask(Mask.from_array(mask_hw)) == trace_polygons(mask_hw)
