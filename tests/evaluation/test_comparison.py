"""Summing up: figures, paired differences, where contenders disagree; and what is written of it."""

from __future__ import annotations

import dataclasses
import json
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.domain.mask import Mask
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.evaluation.answering.given import GivenAnswers
from tas_desktop.evaluation.comparison import ALL, Group, _verdict, compare
from tas_desktop.evaluation.intervals import Resampling
from tas_desktop.evaluation.labels.refer import read_refer_labels
from tas_desktop.evaluation.metrics import FIGURES, Sample
from tas_desktop.evaluation.protocol import Empties, Protocol, Truth
from tas_desktop.evaluation.running import run_evaluation
from tas_desktop.evaluation.writing.case_picture import TRUE_RGB, draw_case, look_of
from tas_desktop.evaluation.writing.cases import CaseKind, by_disagreement, choose_cases
from tas_desktop.evaluation.writing.page import plain_text, with_interval
from tas_desktop.evaluation.writing.report_folder import write_report

DRAWS = Resampling(repeats=50)


@pytest.fixture
def labels(refer_folder):
    return read_refer_labels(refer_folder)


def answers(labels, name, change=lambda mask: mask, *, but=()):
    masks = {
        unit.unit_id: None if unit.unit_id in but else change(unit.truth(Truth.UNION))
        for image in labels.images
        for unit in image.units
    }
    return GivenAnswers(name, masks)


def half(mask):
    mask_hw = mask.to_array().copy()
    mask_hw[np.argwhere(mask_hw)[:, 0].mean().astype(int) :] = False
    return Mask.from_array(mask_hw)


def unit_ids(labels):
    return [unit.unit_id for image in labels.images for unit in image.units]


@pytest.fixture
def comparison(labels):
    sources = [answers(labels, "whole"), answers(labels, "half", half)]
    return compare(run_evaluation(labels, sources, Protocol()), DRAWS)


def test_figures_and_differences_of_every_group(comparison):
    assert comparison.names == ("whole", "half")
    assert comparison.groups == [
        ALL,
        Group("kind", "attribute"),
        Group("kind", "position"),
        Group("words", "pair"),
        Group("words", "seen"),
        Group("words", "unseen"),
    ]
    whole, other = (comparison.estimates[name][ALL]["miou"] for name in comparison.names)
    assert (whole.value, whole.low, whole.high) == (1.0, 1.0, 1.0)
    assert 0.4 < other.low <= other.value <= other.high < 0.6
    difference = comparison.differences["half"][ALL]["miou"]
    assert difference.value == pytest.approx(whole.value - other.value)
    assert difference.excludes_zero
    assert comparison.estimates["half"][ALL]["oracle_miou"] is None
    assert comparison.count(Group("kind", "position")) == 2


def test_the_json_has_everything(comparison):
    content = json.loads(json.dumps(comparison.to_json()))
    assert content["protocol"]["gt"] == "union"
    assert (content["images"], content["sentences"], content["left_out"]) == (2, 5, [])
    assert content["intervals"] == {"level": 0.95, "repeats": 50, "seed": 0, "resampled": "images"}
    whole = content["methods"]["whole"]
    assert whole["miou"] == whole["p@0.6"] == whole["p@0.8"] == 1.0
    assert set(FIGURES) <= set(whole["intervals"]) == {*FIGURES, "by_kind", "by_unseen"}
    only = content["differences"][0]
    assert (only["first"], only["second"]) == ("whole", "half")
    assert only["by_kind"]["position"]["miou"]["value"] > 0.4


def test_differences_are_of_the_sentences_that_count_for_both(labels):
    ids = unit_ids(labels)
    sources = [answers(labels, "one", but=ids[:1]), answers(labels, "other", half, but=ids[-1:])]
    comparison = compare(run_evaluation(labels, sources, Protocol(empties=Empties.SKIP)), DRAWS)
    assert [report.overall.n for report in comparison.reports] == [4, 4]
    shared = [s.iou for s in comparison.reports[1].samples if s.unit_id not in (ids[0], ids[-1])]
    expected = 1.0 - sum(shared) / len(shared)
    assert comparison.differences["other"][ALL]["miou"].value == pytest.approx(expected)


def test_summing_up_can_be_cancelled(labels):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        compare(run_evaluation(labels, [answers(labels, "one")], Protocol()), DRAWS, token=token)


