"""The protocol's switches, against Pillow and against sums over plain arrays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image

from tas_desktop.domain.mask import Mask
from tas_desktop.evaluation.metrics import THRESHOLDS, Comparator, Sample, Scores, counted, overlap_px
from tas_desktop.evaluation.protocol import Empties, Protocol, Size, Truth
from tas_desktop.formats.coco_masks import PolygonRule

MASKS = arrays.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 13)))


@settings(max_examples=30)
@given(MASKS)
def test_480_is_pillows_nearest(mask_hw):
    resized = Size.SQUARE_480.of(Mask.from_array(mask_hw)).to_array()
    picture = Image.fromarray(mask_hw.astype(np.uint8) * 255)
    assert np.array_equal(resized, np.array(picture.resize((480, 480), Image.Resampling.NEAREST)) > 0)


def test_larger_pictures_are_thinned_out_as_pillow_does():
    mask_hw = np.random.default_rng(0).random((427, 640)) > 0.5
    resized = Size.SQUARE_480.of(Mask.from_array(mask_hw)).to_array()
    picture = Image.fromarray(mask_hw.astype(np.uint8) * 255)
    assert np.array_equal(resized, np.array(picture.resize((480, 480), Image.Resampling.NEAREST)) > 0)


def test_native_masks_stay_as_they_are():
    mask = Mask.from_array(np.eye(5))
    assert Size.NATIVE.of(mask) is mask


def test_rules_of_true_pixels():
    assert (Truth.UNION.rule, Truth.EXACTLY_ONE.rule) == (PolygonRule.UNION, PolygonRule.ONCE)


PAIRS = st.lists(arrays.arrays(bool, (2, 4, 6)), min_size=1, max_size=12)


@given(PAIRS, st.sampled_from(Comparator), st.sampled_from(Empties))
def test_figures_are_those_of_a_plain_implementation(pairs, comparator, empties):
    samples, plain = [], []
    for predicted_hw, true_hw in pairs:
        predicted = Mask.from_array(predicted_hw) if predicted_hw.any() else None
        intersection, union = overlap_px(predicted, Mask.from_array(true_hw))
        samples.append(Sample(intersection, union, None, predicted=predicted))
        if empties is Empties.ZERO or predicted_hw.any():
            plain.append(((predicted_hw & true_hw).sum(), (predicted_hw | true_hw).sum()))
    scores = Scores.over(counted(samples, empties), comparator=comparator)
    ious = np.array([i / u if u else 0.0 for i, u in plain])
    total = sum(u for _, u in plain)
    assert scores.n == len(plain)
    assert scores.miou == pytest.approx(ious.mean() if len(ious) else 0.0)
    assert scores.oiou == pytest.approx(sum(i for i, _ in plain) / total if total else 0.0)
    for threshold, precision in zip(THRESHOLDS, scores.precision, strict=True):
        hits = ious > threshold if comparator is Comparator.ABOVE else ious >= threshold
        assert precision == pytest.approx(hits.mean() if len(ious) else 0.0)
    assert scores.oracle_miou in (None, 0.0)


def test_a_protocol_says_its_switches():
    assert Protocol().to_json() == {
        "size": "native",
        "gt": "union",
        "text": "method",
        "comparator": ">=",
        "empty": "zero",
    }
    strict = Protocol(comparator=Comparator.ABOVE, empties=Empties.SKIP)
    assert strict.shaping == Protocol().shaping != Protocol(size=Size.SQUARE_480).shaping
