from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_desktop.domain.understanding import Direction, DirectionKind, Place
from tas_desktop.engine.layout import Layout
from tas_desktop.engine.rectifier import rectify

MIRRORED = {Place.LEFT: Place.RIGHT, Place.RIGHT: Place.LEFT}


def layout(boxes, *, likely=None, shared=None) -> Layout:
    """Boxes ``(x0, y0, x1, y1)`` in [0, 1]."""
    boxes = np.array(boxes, dtype=float)
    return Layout(
        centres_xy=(boxes[:, :2] + boxes[:, 2:]) / 2,
        boxes_xyxy=boxes,
        area_n=(boxes[:, 2:] - boxes[:, :2]).prod(axis=1),
        shared_nn=np.eye(len(boxes)) if shared is None else shared,
        likely_n=np.ones(len(boxes)) if likely is None else np.array(likely, dtype=float),
    )


def spot(x, y, size=0.1):
    return (x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def direction(*places, kind=DirectionKind.ABSOLUTE, **more) -> Direction:
    return Direction(kind, places, (0, 1), "said", **more)


def winner(scene, *directions, **options) -> int:
    return int(np.argmin(rectify(scene, directions, **options).cost_n))


ROW = layout([spot(0.1, 0.5), spot(0.35, 0.45), spot(0.6, 0.5), spot(0.9, 0.55)])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (direction(Place.LEFT), 0),
        (direction(Place.RIGHT), 3),
        (direction(Place.LEFT, kind=DirectionKind.SUPERLATIVE, far=True), 0),
        (direction(Place.LEFT, kind=DirectionKind.ORDINAL, ordinal=2), 1),
        (direction(Place.RIGHT, kind=DirectionKind.ORDINAL, ordinal=2), 2),
        (direction(Place.RIGHT, kind=DirectionKind.ORDINAL, ordinal=3), 1),
    ],
)
def test_a_row_of_four(said, expected):
    assert winner(ROW, said) == expected


def test_corners_middle_top_and_bottom():
    grid = layout([spot(x, y) for y in (0.15, 0.5, 0.85) for x in (0.15, 0.5, 0.85)])
    assert winner(grid, direction(Place.TOP, Place.RIGHT)) == 2
    assert winner(grid, direction(Place.BOTTOM, Place.LEFT, Place.CORNER)) == 6
    assert winner(grid, direction(Place.MIDDLE)) == 4
    assert set(np.flatnonzero(rectify(grid, [direction(Place.CORNER)]).cost_n < 0.01)) == {0, 2, 6, 8}


def test_sizes_compare_candidates():
    sizes = layout([spot(0.2, 0.5, 0.1), spot(0.5, 0.5, 0.3), spot(0.8, 0.5, 0.2)])
    assert winner(sizes, direction(Place.LARGE)) == 1
    assert winner(sizes, direction(Place.SMALL)) == 0
    assert winner(sizes, direction(Place.LARGE, kind=DirectionKind.ORDINAL, ordinal=2)) == 2


def test_ordinals_count_only_what_looks_like_the_target():
    scene = layout(ROW.boxes_xyxy, likely=[1, 0.01, 1, 1])
    verdict = rectify(scene, [direction(Place.LEFT, kind=DirectionKind.ORDINAL, ordinal=2)])
    assert verdict.cost_n[2] < 0.1
    assert (verdict.cost_n[[0, 3]] > 1.0).all()


def test_a_second_mask_of_one_thing_is_not_a_second_thing():
    boxes = [spot(0.1, 0.5), spot(0.12, 0.5, 0.05), spot(0.6, 0.5), spot(0.9, 0.5)]
    shared = np.eye(4)
    shared[0, 1] = shared[1, 0] = 1.0
    scene = layout(boxes, shared=shared, likely=[1, 0.9, 1, 1])
    assert winner(scene, direction(Place.LEFT, kind=DirectionKind.ORDINAL, ordinal=2)) == 2


def test_relations_are_measured_from_the_anchor():
    said = direction(Place.LEFT, kind=DirectionKind.RELATION, anchor="the car")
    assert winner(ROW, said, anchors={"the car": np.array([[0.01, 0.01, 0.97, 0.01]])}) == 1
    assert winner(ROW, said, anchors={"the car": np.array([[0.01, 0.97, 0.01, 0.01]])}) == 0


def test_between_lies_between_its_anchors():
    said = direction(Place.BETWEEN, kind=DirectionKind.RELATION, anchor="the car and the tree")
    anchors = np.array([[0.97, 0.01, 0.01, 0.01], [0.01, 0.01, 0.97, 0.01]])
    assert winner(ROW, said, anchors={"the car and the tree": anchors}) == 1


def test_nothing_to_choose_or_nothing_said_is_no_verdict():
    assert rectify(layout([spot(0.5, 0.5)]), [direction(Place.LEFT)]) is None
    assert rectify(ROW, []) is None


KINDS = [DirectionKind.ABSOLUTE, DirectionKind.SUPERLATIVE, DirectionKind.ORDINAL, DirectionKind.RELATION]
spots = st.lists(
    st.builds(spot, st.floats(0.1, 0.9), st.floats(0.1, 0.9), st.floats(0.02, 0.19)), min_size=2, max_size=8
)
directions = st.builds(
    lambda kind, places, ordinal: direction(
        *places, kind=kind, ordinal=ordinal, anchor="it" if kind is DirectionKind.RELATION else ""
    ),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(list(Place)), min_size=1, max_size=2, unique=True),
    st.integers(1, 4),
)


@settings(max_examples=150, deadline=None)
@given(spots, st.lists(directions, min_size=1, max_size=3))
def test_never_removes_everything_and_stays_finite(boxes, said):
    verdict = rectify(layout(boxes), said)
    assert verdict.kept_n.any()
    assert np.isfinite(verdict.cost_n).all()
    assert verdict.cost_n.min() == 0.0
    assert verdict.kept_n[np.argmin(verdict.cost_n)]


@settings(max_examples=150, deadline=None)
@given(spots, directions)
def test_left_mirrors_right(boxes, said):
    mirrored = [(1 - x1, y0, 1 - x0, y1) for x0, y0, x1, y1 in boxes]
    if said.kind is DirectionKind.ORDINAL and not set(said.places) & set(MIRRORED):
        return  # "the second one" without a side counts from the left in both pictures
    other = direction(
        *(MIRRORED.get(p, p) for p in said.places), kind=said.kind, ordinal=said.ordinal, anchor=said.anchor
    )
    np.testing.assert_allclose(
        rectify(layout(boxes), [said]).cost_n, rectify(layout(mirrored), [other]).cost_n, atol=1e-6
    )


@settings(max_examples=100, deadline=None)
@given(spots, directions, st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(boxes, said, random):
    order = list(range(len(boxes)))
    random.shuffle(order)
    straight = rectify(layout(boxes), [said]).cost_n
    shuffled = rectify(layout([boxes[i] for i in order]), [said]).cost_n
    np.testing.assert_allclose(shuffled, straight[order], atol=1e-9)
