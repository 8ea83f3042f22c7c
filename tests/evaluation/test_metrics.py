from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.mask import Mask
from tas_desktop.evaluation.metrics import Comparator, Sample, Scores, grouped, overlap_px


def test_oiou_weighs_by_pixels_and_miou_does_not():
    scores = Scores.over([Sample(90, 100, 0.95), Sample(0, 900, 0.5)])
    assert scores.miou == pytest.approx(0.45)
    assert scores.oiou == pytest.approx(0.09)
    assert scores.oracle_miou == pytest.approx(0.725)


def test_p_at_x_counts_equality_only_when_asked():
    exactly = [Sample(5, 10, 1.0)]
    assert Scores.over(exactly).precision == (1.0, 0.0, 0.0, 0.0, 0.0)
    assert Scores.over(exactly, comparator=Comparator.ABOVE).precision == (0.0,) * 5


def test_two_empty_masks_count_as_zero_and_no_samples_are_no_trouble():
    assert Sample(0, 0, 0.0).iou == 0.0
    assert Scores.over([]).to_json()["miou"] == 0.0


def test_an_empty_prediction_keeps_the_true_pixels_in_the_union():
    true = Mask.from_array(np.ones((4, 5)))
    assert overlap_px(None, true) == (0, 20)


@given(st.lists(st.booleans(), min_size=12, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_overlap_counts_pixels(one, other):
    a, b = np.array(one).reshape(3, 4), np.array(other).reshape(3, 4)
    assert overlap_px(Mask.from_array(a), Mask.from_array(b)) == ((a & b).sum(), (a | b).sum())


def test_groups():
    samples = [
        Sample(1, 1, 1, "position", ("pair", "synonym")),
        Sample(1, 1, 1, "attribute"),
        Sample(1, 1, 1),
    ]
    assert {k: len(v) for k, v in grouped(samples).items()} == {"attribute": 1, "position": 1, "unknown": 1}
    by_unseen = {k: len(v) for k, v in grouped(samples, by_unseen=True).items()}
    assert by_unseen == {"pair": 1, "seen": 2, "synonym": 1, "unseen": 1}
