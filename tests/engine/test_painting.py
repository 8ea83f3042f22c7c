"""Strokes and polygons against their definitions, pixel by pixel."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.engine.painting import brush_line, fill_polygon

HEIGHT, WIDTH = 12, 17
points = st.tuples(st.floats(-4, WIDTH + 4), st.floats(-4, HEIGHT + 4))


def whole(patch):
    """A patch in the full picture."""
    array = np.zeros((HEIGHT, WIDTH), bool)
    x, y, w, h = patch.box_xywh
    array[y : y + h, x : x + w] = patch.inside_hw
    return array


def distance_to_line(point, start, end):
    along = np.subtract(end, start)
    length = float(along @ along)
    share = min(max(float(np.subtract(point, start) @ along) / length, 0), 1) if length else 0
    return math.dist(point, np.add(start, share * along))


@given(points, points, st.floats(0.5, 9))
def test_a_brush_covers_what_it_passes_within_its_radius(start, end, diameter):
    covered = whole(brush_line(start, end, diameter=diameter, height=HEIGHT, width=WIDTH))
    ends = {(int(x), int(y)) for x, y in (start, end) if x >= 0 and y >= 0}
    for row in range(HEIGHT):
        for column in range(WIDTH):
            away = distance_to_line((column + 0.5, row + 0.5), start, end)
            if abs(away - diameter / 2) > 1e-3:
                assert covered[row, column] == (away < diameter / 2 or (column, row) in ends)


@given(points, points, points, st.floats(1, 6))
def test_a_stroke_is_the_same_in_one_piece_or_two(start, middle, end, diameter):
    on_line = tuple(np.add(start, 0.5 * np.subtract(end, start)))
    one = whole(brush_line(start, end, diameter=diameter, height=HEIGHT, width=WIDTH))
    two = whole(brush_line(start, on_line, diameter=diameter, height=HEIGHT, width=WIDTH))
    two |= whole(brush_line(on_line, end, diameter=diameter, height=HEIGHT, width=WIDTH))
    assert (one ^ two).sum() <= 2  # rounding at the rim


@given(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))
def test_the_smallest_brush_covers_the_pixel_under_it(column, row):
    covered = whole(
        brush_line(
            (column + 0.9, row + 0.1), (column + 0.9, row + 0.1), diameter=0.5, height=HEIGHT, width=WIDTH
        )
    )
    assert covered[row, column]
    assert covered.sum() == 1


def inside_by_crossings(x, y, corners):
    """Even-odd: a ray to the left crosses an odd number of edges."""
    inside = False
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y0 <= y) != (y1 <= y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) <= x:
            inside = not inside
    return inside


grid = st.tuples(st.integers(-3, WIDTH + 3), st.integers(-3, HEIGHT + 3)).map(
    lambda p: (p[0] + 0.25, p[1] + 0.25)
)


@given(st.lists(grid, min_size=3, max_size=7))
def test_a_polygon_covers_the_pixel_centres_inside_it(corners):
    covered = fill_polygon(corners, height=HEIGHT, width=WIDTH).to_array()
    for row in range(HEIGHT):
        for column in range(WIDTH):
            near = min(
                abs(x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0) - column - 0.5) if y0 != y1 else 1
                for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True)
            )
            if near > 1e-6:
                assert covered[row, column] == inside_by_crossings(column + 0.5, row + 0.5, corners)


def test_a_rectangle_covers_exactly_its_pixels():
    covered = fill_polygon([(2, 3), (7, 3), (7, 9), (2, 9)], height=HEIGHT, width=WIDTH).to_array()
    assert covered[3:9, 2:7].all()
    assert covered.sum() == 30


@pytest.mark.parametrize("corners", [[], [(1, 1)], [(1, 1), (9, 9)], [(-9, -9), (-3, -9), (-3, -3)]])
def test_what_has_no_area_covers_nothing(corners):
    assert not fill_polygon(corners, height=HEIGHT, width=WIDTH).to_array().any()


def test_a_stroke_beside_the_picture_covers_nothing():
    assert not whole(brush_line((-20, -20), (-9, -9), diameter=4, height=HEIGHT, width=WIDTH)).any()


def test_a_polygon_at_the_foot_of_a_column_does_not_reach_into_the_next():
    covered = fill_polygon([(3, 5), (6, 5), (6, 30), (3, 30)], height=HEIGHT, width=WIDTH).to_array()
    assert covered[5:, 3:6].all()
    assert covered.sum() == 3 * (HEIGHT - 5)
    everything = fill_polygon([(-1, -1), (99, -1), (99, 99), (-1, 99)], height=HEIGHT, width=WIDTH)
    assert everything.area == HEIGHT * WIDTH
