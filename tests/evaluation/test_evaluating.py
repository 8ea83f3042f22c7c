from __future__ import annotations

import dataclasses

import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.engine.methods import METHODS
from tas_desktop.evaluation.ablation import ablation_methods, write_ablation
from tas_desktop.evaluation.evaluating import ProposalsFrom, evaluate_dataset, evaluate_methods
from tas_desktop.formats.refer.labelled import read_refer
from tas_desktop.storage.analyses import AnalysisCache
from tests.engine.conftest import GivenMasks, Painting

WHOLE = [("red", 0, 0, 160, 120)]


@pytest.fixture
def dataset(refer_folder):
    return read_refer(refer_folder)


class CountingMasks(GivenMasks):
    calls = 0

    def propose(self, image_rgb, *, control):
        type(self).calls += 1
        return super().propose(image_rgb, control=control)


def test_true_masks_are_found_and_reported_in_full(dataset):
    report = evaluate_dataset(
        dataset, Painting([]).components(), METHODS["tas"], proposals=ProposalsFrom.GROUND_TRUTH
    )
    content = report.to_json()
    assert content["n"] == 5
    assert content["miou"] == content["oiou"] == content["p@0.9"] == content["oracle_miou"] == 1.0
    assert set(content["by_kind"]) == {"attribute", "position"}
    assert content["by_kind"]["position"]["n"] == 2
    assert content["by_unseen"]["seen"]["n"] == 4
    assert set(content["by_kind"]["position"]) == set(content) - {"by_kind", "by_unseen"}
    assert report.proposals_per_image == 2.5
    assert report.rectified_share == pytest.approx(0.4)


def test_without_the_rectifier_sides_are_a_guess(dataset):
    off = METHODS["tas"].with_ranking(rectifier="off")
    report = evaluate_dataset(dataset, Painting([]).components(), off, proposals=ProposalsFrom.GROUND_TRUTH)
    assert report.by_kind["attribute"].miou == 1.0
    assert report.by_kind["position"].miou == pytest.approx(0.5)


def test_methods_share_one_drawing_of_proposals(dataset):
    CountingMasks.calls = 0
    components = dataclasses.replace(Painting([]).components(), proposer=CountingMasks(Painting(WHOLE).masks))
    names = ["tas", "tas-paper", "tas-code"]
    reports = evaluate_methods(dataset, components, [METHODS[name] for name in names])
    assert CountingMasks.calls == 2
    assert [report.method for report in reports] == names
    assert 0 < reports[0].overall.miou == reports[0].overall.oracle_miou < 0.3


def test_no_candidates_score_zero(dataset):
    components = dataclasses.replace(Painting([]).components(), proposer=GivenMasks([]))
    report = evaluate_dataset(dataset, components, METHODS["tas"])
    assert report.overall.miou == report.overall.oracle_miou == 0.0
    assert report.overall.n == 5


def test_cancel_and_progress(dataset):
    token, seen = CancelToken(), []

    def cancel_after_one(done, total):
        seen.append((done, total))
        if done == 1:
            token.cancel()

    with pytest.raises(Cancelled):
        evaluate_dataset(
            dataset,
            Painting([]).components(),
            METHODS["tas"],
            proposals=ProposalsFrom.GROUND_TRUTH,
            control=Control(token),
            on_image=cancel_after_one,
        )
    assert seen == [(0, 2), (1, 2)]


def test_an_image_of_another_size_is_refused(dataset):
    images = {i: dataclasses.replace(image, width=image.width + 1) for i, image in dataset.images.items()}
    with pytest.raises(InputRefused, match="160x120"):
        evaluate_dataset(
            dataclasses.replace(dataset, images=images), Painting([]).components(), METHODS["tas"]
        )


def test_the_ablation_page_has_a_row_for_every_method(dataset, tmp_path):
    components = dataclasses.replace(Painting([]).components(), proposer=GivenMasks(Painting(WHOLE).masks))
    page = tmp_path / "ablation.md"
    write_ablation(page, dataset, components, handwritten=dataset.first_images(1))
    text = page.read_text(encoding="utf-8")
    names = list(ablation_methods())
    assert len(names) == 11
    for name in names:
        assert text.count(f"| {name} |") == 4
    assert "2 images; 2.5 candidates" in text
    assert text.count("- P: V → V+P +0.000; V+N → V+P+N +0.000. It does not help here") >= 1
    assert "- Our rectifier: V → V + our rectifier +0." in text


def test_true_masks_of_another_dataset_share_no_analysis(dataset, tmp_path):
    cache = AnalysisCache(tmp_path / "analyses", limit_bytes=10_000_000)

    def measure(annotated):
        return evaluate_dataset(
            annotated,
            Painting([]).components(),
            METHODS["tas"],
            proposals=ProposalsFrom.GROUND_TRUTH,
            cache=cache,
        )

    assert measure(dataset).analysed == 2
    fewer = {i: dataclasses.replace(image, ann_ids=image.ann_ids[:1]) for i, image in dataset.images.items()}
    report = measure(dataclasses.replace(dataset, images=fewer))
    assert (report.analysed, report.proposals_per_image) == (2, 1.0)
    again = measure(dataset)
    assert (again.analysed, again.overall.miou) == (0, 1.0)
