"""The window's pipeline keeps analyses on disk, where other processes find them."""

from __future__ import annotations

from tas_desktop.engine.control import Control
from tas_desktop.engine.methods import METHODS, Chips
from tas_desktop.session.engine_pipeline import EnginePipeline
from tas_desktop.storage.analyses import AnalysisCache
from tests.engine.conftest import Painting


def test_an_image_is_analysed_once_by_all_windows(tmp_path):
    scene = Painting([("red", 10, 10, 40, 40), ("blue", 100, 60, 30, 50)])
    partial, rankings = [], []
    for _ in range(2):
        pipeline = EnginePipeline(
            scene.components(),
            method=METHODS["tas"],
            profile="painted",
            devices=(),
            cache=AnalysisCache(tmp_path / "analyses", limit_bytes=10_000_000),
        )
        analysis = pipeline.analyse(scene.image, control=Control(), on_partial=partial.append)
        rankings.append(pipeline.rank(analysis, "the blue block", chips=Chips()))
    assert len(partial) == 1
    assert rankings[0].candidates == rankings[1].candidates
    assert rankings[0].ranking_id == rankings[1].ranking_id
