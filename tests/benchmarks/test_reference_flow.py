"""The script order that our speed is compared with does the same as our engine, or it is no reference."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.reference_flow.__main__ import TOLERANCE, summarise, without_hierarchy
from benchmarks.reference_flow.pictures import draw_task
from benchmarks.reference_flow.script_order import kept_masks, square_crop
from benchmarks.reference_flow.script_rectifier import by_superlative, by_word
from benchmarks.reference_flow.turns import Gauge, take_turns
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import load_profile
from tas_desktop.engine.control import Control


@pytest.fixture(scope="module")
def starter():
    return load_components(without_hierarchy(load_profile("starter")), placement=Placement("cpu"))


def test_scores_and_choices_agree_with_the_engine(starter):
    task = draw_task(4001, sentences=8, aside=2)
    turns = take_turns(
        [task],
        ours=starter,
        script=starter,
        draw_masks=lambda image_rgb: starter.proposer.propose(image_rgb, control=Control()),
        gauge=Gauge("cpu"),
    )
    assert turns.masks["ours"] == turns.masks["script order"]
    assert turns.masks["ours"][0] >= 3
    assert 0 < turns.largest_difference <= TOLERANCE
    assert turns.timed_difference == turns.largest_difference
    assert turns.same_first == [True] * 8
    figures = summarise(turns, sentences=8)
    assert all(np.isfinite(value) for value in figures.values())


def test_the_scripts_filter():
    masks = [np.zeros((100, 100), bool) for _ in range(4)]
    masks[0][:60, :60] = True
    masks[1][:60, 20:80] = True  # shares two thirds with the first, of the same area: the later one goes
    masks[2][:40, 60:] = True  # half of it lies in the second, which is gone and still drives it out
    masks[3][90:, 90:] = True  # too small
    assert kept_masks(masks) == [0]
    assert kept_masks(masks[3:]) == [0]


def test_the_scripts_crop_is_padded_on_both_ends():
    image = np.full((20, 30, 3), 9, np.uint8)
    mask = np.zeros((20, 30), bool)
    mask[5:8, 3:13] = True  # segment_anything's box leaves the last row and column out
    crop = square_crop(image, mask)
    assert crop.shape == (8, 9, 3)  # 9 - 2 is odd: one pixel short of square, as upstream
    assert crop[:3].max() == 0
    assert crop[3:5].min() == 9


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("leftmost mug", ["TL", "BL"]),
        ("top right mug", ["TR"]),
        ("mug underneath", ["BL", "BR"]),
        ("largest mug", None),
    ],
)
def test_the_scripts_superlatives(sentence, places):
    assert by_superlative(sentence) == places


def test_the_scripts_relations():
    assert by_word("left", "mug on the left") == ["TL", "BL"]
    assert by_word("left", "mug on the top left") == ["TL"]
    assert by_word("under", "mug under it on the right") == ["BR"]
    assert by_word("beside", "mug beside it") is None
