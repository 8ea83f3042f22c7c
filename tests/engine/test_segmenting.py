"""What points and boxes make of a mask, over a decoder that takes blocks of one colour for things."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.domain.mask_algebra import subtract, unite
from tas_desktop.domain.prompt import PointPrompt, Prompts
from tas_desktop.engine.nudging import distance_to_outline, region_like
from tas_desktop.engine.pool import box_iou
from tas_desktop.engine.prompting import ChoiceWeights, MaskChoices, choose_claim, choose_mask
from tas_desktop.engine.seen import SeenPicture, working_copy
from tas_desktop.engine.segmenting import segment
from tests.support.colour_decoder import ColourDecoder
from tests.support.colour_pipeline import block_picture

HEIGHT, WIDTH = 160, 240
BLOCKS = [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60), ("green", 160, 115, 30, 30)]


def block(index):
    _, x, y, w, h = BLOCKS[index]
    return Mask.from_window(np.ones((h, w), bool), x=x, y=y, height=HEIGHT, width=WIDTH)


NOTHING = subtract(block(0), block(0))
IN_RED, IN_BLUE, IN_GREEN = (45, 50), (180, 70), (175, 130)


def on(*points):
    return tuple(PointPrompt(point, inside=True) for point in points)


def off(*points):
    return tuple(PointPrompt(point, inside=False) for point in points)


@pytest.fixture
def decoder():
    return ColourDecoder()


@pytest.fixture
def seen(decoder):
    return SeenPicture(block_picture(BLOCKS), height=HEIGHT, width=WIDTH, decoder=decoder)


def answer(decoder, seen, points, base=NOTHING, box=None):
    return segment(decoder, seen, Prompts(points, box), base=base).mask


def iou(mask, other):
    return float(pairwise_iou([mask], [other])[0, 0])


def test_a_first_point_takes_the_thing_under_it(decoder, seen):
    assert answer(decoder, seen, on(IN_RED)) == block(0)


def test_a_point_far_from_the_mask_adds_its_thing_and_one_beside_the_object_cuts_it(decoder, seen):
    both = answer(decoder, seen, on(IN_RED, IN_BLUE), base=block(0))
    assert both == unite(block(0), block(1))
    assert answer(decoder, seen, on(IN_RED) + off(IN_BLUE), base=both) == block(0)


def test_a_box_takes_what_fills_it(decoder, seen):
    assert answer(decoder, seen, (), box=(145, 38, 70, 66)) == block(1)
    assert answer(decoder, seen, (), base=block(0), box=(158, 112, 34, 36)) == block(2)


def test_on_pictures_the_network_does_not_know_a_box_takes_a_proposal(decoder, seen):
    x, y, w, h = (int(v) for v in block(1).box_xywh)
    proposal = Mask.from_window(np.ones((h - 9, w), bool), x=x, y=y, height=HEIGHT, width=WIDTH)
    asked = decoder.decodes
    found = segment(
        decoder, seen, Prompts(box_xywh=block(1).box_xywh), base=NOTHING, pool=(block(0), proposal)
    )
    assert found.mask == proposal
    assert decoder.decodes == asked
    far = segment(decoder, seen, Prompts(box_xywh=block(2).box_xywh), base=NOTHING, pool=(block(0), proposal))
    assert far.mask == block(2), "no proposal is like the box: the network is asked after all"


@pytest.mark.parametrize(
    ("other", "iou"), [((0, 0, 4, 4), 1.0), ((2, 0, 4, 4), 1 / 3), ((4, 0, 4, 4), 0.0), ((9, 9, 0, 0), 0.0)]
)
def test_the_overlap_of_boxes(other, iou):
    assert box_iou((0, 0, 4, 4), other) == pytest.approx(iou)


def test_a_point_near_the_outline_moves_the_outline_only(decoder, seen):
    x, y, w, h = (int(v) for v in block(1).box_xywh)
    short = Mask.from_window(np.ones((h, w - 6), bool), x=x, y=y, height=HEIGHT, width=WIDTH)
    mended = answer(decoder, seen, on(IN_BLUE, (x + w - 3, y + 30)), base=short)
    assert iou(mended, block(1)) > iou(short, block(1))
    assert not subtract(mended, block(1)).area
    wide = Mask.from_window(np.ones((h, w + 6), bool), x=x, y=y, height=HEIGHT, width=WIDTH)
    mended = answer(decoder, seen, on(IN_BLUE) + off((x + w + 3, y + 30)), base=wide)
    assert iou(mended, block(1)) > iou(wide, block(1))
    assert not subtract(block(1), mended).area


def test_a_point_beside_the_object_before_any_mask_changes_nothing(decoder, seen):
    assert answer(decoder, seen, off(IN_RED)) == NOTHING
    assert answer(decoder, seen, ()) == NOTHING


def test_a_second_look_at_the_same_place_costs_no_embedding(decoder, seen):
    answer(decoder, seen, on(IN_GREEN))
    looks = decoder.looks
    answer(decoder, seen, on(IN_GREEN, (170, 125)), base=block(2))
    answer(decoder, seen, on(IN_GREEN))
    assert decoder.looks == looks


points = st.tuples(st.floats(-5, WIDTH + 5), st.floats(-5, HEIGHT + 5))


@settings(max_examples=60)
@given(st.lists(st.tuples(points, st.booleans()), min_size=1, max_size=5))
def test_the_newest_point_always_has_its_say(clicks):
    decoder = ColourDecoder()
    seen = SeenPicture(block_picture(BLOCKS), height=HEIGHT, width=WIDTH, decoder=decoder)
    mask, prompts = NOTHING, ()
    for (x, y), inside in clicks:
        prompts += (PointPrompt((x, y), inside),)
        mask = segment(decoder, seen, Prompts(prompts), base=mask).mask
        row, column = min(max(int(y), 0), HEIGHT - 1), min(max(int(x), 0), WIDTH - 1)
        assert mask.to_array()[row, column] == inside


def test_a_large_picture_is_looked_at_small_and_answered_in_full(decoder):
    large = np.kron(block_picture(BLOCKS), np.ones((20, 20, 1), np.uint8))
    copy = working_copy(large)
    assert max(copy.shape) == 1536
    seen = SeenPicture(copy, height=HEIGHT * 20, width=WIDTH * 20, decoder=decoder)
    full = Mask.from_window(np.ones((800, 1000), bool), x=400, y=600, height=HEIGHT * 20, width=WIDTH * 20)
    found = segment(decoder, seen, Prompts(on((900, 1000))), base=subtract(full, full)).mask
    assert iou(found, full) > 0.98


def test_masks_that_agree_are_averaged_and_others_left_alone():
    yes, nearly, other = np.zeros((3, 10, 10), np.float32)
    yes[2:8, 2:8] = 1
    nearly[2:8, 2:8] = 1
    nearly[8, 2] = 1
    other[0, 0] = 1
    choices = MaskChoices(np.stack((yes, nearly, other)), np.array((0.9, 0.85, 0.88)), np.zeros(3, np.intp))
    chosen = choose_mask(choices, weights=ChoiceWeights())
    assert chosen.shares_hw[8, 2] == pytest.approx(0.5)
    assert chosen.shares_hw[0, 0] == 0
    assert chosen.quality == pytest.approx(0.9)


def test_a_claim_spares_the_points_of_the_object():
    large, small = np.zeros((2, 10, 10), np.float32)
    large[:] = 1
    small[:3, :3] = 1
    choices = MaskChoices(np.stack((large, small)), np.array((0.9, 0.4)), np.zeros(2, np.intp))
    assert [claim.quality for claim in choose_claim(choices, (1, 1))] == [0.9, 0.4]
    assert [claim.quality for claim in choose_claim(choices, (1, 1), spare_xy=[(8, 8)])] == [0.4]
    assert choose_claim(choices, (8, 8), spare_xy=[(9, 9)]) == []


def test_distances_and_regions_of_a_point():
    mask = np.zeros((20, 20), bool)
    mask[5:15, 5:15] = True
    assert distance_to_outline(mask, (5, 10)) == pytest.approx(1, abs=0.1)
    assert distance_to_outline(mask, (10, 10)) == pytest.approx(5, abs=0.3)
    lab = np.zeros((20, 20, 3), np.float32)
    lab[:, 10:] = 1
    region = region_like(lab, (4, 10), radius=30, limit=0.1)
    assert region[:, :10].all()
    assert not region[:, 10:].any()
    assert region_like(lab, (4, 10), radius=3, limit=0.1).sum() == 29
