"""Outlines that cv2 and Pillow fill, as ReasonSeg's and PhraseCut's readers do, to exactly the mask."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw

from tas_desktop.formats.outlines import trace_outlines


def filled_by_cv2(outlines, shape_hw):
    drawn_hw = np.zeros(shape_hw, np.uint8)
    for points in outlines:
        cv2.polylines(drawn_hw, np.array([points], np.int32), isClosed=True, color=1, thickness=1)
        cv2.fillPoly(drawn_hw, np.array([points], np.int32), 1)
    return drawn_hw > 0


def filled_by_pillow(outlines, shape_hw):
    summed_hw = np.zeros(shape_hw)
    for points in outlines:
        image = Image.new("L", shape_hw[::-1], 0)
        ImageDraw.Draw(image).polygon([tuple(point) for point in points], outline=1, fill=1)
        summed_hw += np.array(image)
    return summed_hw > 0


def draw(*rows):
    return np.array([[cell == "#" for cell in row] for row in rows])


masks = arrays(bool, st.tuples(st.integers(1, 14), st.integers(1, 14)))
NESTED = draw("#######", "#.....#", "#.###.#", "#.#.#.#", "#.###.#", "#.....#", "#######")
MESH = draw("#######", "#.#.#.#", "#######", "#.#.#.#", "#######")


@pytest.mark.parametrize("fill", [filled_by_cv2, filled_by_pillow])
@settings(max_examples=400)
@given(masks)
@example(NESTED)
@example(MESH)
@example(draw("#"))
@example(draw("##"))
@example(draw("#.", ".#"))
@example(draw("####", "#.##", "##.#", "####"))
@example(np.ones((3, 4), bool))
@example(np.zeros((3, 4), bool))
def test_filled_outlines_are_the_mask(fill, mask_hw):
    outlines = trace_outlines(mask_hw)
    assert all(len(points) >= 3 for points in outlines)
    assert np.array_equal(fill(outlines, mask_hw.shape), mask_hw)


@pytest.mark.parametrize("fill", [filled_by_cv2, filled_by_pillow])
def test_a_mesh_of_thousands_of_holes_is_exact(fill):
    mask_hw = np.ones((161, 161), bool)
    mask_hw[1::2, 1::2] = False
    assert np.array_equal(fill(trace_outlines(mask_hw), mask_hw.shape), mask_hw)


@pytest.mark.parametrize("fill", [filled_by_cv2, filled_by_pillow])
def test_large_round_shapes_are_exact(fill):
    rows, columns = np.mgrid[:300, :400]
    distance = np.hypot(rows - 150, columns - 200)
    mask_hw = ((distance < 140) & (distance > 60)) | (distance < 30)
    assert np.array_equal(fill(trace_outlines(mask_hw), mask_hw.shape), mask_hw)
