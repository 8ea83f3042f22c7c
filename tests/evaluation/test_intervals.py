"""Intervals against a plain bootstrap that repeats lists of sentences."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.evaluation.intervals import Resampling, Sums, estimate, redraw
from tas_desktop.evaluation.metrics import FIGURES, Comparator, Sample, Scores

SAMPLES = st.lists(
    st.builds(
        lambda image_id, union, share, oracle: Sample(round(union * share), union, oracle, image_id=image_id),
        st.integers(0, 4),
        st.integers(1, 500),
        st.floats(0, 1),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=20,
)
ROWS = {image_id: image_id for image_id in range(5)}


@given(SAMPLES, st.integers(0, 1000))
def test_a_draw_gives_the_figures_of_the_images_drawn(samples, seed):
    by_image = defaultdict(list)
    for sample in samples:
        by_image[sample.image_id].append(sample)
    resampling = Resampling(repeats=3, seed=seed)
    sums = Sums.over(samples, rows=ROWS, comparator=Comparator.AT_LEAST)
    drawn = redraw([sums], resampling)[:, 0]
    weights = np.concatenate(list(resampling.weights(len(ROWS))))
    assert (weights.sum(axis=1) == len(ROWS)).all()
    for weight, figures in zip(weights, drawn, strict=True):
        repeated = [s for image_id in ROWS for s in by_image[image_id] * int(weight[image_id])]
        if not repeated:
            assert np.isnan(figures).all()
        else:
            assert figures.tolist() == pytest.approx(list(Scores.over(repeated).figures))


@given(SAMPLES)
def test_the_estimate_is_the_figure_itself_and_lies_in_its_own_draws(samples):
    sums = Sums.over(samples, rows=ROWS, comparator=Comparator.ABOVE)
    plain = Scores.over(samples, comparator=Comparator.ABOVE).figures
    assert sums.values_f.tolist() == pytest.approx(list(plain))


def samples_of(ious, *, per_image=1):
    return [
        Sample(round(1000 * iou), 1000, 1.0, image_id=number // per_image) for number, iou in enumerate(ious)
    ]


def interval(samples, **options):
    rows = {image_id: row for row, image_id in enumerate(sorted({s.image_id for s in samples}))}
    sums = Sums.over(samples, rows=rows, comparator=Comparator.AT_LEAST)
    resampling = Resampling(**options)
    draws = redraw([sums], resampling)[:, 0, 0]
    return estimate(sums.values_f[0], draws, level=resampling.level, images=int(sums.images_f[0]))


def test_the_interval_of_a_mean_is_that_of_the_central_limit():
    rng = np.random.default_rng(1)
    ious = rng.uniform(0, 1, 400).round(3)
    found = interval(samples_of(ious), repeats=4000)
    half = 1.96 * ious.std() / math.sqrt(400)
    assert found.low == pytest.approx(ious.mean() - half, abs=0.003)
    assert found.high == pytest.approx(ious.mean() + half, abs=0.003)


def test_sentences_of_one_image_are_drawn_together():
    ious = np.repeat([0.0, 1.0] * 20, 10)
    together, apart = interval(samples_of(ious, per_image=10)), interval(samples_of(ious))
    assert together.high - together.low > 2.5 * (apart.high - apart.low)


def test_the_same_seed_gives_the_same_interval_and_another_another():
    samples = samples_of(np.linspace(0, 1, 30))
    assert interval(samples, seed=7) == interval(samples, seed=7) != interval(samples, seed=8)


def test_a_difference_is_paired():
    """Two methods that differ by the same on every image: no draw can say otherwise."""
    rng = np.random.default_rng(2)
    ious = rng.uniform(0, 0.8, 50).round(2)
    rows = {number: number for number in range(50)}
    one, other = (
        Sums.over(samples_of(values), rows=rows, comparator=Comparator.AT_LEAST)
        for values in (ious + 0.1, ious)
    )
    drawn = redraw([one, other], Resampling(repeats=300))
    apart = estimate(0.1, drawn[:, 0, 0] - drawn[:, 1, 0], level=0.95, images=50)
    assert (apart.low, apart.high) == pytest.approx((0.1, 0.1), abs=1e-3)
    assert apart.excludes_zero


def test_one_image_has_no_spread_and_nothing_has_no_figure():
    found = interval(samples_of([0.4, 0.6], per_image=2))
    assert (found.value, found.low, found.high) == (pytest.approx(0.5), None, None)
    assert not found.excludes_zero
    nothing = Sums.over([], rows={0: 0, 1: 1}, comparator=Comparator.AT_LEAST)
    assert np.isnan(nothing.values_f).all()
    draws = redraw([nothing], Resampling(repeats=5))
    assert draws.shape == (5, 1, len(FIGURES))
    assert estimate(nothing.values_f[0], draws[:, 0, 0], level=0.95, images=0) is None


@pytest.mark.parametrize("wrong", [{"repeats": 0}, {"repeats": 10**6}, {"level": 1.0}, {"seed": -1}])
def test_a_resampling_out_of_range_is_refused(wrong):
    with pytest.raises(InputRefused, match="draws"):
        Resampling(**wrong)


def test_drawing_can_be_cancelled():
    token = CancelToken()
    token.cancel()
    sums = Sums.over(samples_of([0.1, 0.2]), rows={0: 0, 1: 1}, comparator=Comparator.AT_LEAST)
    with pytest.raises(Cancelled):
        redraw([sums], Resampling(), token=token)
