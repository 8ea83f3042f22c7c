from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.understanding import DirectionKind, Place

A, S, N, R = DirectionKind.ABSOLUTE, DirectionKind.SUPERLATIVE, DirectionKind.ORDINAL, DirectionKind.RELATION
L, RT, T, B, M = Place.LEFT, Place.RIGHT, Place.TOP, Place.BOTTOM, Place.MIDDLE


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("the striped red mug on the left", A, (L,)),
        ("left black shirt", A, (L,)),
        ("mug in the upper right corner", A, (T, RT)),
        ("bottom-left mug", A, (B, L)),
        ("mug at the bottom", A, (B,)),
        ("lower mug", A, (B,)),
        ("mug in the centre", A, (M,)),
        ("the middle mug", A, (M,)),
        ("mug in the corner", A, (Place.CORNER,)),
        ("left corner mug", A, (L, Place.CORNER)),
        ("mug on the far left", S, (L,)),
        ("leftmost mug", S, (L,)),
        ("left most mug", S, (L,)),
        ("mug furthest to the right", S, (RT,)),
        ("the largest mug", S, (Place.LARGE,)),
        ("the small mug", A, (Place.SMALL,)),
        ("mug closest to us", S, (Place.NEAR,)),
        ("mug in the background", A, (Place.BACK,)),
        ("front mug", A, (Place.FRONT,)),
        ("mug at 4 o'clock", A, (B, RT)),
        ("northwest mug", A, (T, L)),
        ("mug not on the left", A, (RT,)),
        ("mug on the botom", A, (B,)),
        ("guy on teh rigth", A, (RT,)),
        ("left side of the picture", A, (L,)),
        ("RIGHT MUG", A, (RT,)),
        ("topleft mug", A, (T, L)),
        ("mug on rt", A, (RT,)),
        ("bttm mug", A, (B,)),
        ("mug on farleft", S, (L,)),
        ("mug on your left", A, (L,)),
        ("mug at 3oclock", A, (RT,)),
        ("mug near us", A, (Place.NEAR,)),
        ("the close mug", A, (Place.NEAR,)),
        ("mug closest to the camera", S, (Place.NEAR,)),
        ("mug behind another mug", A, (Place.BACK,)),
        ("mug to the left of the other two mugs", A, (L,)),
        ("mug between the other mugs", A, (M,)),
        ("mug behind the others", A, (Place.BACK,)),
    ],
)
def test_one_direction(parser, text, kind, places):
    (direction,) = parser.understand(text).directions
    assert (direction.kind, direction.places) == (kind, places)
    assert direction.far == (kind is S)


@pytest.mark.parametrize(
    ("text", "ordinal", "place"),
    [
        ("second mug from the left", 2, L),
        ("mug 3rd from right", 3, RT),
        ("the second from the top", 2, T),
        ("second from the far right", 2, RT),
        ("mug number 2 from the left", 2, L),
        ("third mug from left to right", 3, L),
        ("second largest mug", 2, Place.LARGE),
        ("first mug on the left", 1, L),
        ("2 in from the left", 2, L),
        ("mug 2nd frm lft", 2, L),
        ("second closest mug", 2, Place.NEAR),
        ("second mug from the front", 2, Place.FRONT),
    ],
)
def test_ordinals_count_from_a_side(parser, text, ordinal, place):
    found = [d for d in parser.understand(text).directions if d.kind is N]
    assert [(d.ordinal, d.places) for d in found] == [(ordinal, (place,))]


@pytest.mark.parametrize(
    ("text", "place", "anchor"),
    [
        ("the mug left of the blue car", L, "the blue car"),
        ("mug to the left of the blue car", L, "the blue car"),
        ("the mug on the right side of the sofa", RT, "the sofa"),
        ("mug above the table", T, "the table"),
        ("mug on top of the box", T, "the box"),
        ("mug under the lamp", B, "the lamp"),
        ("mug next to the sofa", Place.NEAR, "the sofa"),
        ("mug right next to the sofa", Place.NEAR, "the sofa"),
        ("mug behind the sofa", Place.BACK, "the sofa"),
        ("mug in front of the sofa", Place.FRONT, "the sofa"),
        ("mug between the lamp and the sofa", Place.BETWEEN, "the lamp and the sofa"),
    ],
)
def test_relations_name_their_anchor(parser, text, place, anchor):
    (direction,) = parser.understand(text).directions
    assert (direction.kind, direction.places, direction.anchor) == (R, (place,), anchor)


@pytest.mark.parametrize(
    "text",
    [
        "girl in a red top",
        "man with a cup in his left hand",
        "dog on her left",
        "the red mug",
        "woman with her back to us",
        "guy with his hood up",
        "man sitting down",
        "the mug that is left over",
        "back of the head",
        "man with a cup in front of him",
        "middle aged man",
        "baby in a high chair",
        "girl with a red bag and green top",
        "horse with its front legs up",
        "guy with back turned",
        "mug next to another mug",
        "person with a lap top",
        "a bench with a red box on top",
    ],
)
def test_look_alikes_are_no_directions(parser, text):
    assert parser.understand(text).directions == ()


def test_right_may_only_mean_exactly(parser):
    (direction,) = parser.understand("person right in front of the sofa").directions
    assert (direction.kind, direction.places) == (R, (Place.FRONT,))


def test_a_side_after_another_thing_is_loose(parser):
    assert [d.loose for d in parser.understand("the plant behind the clock on the left").directions] == [
        False,
        True,
    ]
    assert [d.loose for d in parser.understand("man with a hat on the left").directions] == [True]
    assert [d.loose for d in parser.understand("the plant on the left behind the clock").directions] == [
        False,
        False,
    ]


WORDS = "left right top of the far mug second from 3rd corner not - , most in to us hand o clock 4 largest"
PATCHWORK = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@given(text=st.text(max_size=60) | PATCHWORK)
def test_spans_lie_in_order_inside_the_text(parser, text):
    understood = parser.understand(text)
    edges = [edge for direction in understood.directions for edge in direction.span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(understood.tokens) for edge in edges)
    assert all(d.span[0] < d.span[1] and d.text and d.places for d in understood.directions)
    assert all(
        (d.kind is R) == bool(d.anchor) and (d.kind is N) == bool(d.ordinal) for d in understood.directions
    )
