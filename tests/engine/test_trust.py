"""Trust in masks: it chooses between masks of one thing more than between things."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.overlap import shared_of_smaller
from tas_desktop.engine.scoring import trust_in_masks


def square(x, side, quality, source=ProposalSource.SAM):
    mask_hw = np.zeros((40, 80), dtype=bool)
    mask_hw[5 : 5 + side, x : x + side] = True
    return Proposal(Mask.from_array(mask_hw), quality, source)


def trust(*proposals):
    return trust_in_masks(proposals, shared_nn=shared_of_smaller([p.mask for p in proposals]))


def test_alone_a_mask_is_trusted_as_far_as_its_maker_does():
    assert trust(square(0, 20, 0.9), square(40, 20, 0.5)) == pytest.approx([0.9, 0.5])


def test_a_better_mask_of_the_same_thing_costs_more_than_the_difference():
    good, loose = trust(square(0, 20, 0.9), square(1, 20, 0.7))
    assert good == pytest.approx(0.9)
    assert good - loose > 0.9 - 0.7


def test_a_region_of_a_hierarchy_over_an_object_is_trusted_least():
    drawn, over, apart = trust(
        square(0, 15, 0.9),
        square(0, 30, 0.8, ProposalSource.HIERARCHY),
        square(45, 20, 0.8, ProposalSource.HIERARCHY),
    )
    assert over < apart == 0.0 < drawn


def test_no_masks_give_no_trust():
    assert trust().shape == (0,)
