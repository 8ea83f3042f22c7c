from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.overlap import code_rule, shared_of_smaller, thin_out
from tas_desktop.engine.params import AnalysisParams, OverlapRule

SIZE = 100


def strip(start: int, stop: int, rows: int = 100) -> Mask:
    mask_hw = np.zeros((SIZE, SIZE), dtype=bool)
    mask_hw[:rows, start:stop] = True
    return Mask.from_array(mask_hw)


def plain_code_rule(arrays, floor=2000, limit=0.4):
    """The released filter as methods.md 1.2 words it, straight over pixels."""
    areas = [int(a.sum()) for a in arrays]
    large = [i for i, area in enumerate(areas) if area >= floor]
    kept = set(large)
    for i, j in combinations(large, 2):
        shared = int((arrays[i] & arrays[j]).sum()) / min(areas[i], areas[j])
        if shared > limit:
            kept.discard(i if areas[i] < areas[j] else j)
    return sorted(kept)


def test_floor_is_2000_pixels_whatever_the_picture():
    assert code_rule([strip(0, 20), strip(40, 59, rows=100), strip(70, 90, rows=99)], area_floor_px=2000) == [
        0
    ]


def test_overlap_is_measured_against_the_smaller_and_four_tenths_may_stay():
    wide = strip(0, 50)
    exactly, more = strip(42, 62), strip(41, 61)  # 8 and 9 of 20 columns shared
    assert code_rule([wide, exactly], area_floor_px=0) == [0, 1]
    assert code_rule([wide, more], area_floor_px=0) == [0]


def test_of_equal_masks_the_later_goes():
    assert code_rule([strip(0, 30), strip(0, 30)], area_floor_px=0) == [0]


def test_the_code_rule_takes_no_part_of_a_hierarchy_while_there_are_objects():
    code = AnalysisParams(overlap=OverlapRule.CODE)
    region, thing = strip(0, 90), strip(0, 30)
    joined = proposals((region, 0.9, ProposalSource.HIERARCHY), (thing, 0.8, ProposalSource.SAM))
    assert [p.mask for p in thin_out(joined, code)] == [thing]
    nested = proposals((region, 0.9, ProposalSource.HIERARCHY), (thing, 0.8, ProposalSource.HIERARCHY))
    assert len(thin_out(nested, code)) == 2


def test_a_dropped_mask_still_drives_others_out():
    large, middle, small = strip(0, 50), strip(25, 65), strip(55, 75)
    # "middle" falls to "large"; "small" overlaps only "middle" and falls all the same.
    assert code_rule([small, middle, large], area_floor_px=0) == [2]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(*[st.integers(0, 60)] * 2, *[st.integers(5, 60)] * 2), min_size=1, max_size=8))
def test_the_code_rule_agrees_with_a_plain_one(rectangles):
    arrays = []
    for x, y, w, h in rectangles:
        mask_hw = np.zeros((SIZE, SIZE), dtype=bool)
        mask_hw[y : y + h, x : x + w] = True
        arrays.append(mask_hw)
    masks = [Mask.from_array(a) for a in arrays]
    assert code_rule(masks, area_floor_px=300) == plain_code_rule(arrays, floor=300)


def test_shared_share_is_exact():
    shared = shared_of_smaller([strip(0, 30), strip(20, 40)])
    assert shared.tolist() == [[1.0, 0.5], [0.5, 1.0]]


def proposals(*items):
    return [Proposal(mask, quality, source) for mask, quality, source in items]


def test_nested_regions_of_a_hierarchy_stay():
    nested = [(strip(0, 10 * n), 0.5, ProposalSource.HIERARCHY) for n in (2, 4, 8)]
    assert len(thin_out(proposals(*nested), AnalysisParams())) == 3


def test_parts_stay_unless_nesting_is_limited_and_nothing_goes_for_a_background():
    whole, part, background = strip(0, 40), strip(10, 20), strip(0, 90)
    objects = proposals((part, 0.9, ProposalSource.SAM), (whole, 0.8, ProposalSource.SAM))
    assert len(thin_out(objects, AnalysisParams())) == 2
    strict = AnalysisParams(nesting_limit=0.8)
    assert [p.mask for p in thin_out(objects, strict)] == [whole]
    on_ground = proposals((part, 0.7, ProposalSource.SAM), (background, 0.8, ProposalSource.SAM))
    assert len(thin_out(on_ground, strict)) == 2


def test_of_two_near_copies_the_better_stays_and_objects_win_over_regions():
    first, second = strip(0, 40), strip(1, 40)
    kept = thin_out(
        proposals((first, 0.99, ProposalSource.HIERARCHY), (second, 0.6, ProposalSource.SAM)),
        AnalysisParams(),
    )
    assert [p.source for p in kept] == [ProposalSource.SAM]


def test_floor_of_ours_is_relative():
    speck = Mask.from_array(np.pad(np.ones((2, 2)), ((0, 98), (0, 98))))
    assert thin_out(proposals((speck, 0.9, ProposalSource.SAM)), AnalysisParams()) == []
    none = AnalysisParams(overlap=OverlapRule.NONE)
    assert len(thin_out(proposals((speck, 0.9, ProposalSource.SAM)), none)) == 1


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(*[st.integers(0, 60)] * 2, *[st.integers(5, 40)] * 2), min_size=1, max_size=8))
def test_ours_keeps_a_likeness_of_every_region(rectangles):
    items = []
    for x, y, w, h in rectangles:
        mask_hw = np.zeros((SIZE, SIZE), dtype=bool)
        mask_hw[y : y + h, x : x + w] = True
        items.append(Proposal(Mask.from_array(mask_hw), 0.5, ProposalSource.HIERARCHY))
    kept = thin_out(items, AnalysisParams())
    best = pairwise_iou([p.mask for p in items], [p.mask for p in kept]).max(axis=1)
    assert (best > AnalysisParams().iou_limit - 1e-9).all()


@pytest.mark.parametrize("rule", list(OverlapRule))
def test_no_proposals_are_no_trouble(rule):
    assert thin_out([], AnalysisParams(overlap=rule)) == []
