"""From a typed expression to scored masks with the shipped networks, without a network connection."""

from __future__ import annotations

import json

import numpy as np
import pytest
from pycocotools import mask as coco_mask

from tas_desktop.cli import main

pytestmark = pytest.mark.usefixtures("no_network")


def masks_of(content):
    return [coco_mask.decode(c["rle"]).astype(bool) for c in content["candidates"]]


def test_no_score_is_constant(propose_json, sample):
    content = propose_json(sample("mugs.jpg"), "the striped red mug on the left", "--top", 40)
    assert len(content["candidates"]) >= 5
    for term in ("v", "p", "n", "total"):
        values = [c[term] for c in content["candidates"]]
        assert np.std(values) > 1e-3, f"{term} is the same for all candidates"
    assert len({c["caption"] for c in content["candidates"]}) > 1


def test_the_first_mask_follows_the_expression(propose_json, sample):
    one, other = (
        masks_of(propose_json(sample("trees.jpg"), text, "--top", 1))[0]
        for text in ("the red tree", "the blue mug")
    )
    assert not (one & other).any()


def test_left_and_right_turn_round(propose_json, sample):
    def first_x(text):
        x, _, w, _ = propose_json(sample("trucks.png"), text, "--top", 1)["candidates"][0]["bbox"]
        return x + w / 2

    assert first_x("the thing on the far left") < first_x("the thing on the far right")


def test_loading_from_nothing_needs_no_network(sample, capsys):
    assert main(["propose", str(sample("mugs.jpg")), "the striped mug", "--json", "--no-cache"]) == 0
    assert json.loads(capsys.readouterr().out)["candidates"]
