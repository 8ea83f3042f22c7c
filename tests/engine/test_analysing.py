from __future__ import annotations

import pickle

import numpy as np
import pytest

from tas_desktop.domain.mask import Mask
from tas_desktop.engine.control import Cancelled, CancelToken, Control, Stage
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.params import AnalysisParams, OverlapRule
from tas_desktop.engine.pipeline import analyse, analysis_key

THINGS = [("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50), ("green", 60, 20, 20, 20)]


def test_an_analysis_holds_everything_once(painting):
    scene = painting(THINGS)
    analysis = analyse(scene.image, scene.components())
    assert analysis.captions == ("a red block", "a blue block", "a green block")
    assert analysis.phrases == analysis.captions
    assert analysis.crop_features_nd.shape == (3, 4)
    np.testing.assert_allclose(np.linalg.norm(analysis.crop_features_nd, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(analysis.centroids_xy, [[29.5, 29.5], [114.5, 84.5], [69.5, 29.5]])
    assert [name for name, _ in analysis.seconds] == ["proposals", "encode", "caption", "phrases"]
    assert analysis.complete
    assert not analysis.crop_features_nd.flags.writeable


def test_colour_shares_name_the_colours(painting):
    from tas_desktop.engine.colours import COLOUR_WORDS

    scene = painting(THINGS)
    shares = analyse(scene.image, scene.components()).colour_shares_nc
    assert [COLOUR_WORDS[i] for i in shares.argmax(axis=1)] == ["red", "blue", "green"]
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-6)


def test_an_early_analysis_comes_before_captions(painting):
    scene = painting(THINGS)
    early = []
    captioner = scene.components().captioner
    calls_when_early = []

    class Counting:
        component = captioner.component
        calls = 0

        def caption(self, crops, *, control):
            type(self).calls += 1
            return captioner.caption(crops, control=control)

    def keep(analysis):
        early.append(analysis)
        calls_when_early.append(Counting.calls)

    final = analyse(scene.image, scene.components(captioner=Counting()), on_partial=keep)
    assert calls_when_early == [0]
    assert not early[0].complete
    assert not early[0].has_captions
    assert early[0].key == final.key
    np.testing.assert_array_equal(early[0].crop_features_nd, final.crop_features_nd)


def test_progress_names_stages_in_order_and_cancel_stops(painting):
    scene = painting(THINGS)
    seen = []
    analyse(scene.image, scene.components(), control=Control(report=seen.append))
    assert list(dict.fromkeys(p.stage for p in seen)) == [
        Stage.PROPOSALS,
        Stage.ENCODE,
        Stage.CAPTION,
        Stage.PHRASES,
    ]
    assert all(p.done <= p.total for p in seen)
    token = CancelToken()

    def cancel_at_captions(progress):
        if progress.stage is Stage.CAPTION:
            token.cancel()

    with pytest.raises(Cancelled):
        analyse(scene.image, scene.components(), control=Control(token, cancel_at_captions))


def test_a_filter_that_leaves_nothing_falls_back_to_all_masks(painting):
    scene = painting(THINGS)
    analysis = analyse(
        scene.image, scene.components(), AnalysisParams(overlap=OverlapRule.CODE, area_floor_px=9999)
    )
    assert len(analysis.proposals) == 3
    assert [n.code for n in analysis.notices] == ["overlap-filter-empty"]


def test_no_proposals_and_tiny_pictures_are_answered(painting):
    scene = painting([])
    analysis = analyse(scene.image, scene.components())
    assert analysis.proposals == ()
    assert [n.code for n in analysis.notices] == ["no-proposals"]
    assert analysis.complete
    dot = painting([], height=1, width=1)
    assert [n.code for n in analyse(dot.image, dot.components()).notices] == ["image-too-small"]


def test_a_picture_nobody_knows_gets_no_captions(painting):
    class Stranger:
        component = painting([]).components().encoder.component

        def recognise(self, image_rgb, *, crop_features_nd):
            return 0.1

    scene = painting(THINGS)
    analysis = analyse(scene.image, scene.components(recogniser=Stranger()))
    assert not analysis.has_captions
    assert analysis.complete
    assert [n.code for n in analysis.notices] == ["picture-not-recognised"]


def test_upstreams_analysis_captions_pictures_of_any_kind(painting):
    scene = painting(THINGS)

    class Stranger:
        component = scene.components().encoder.component

        def recognise(self, image_rgb, *, crop_features_nd):
            return 0.0

    components = scene.components(recogniser=Stranger())
    assert not analyse(scene.image, components).has_captions
    assert analyse(scene.image, components, METHODS["tas-code"].analysis).has_captions


def test_a_box_of_ours_changes_no_key():
    assert "crop_box" not in AnalysisParams().shaping
    assert METHODS["tas-code"].analysis.shaping["crop_box"] == "sam"
    assert AnalysisParams(overlap=OverlapRule.CODE).shaping != METHODS["tas-code"].analysis.shaping


def test_only_objects_are_recognised_not_regions_of_a_hierarchy(painting):
    from tas_desktop.domain.proposal import Proposal, ProposalSource

    scene = painting(THINGS)
    asked = []

    class Asked:
        component = scene.components().encoder.component

        def recognise(self, image_rgb, *, crop_features_nd):
            asked.append(crop_features_nd)
            return 1.0

    class Joined:
        component = scene.components().proposer.component

        def propose(self, image_rgb, *, control):
            sources = (ProposalSource.HIERARCHY, ProposalSource.SAM, ProposalSource.HIERARCHY)
            return [Proposal(m, 0.5, s) for m, s in zip(scene.masks, sources, strict=True)]

    analysis = analyse(scene.image, scene.components(recogniser=Asked(), proposer=Joined()))
    objects = [i for i, p in enumerate(analysis.proposals) if p.source is ProposalSource.SAM]
    np.testing.assert_array_equal(asked[0], analysis.crop_features_nd[objects])
    assert len(asked[0]) == 1


def test_the_key_follows_picture_parts_and_parameters(painting):
    parts = painting(THINGS).components()
    key = analysis_key("a" * 64, parts, AnalysisParams())
    assert key == analysis_key("a" * 64, parts, AnalysisParams())
    assert key != analysis_key("b" * 64, parts, AnalysisParams())
    assert key != analysis_key("a" * 64, parts, AnalysisParams(overlap=OverlapRule.CODE))
    other = painting(THINGS).components(captioner=None)
    assert key != analysis_key("a" * 64, other, AnalysisParams())


@pytest.mark.parametrize(("crop_px", "done"), [(32_000_000, [80]), (20 * 20 * 32, [32, 64, 80])])
def test_all_crops_go_to_the_networks_at_once_where_their_memory_allows(painting, monkeypatch, crop_px, done):
    monkeypatch.setattr("tas_desktop.engine.analysing._BATCH_PX", crop_px)
    scene = painting([("red", 2 * i, 3 * j, 20, 15) for i in range(10) for j in range(8)])
    params = AnalysisParams(overlap=OverlapRule.NONE)
    seen = []
    analysis = analyse(scene.image, scene.components(), params, control=Control(report=seen.append))
    assert len(analysis.captions) == 80
    assert [p.done for p in seen if p.stage is Stage.ENCODE and p.total] == done


def test_an_analysis_can_be_pickled(painting):
    scene = painting(THINGS)
    analysis = analyse(scene.image, scene.components())
    again = pickle.loads(pickle.dumps(analysis))
    assert again.captions == analysis.captions
    np.testing.assert_array_equal(again.shared_nn, analysis.shared_nn)


def test_masks_without_pixels_are_dropped(painting):
    scene = painting(THINGS)
    scene.masks.append(Mask.from_array(np.zeros((120, 160))))
    assert len(analyse(scene.image, scene.components()).proposals) == 3
