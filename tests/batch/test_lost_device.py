"""A device that is lost ends a run of this process; the window's models are started anew instead."""

from __future__ import annotations

from contextlib import closing

import pytest

from tas_desktop.batch.runner import run_batch
from tas_desktop.domain.errors import DeviceLost
from tas_desktop.session.model_process.client import RemotePipeline
from tas_desktop.session.pipeline import PipelineSource
from tas_desktop.session.surviving_proposer import SurvivingProposer
from tests.batch.colour_models import colour_models
from tests.support.colour_pipeline import colour_pipeline
from tests.support.moving_pipelines import breaking_pipeline


def test_a_run_in_this_process_ends_and_the_next_one_goes_on(store):
    with pytest.raises(DeviceLost):
        run_batch(store, breaking_pipeline().proposer())
    report = run_batch(store, colour_models())
    assert (report.proposed, report.failures) == (3, ())


def test_in_the_window_it_costs_one_picture(store):
    loads = iter([breaking_pipeline, colour_pipeline])
    source = PipelineSource(lambda token: RemotePipeline(next(loads), token=token))
    with closing(source):
        report = run_batch(store, SurvivingProposer(source, None))
    assert report.proposed == 2
    assert [failure.cause for failure in report.failures] == ["The captioner lost its device"]
