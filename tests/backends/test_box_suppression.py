"""Suppression of overlapping boxes, against a plain account of what torchvision's operator does."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from tas_desktop.backends.sam.suppression import suppress_boxes
from tests.support.reference_nms import batched_nms

CORNERS = nps.arrays(np.float32, st.tuples(st.integers(0, 12), st.just(4)), elements=st.integers(0, 12))


@given(CORNERS, st.integers(0, 2**16), st.sampled_from([0.0, 0.3, 0.5, 0.7]))
def test_the_same_boxes_stay_in_the_same_order(corners, seed, iou):
    boxes = np.concatenate(
        (np.minimum(corners[:, :2], corners[:, 2:]), np.maximum(corners[:, :2], corners[:, 2:])), 1
    )
    scores = np.random.default_rng(seed).integers(0, 4, len(boxes)).astype(np.float32)  # many are equal
    expected = batched_nms(torch.tensor(boxes), torch.tensor(scores), torch.zeros(len(boxes)), iou)
    assert suppress_boxes(boxes, scores, iou=iou).tolist() == expected.tolist()


def test_a_chain_of_overlaps_keeps_every_other_box():
    boxes = np.array([[0, 0, 10, 10], [4, 0, 14, 10], [8, 0, 18, 10]], np.float32)
    assert suppress_boxes(boxes, np.array([3, 2, 1], np.float32), iou=0.4).tolist() == [0, 2]
