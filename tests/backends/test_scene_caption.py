"""The caption of the whole picture: certain, distinct, whole objects."""

from __future__ import annotations

import numpy as np

from tas_desktop.backends.captioners.scene_caption import ComposedSceneCaptioner, join_phrases
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.control import Control

PICTURE = np.zeros((100, 100, 3), np.uint8)


def proposal(x, y, side, quality=0.9, source=ProposalSource.SAM):
    mask = np.zeros((100, 100), bool)
    mask[y : y + side, x : x + side] = True
    return Proposal(Mask.from_array(mask), quality, source)


def compose(rows, most=5):
    proposals, captions = zip(*rows, strict=True) if rows else ((), ())
    return ComposedSceneCaptioner(most=most).caption_scene(
        PICTURE, proposals=proposals, captions=captions, control=Control()
    )


def test_larger_and_surer_come_first():
    rows = [
        (proposal(0, 0, 10), "a red mug"),
        (proposal(50, 50, 30), "a blue car"),
        (proposal(20, 70, 20, quality=0.2), "a plain tree"),
    ]
    assert compose(rows) == "a blue car, a red mug and a plain tree"


def test_pieces_ground_pairs_and_the_unknown_are_passed_over():
    rows = [
        (proposal(0, 0, 50), "part of the background"),
        (proposal(0, 0, 30), "part of a red mug"),
        (proposal(0, 50, 30), "something unknown"),
        (proposal(50, 0, 30), "a red mug and a blue car"),
        (proposal(70, 70, 9), "a red mug"),
        (proposal(50, 50, 9), ""),
    ]
    assert compose(rows) == "a red mug"


def test_the_same_thing_is_named_once():
    rows = [
        (proposal(0, 0, 40), "a red mug"),
        (proposal(1, 1, 39), "a red cup"),  # the same place
        (proposal(60, 60, 20), "a red mug"),  # the same words
    ]
    assert compose(rows) == "a red mug"


def test_a_networks_masks_come_before_regions():
    rows = [
        (proposal(0, 0, 60, quality=1.0, source=ProposalSource.HIERARCHY), "a green tree"),
        (proposal(70, 70, 9, quality=0.3), "a red mug"),
    ]
    assert compose(rows, most=1) == "a red mug"


def test_no_more_than_asked_for():
    rows = [(proposal(10 * k, 10 * k, 9), f"a thing{k}") for k in range(8)]
    assert compose(rows, most=3).count("thing") == 3


def test_nothing_to_say():
    assert compose([]) == ""
    assert compose([(proposal(0, 0, 9), "part of the background")]) == ""


def test_joining():
    assert [join_phrases(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
