"""An image is analysed once, and read the next time."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tas_desktop.config.paths import find_paths
from tas_desktop.config.settings import Settings, save_settings
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.analysis import ImageAnalysis
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.params import AnalysisParams, OverlapRule
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.analysing import CACHE_STAGE, analyse_once, open_analysis_cache, read_kept
from tests.engine.conftest import Painting

THINGS = [("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50)]


@pytest.fixture
def cache(tmp_path):
    return AnalysisCache(tmp_path / "analyses", limit_bytes=10_000_000)


def assert_same_but_seconds(one, other):
    for field in dataclasses.fields(ImageAnalysis):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if isinstance(mine, np.ndarray):
            assert np.array_equal(mine, theirs)
        elif field.name == "extras":
            assert mine.keys() == theirs.keys()
        elif field.name != "seconds":
            assert mine == theirs


def test_a_kept_analysis_is_the_made_one_in_less_time(cache):
    scene, partial = Painting(THINGS), []
    components = scene.components()
    made = analyse_once(scene.image, components, cache=cache, on_partial=partial.append)
    kept = analyse_once(scene.image, components, cache=cache, on_partial=partial.append)
    assert (made.was_kept, kept.was_kept, len(partial)) == (False, True, 1)
    assert_same_but_seconds(made.analysis, kept.analysis)
    seconds = dict(kept.analysis.seconds)
    assert seconds.pop(CACHE_STAGE) > 0
    assert seconds == dict.fromkeys(dict(made.analysis.seconds), 0.0)
    assert CACHE_STAGE not in dict(made.analysis.seconds)


def test_methods_share_one_analysis_and_add_what_they_want(cache):
    scene, drawn = Painting(THINGS), []
    components = scene.components()
    proposer = components.proposer

    class Counting:
        component = proposer.component

        def propose(self, image_rgb, *, control):
            drawn.append(1)
            return proposer.propose(image_rgb, control=control)

    components = dataclasses.replace(components, proposer=Counting())
    left, right = (Extra.of(ExtraKind.RAMPED_CROPS, side=side) for side in ("left", "right"))
    wants_left, wants_both = AnalysisParams(extras=(left,)), AnalysisParams(extras=(left, right))
    analyse_once(scene.image, components, cache=cache)
    content_hash = scene.image.content_hash
    assert read_kept(content_hash, components, cache=cache) is not None
    assert read_kept(content_hash, components, wants_left, cache=cache) is None
    first = analyse_once(scene.image, components, wants_left, cache=cache)
    both = analyse_once(scene.image, components, wants_both, cache=cache)
    assert first.was_kept
    assert both.was_kept
    assert drawn == [1], "masks were drawn once for all"
    kept = read_kept(content_hash, components, wants_both, cache=cache)
    assert kept is not None
    assert sorted(kept.extras) == [left.name, right.name]
    np.testing.assert_array_equal(kept.array(left), first.analysis.array(left))
    assert not kept.array(right).flags.writeable


def test_other_pixels_parts_or_parameters_share_nothing(cache):
    scene = Painting(THINGS)
    components = scene.components()
    analyse_once(scene.image, components, cache=cache)
    fewer = dataclasses.replace(components, proposer=Painting(THINGS[:1]).components().proposer)
    for image, parts, params in (
        (dataclasses.replace(scene.image, content_hash="1" * 64), components, None),
        (scene.image, fewer, None),
        (scene.image, dataclasses.replace(components, captioner=None), None),
        (scene.image, components, AnalysisParams(overlap=OverlapRule.CODE)),
    ):
        assert not analyse_once(image, parts, params, cache=cache).was_kept


def test_what_only_ranking_uses_shares_the_analysis_and_is_named_as_it_is_now(cache):
    scene = Painting(THINGS)
    analyse_once(scene.image, scene.components(), cache=cache)

    class OtherSynonyms:
        component = ComponentId("synonyms", "other", "7")

    components = scene.components(synonyms=OtherSynonyms())
    kept = analyse_once(scene.image, components, cache=cache)
    assert kept.was_kept
    assert kept.analysis.components == components.ids


def test_another_program_makes_its_own(cache, tmp_path):
    scene = Painting(THINGS)
    components = scene.components()
    analyse_once(scene.image, components, cache=cache)
    newer = AnalysisCache(tmp_path / "analyses", limit_bytes=10_000_000, made_by="newer")
    assert [analyse_once(scene.image, components, cache=newer).was_kept for _ in range(2)] == [False, True]
    assert not analyse_once(scene.image, components, cache=cache).was_kept


def test_a_cancelled_call_reads_nothing(cache):
    scene = Painting(THINGS)
    analyse_once(scene.image, scene.components(), cache=cache)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        analyse_once(scene.image, scene.components(), cache=cache, control=Control(token))


def test_the_limit_is_that_of_the_settings(tmp_path):
    paths, scene = find_paths(tmp_path), Painting(THINGS)
    cache = open_analysis_cache(paths)
    analyse_once(scene.image, scene.components(), cache=cache)
    assert cache.size_bytes() > 0
    save_settings(paths.settings_file, Settings().with_value("cache", "limit_gb", 1e-6))
    small = open_analysis_cache(paths)
    small.clear()
    analyse_once(scene.image, scene.components(), cache=small)
    assert small.size_bytes() == 0, "an analysis takes more than a kilobyte"
    save_settings(paths.settings_file, Settings().with_value("cache", "limit_gb", 0))
    assert open_analysis_cache(paths) is None
