"""The tool tips of direction chips say what was read."""

from __future__ import annotations

import pytest

from tas_desktop.domain.understanding import Direction, DirectionKind, Place
from tas_desktop.ui.expression.chips import Chip
from tas_desktop.ui.expression.direction_wording import describe_direction
from tests.ui.driving import type_and_wait


def direction(kind, *places, **more):
    return Direction(kind, places, (0, 1), "said", **more)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (direction(DirectionKind.ABSOLUTE, Place.TOP, Place.RIGHT), "top, right"),
        (direction(DirectionKind.ORDINAL, Place.LEFT, ordinal=2), "Number 2"),
        (direction(DirectionKind.RELATION, Place.BACK, anchor="the {sofa}"), "“the {sofa}”: back"),
    ],
)
def test_places_ranks_and_anchors_are_named(read, said):
    assert said in describe_direction(read)


def test_every_kind_and_place_has_words():
    texts = {describe_direction(direction(k, p, ordinal=3, anchor="x")) for k in DirectionKind for p in Place}
    assert len(texts) == len(DirectionKind) * len(Place)


def test_the_chip_says_what_was_counted_and_from_where(qtbot, opened):
    type_and_wait(qtbot, opened, "second block from the right")
    tips = [chip.toolTip() for chip in opened.expression.chips.findChildren(Chip) if chip.isVisible()]
    assert any("Number 2 of its kind, counted from: right" in tip for tip in tips)