def test_cases_are_the_best_the_worst_and_those_that_differ(labels):
    ids = unit_ids(labels)
    one = answers(labels, "one", but=ids[:1])
    other = answers(labels, "other", half, but=ids[:1])
    run = run_evaluation(labels, [one, other], Protocol())
    verdicts = compare(run, DRAWS).verdicts()
    assert verdicts[0].disagreement == 0.0, "two empty predictions agree"
    assert [verdict.unit_id for verdict in verdicts] == ids
    cases = choose_cases(verdicts, most=5)
    assert cases[CaseKind.WORST][0].unit_id == ids[0]
    assert cases[CaseKind.WORST][0].mean_iou < cases[CaseKind.BEST][0].mean_iou
    assert [len({v.image_id for v in listed}) == len(listed) for listed in cases.values()] == [True] * 3
    assert by_disagreement(verdicts)[-1].unit_id == ids[0]
    assert choose_cases([v._replace(samples=v.samples[:1]) for v in verdicts], most=5).keys() == {
        CaseKind.WORST,
        CaseKind.BEST,
    }


def test_a_report_has_page_plots_pictures_and_figures(comparison, tmp_path):
    files = write_report(tmp_path / "out", comparison, title="A <b>title</b>", cases=2)
    names = {file.relative_to(tmp_path / "out").as_posix() for file in files}
    assert names == {
        *("report.md", "report.json"),
        *("miou-by-kind.png", "precision.png", "differences.png"),
        *(f"cases/{kind}-{number}.png" for kind in CaseKind for number in (1, 2)),
    }
    page = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "A \\<b\\>title\\</b\\>" in page
    assert "| whole | 1.000 (1.000–1.000)" in page
    for name in re.findall(r"!\[[^]]*\]\(([^)]*)\)", page):
        with Image.open(tmp_path / "out" / name) as picture:
            assert picture.size[0] > 100
    assert json.loads((tmp_path / "out" / "report.json").read_text())["sentences"] == 5


def test_a_picture_that_is_gone_costs_its_case_only_the_picture(labels, tmp_path):
    blind = dataclasses.replace(
        labels, images=tuple(dataclasses.replace(i, path=tmp_path / "none.png") for i in labels.images)
    )
    comparison = compare(run_evaluation(blind, [answers(blind, "one")], Protocol()), DRAWS)
    files = write_report(tmp_path / "out", comparison)
    assert not [file for file in files if file.parent.name == "cases"]
    assert "The red block on the left" in files[0].read_text(encoding="utf-8")


def test_a_place_that_is_taken_is_said(comparison, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetNotWritable, match="file"):
        write_report(tmp_path / "file" / "out", comparison)


def test_a_case_shows_truth_and_each_mask(labels):
    pixels_rgb = np.full((200, 300, 3), 128, np.uint8)
    true_hw, other_hw = np.zeros((2, 200, 300), bool)
    true_hw[20:80, 20:80] = True
    other_hw[120:180, 200:280] = True
    canvas = draw_case(pixels_rgb, Mask.from_array(true_hw), [None, Mask.from_array(other_hw)])
    assert canvas.shape == pixels_rgb.shape
    assert (pixels_rgb == 128).all()
    inside = canvas[50, 50].astype(int)
    assert np.abs(inside - (0.65 * 128 + 0.35 * np.array(TRUE_RGB))).max() <= 2
    assert (canvas[150, 240] == 128).all(), "a prediction is outlined, not tinted"
    nearest = np.abs(canvas[115:185, 195:285].astype(int) - look_of(1).rgb).sum(axis=2).min()
    assert nearest < 60
    large = draw_case(np.zeros((1000, 2000, 3), np.uint8), Mask.empty(height=1000, width=2000), [])
    assert large.shape == (360, 720, 3)


def test_contenders_look_different():
    assert len({look_of(number) for number in range(15)}) == 15


@pytest.mark.parametrize("text", ["a|b", "<img src=x>", "# one\n- two", "[x](http://y)", "`c` *d* _e_ \\"])
def test_texts_of_files_mean_nothing_in_markdown(text):
    escaped = plain_text(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)[|<>#`*_\[\]]", escaped.replace("\\\\", ""))


def test_intervals_are_written_short():
    from tas_desktop.evaluation.intervals import Estimate

    assert with_interval(Estimate(0.5123, 0.4, 0.6)) == ".512 (.400–.600)"
    assert with_interval(Estimate(-0.25, -0.3, 0.1), signed=True) == "-.250 (-.300 to +.100)"
    assert with_interval(Estimate(1.0, None, None)) == "1.000"
    assert with_interval(None) == "–"


@given(st.lists(st.none() | arrays.arrays(bool, (3, 4)), min_size=1, max_size=5))
def test_disagreement_is_the_mean_over_pairs(predictions):
    masks = [None if p is None or not p.any() else Mask.from_array(p) for p in predictions]
    verdict = _verdict(tuple(Sample(0, 1, None, predicted=mask) for mask in masks))
    apart = []
    for number, one in enumerate(predictions):
        for other in predictions[:number]:
            a, b = (np.zeros((3, 4), bool) if p is None else p for p in (one, other))
            apart.append(1.0 - (a & b).sum() / (a | b).sum() if (a | b).any() else 0.0)
    assert verdict.disagreement == pytest.approx(np.mean(apart) if apart else 0.0)
