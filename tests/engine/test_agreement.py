from __future__ import annotations

import pytest

from tas_desktop.engine.agreement import find_wrong_sides
from tests.engine.conftest import WordParser


def wrong(text, centre_xy, **options):
    return [
        f.subject for f in find_wrong_sides(WordParser().understand(text), centre_xy=centre_xy, **options)
    ]


@pytest.mark.parametrize(
    ("text", "centre_xy", "sides"),
    [
        ("block on the left", (0.8, 0.5), ["left"]),
        ("block on the left", (0.2, 0.5), []),
        ("block on the left", (0.55, 0.5), []),
        ("rightmost block", (0.2, 0.5), ["right"]),
        ("top left block", (0.9, 0.9), ["top", "left"]),
        ("block at the bottom", (0.5, 0.1), ["bottom"]),
        ("block", (0.9, 0.9), []),
    ],
)
def test_sides_are_compared_with_the_masks_place(text, centre_xy, sides):
    assert wrong(text, centre_xy) == sides


def test_the_left_one_of_two_things_on_the_right_is_left():
    assert wrong("block on the left", (0.7, 0.5), others_xy=[(0.9, 0.5)]) == []
    assert wrong("block on the left", (0.9, 0.5), others_xy=[(0.7, 0.5)]) == ["left"]


def test_a_direction_switched_off_says_nothing():
    understood = WordParser().understand("block on the left")
    span = understood.directions[0].span
    assert find_wrong_sides(understood, centre_xy=(0.9, 0.5), directions_off=frozenset({span})) == ()


def test_the_finding_points_at_the_word_and_names_the_other_side():
    (finding,) = find_wrong_sides(WordParser().understand("block on the left"), centre_xy=(0.9, 0.5))
    assert "block on the left"[finding.start : finding.end] == "left"
    assert finding.better == ("right",)


def test_a_relation_is_not_measured_in_the_picture():
    assert wrong("block left of the bar", (0.9, 0.5)) == []
