"""The model process: the same answers as in this process, cancel, failures, its death."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing
from functools import partial

import numpy as np
import pytest

from tas_desktop.domain.errors import BackendFailed, WeightsDamaged
from tas_desktop.domain.image import LoadedImage
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.engine.methods import Chips
from tas_desktop.session.failure import ChildProcessBug, Failure
from tas_desktop.session.model_process.client import RemotePipeline
from tas_desktop.session.pipeline import PipelineSource
from tas_desktop.storage.analyses import AnalysisCache
from tests.support.broken_pipelines import unpicklable_pipeline, unreadable_pipeline
from tests.support.colour_pipeline import block_picture, colour_pipeline, failing_pipeline, waiting_pipeline

BLOCKS = [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60), ("red", 170, 115, 30, 30)]


def keeping_pipeline(folder):
    """The colour pipeline with a cache on disk."""
    pipeline = colour_pipeline()
    pipeline._cache = AnalysisCache(folder, limit_bytes=10**8)
    return pipeline


def picture(content_hash="0" * 64):
    return LoadedImage(block_picture(BLOCKS), content_hash)


def ignore(_analysis):
    pass


@pytest.fixture
def remote():
    pipeline = RemotePipeline(colour_pipeline, token=CancelToken())
    yield pipeline
    pipeline.close()
    assert not pipeline.is_alive


def test_answers_are_those_of_the_pipeline_itself(remote):
    here = colour_pipeline()
    partials, stages = [], []
    control = Control(report=lambda progress: stages.append(progress.stage.value))
    analysis = remote.analyse(picture(), control=control, on_partial=partials.append)
    own = here.analyse(picture(), control=Control(), on_partial=ignore)
    assert analysis.key == own.key
    assert np.array_equal(analysis.crop_features_nd, own.crop_features_nd)
    assert [partial.complete for partial in partials] == [False]
    assert "caption" in stages
    for text in ("red block on the left", "blue block"):
        assert remote.rank(analysis, text, chips=Chips()) == here.rank(own, text, chips=Chips())
    assert (remote.profile, remote.params) == (here.profile, here.params)


def test_an_analysis_it_has_never_seen_is_sent_along(remote):
    own = colour_pipeline().analyse(picture("1" * 64), control=Control(), on_partial=ignore)
    ranking = remote.rank(own, "blue block", chips=Chips())
    assert ranking.candidates[0].proposal.mask.box_xywh == (150, 40, 60, 60)


def test_cancel_reaches_the_process():
    token, seen = CancelToken(), threading.Event()

    def on_progress(_progress):
        seen.set()
        token.cancel()

    with closing(RemotePipeline(waiting_pipeline, token=CancelToken())) as remote:
        with pytest.raises(Cancelled):
            remote.analyse(picture(), control=Control(token, on_progress), on_partial=ignore)
        assert seen.is_set()


def test_known_errors_of_loading_arrive_as_such():
    with pytest.raises(WeightsDamaged) as caught:
        RemotePipeline(failing_pipeline, token=CancelToken())
    assert caught.value.next_step == "Install it again"


def test_bugs_arrive_with_their_traceback(remote):
    with pytest.raises(ChildProcessBug, match="Traceback"):
        remote.rank(None_with_key(), "x", chips=Chips())


def None_with_key():
    """Something that has a key but is no analysis."""
    analysis = colour_pipeline().analyse(picture(), control=Control(), on_partial=ignore)
    object.__setattr__(analysis, "proposals", None)
    object.__setattr__(analysis, "key", "broken")
    return analysis


def test_an_answer_that_does_not_pickle_is_a_bug_and_no_silence():
    with closing(RemotePipeline(unpicklable_pipeline, token=CancelToken())) as remote:
        analysis = remote.analyse(picture(), control=Control(), on_partial=ignore)
        with pytest.raises(ChildProcessBug, match="pickle"):
            remote.rank(analysis, "x", chips=Chips())
        assert remote.is_alive


def test_an_answer_that_cannot_be_read_ends_the_wait(caplog):
    with closing(RemotePipeline(unreadable_pipeline, token=CancelToken())) as remote:
        analysis = remote.analyse(picture(), control=Control(), on_partial=ignore)
        with pytest.raises(BackendFailed):
            remote.rank(analysis, "x", chips=Chips())
        assert not remote.is_alive
    assert "nobody can read this" in caplog.text


def test_giving_up_while_the_models_load():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        RemotePipeline(colour_pipeline, token=token)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_its_death_is_a_known_error_and_the_source_starts_another():
    source = PipelineSource(lambda token: RemotePipeline(colour_pipeline, token=token))
    first = source.get()
    os.kill(first.process_id, signal.SIGKILL)
    with pytest.raises(BackendFailed) as caught:
        first.analyse(picture(), control=Control(), on_partial=ignore)
    assert "Analyse the picture again" in caught.value.next_step
    second = source.get()
    assert second.process_id != first.process_id
    second.analyse(picture(), control=Control(), on_partial=ignore)
    source.close()


def test_failures_keep_class_and_next_step():
    error = Failure.of(WeightsDamaged("broken", next_step="again")).unpack()
    assert isinstance(error, WeightsDamaged)
    assert (error.message, error.next_step) == ("broken", "again")


def test_a_kept_analysis_needs_no_pixels(tmp_path):
    """The picture is sent once; the next process finds its analysis by the content alone."""
    load = partial(keeping_pipeline, tmp_path / "analyses")
    image = picture("2" * 64)
    for sent in (2, 1):
        remote = RemotePipeline(load, token=CancelToken())
        asked, send = [], remote._send
        remote._send = lambda message, asked=asked, send=send: (asked.append(message), send(message))
        analysis = remote.analyse(image, control=Control(), on_partial=ignore)
        assert [request.image is not None for request in asked] == [False, True][:sent]
        assert analysis.complete
        assert remote.rank(analysis, "blue block", chips=Chips()).candidates[0].rank == 1
        remote.close()
