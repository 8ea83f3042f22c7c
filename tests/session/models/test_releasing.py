"""Letting go of models for others: loads are given up, work under way is cancelled, all is loaded anew."""

from __future__ import annotations

import threading

import pytest

from tas_desktop.domain.errors import BackendFailed
from tas_desktop.domain.image import LoadedImage
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.session.model_process.client import RemotePipeline
from tas_desktop.session.pipeline import PipelineSource
from tests.support.colour_pipeline import block_picture, colour_pipeline, waiting_pipeline
from tests.support.patience import PATIENCE_S, join, run_aside

PICTURE = LoadedImage(block_picture([("red", 20, 30, 50, 40)]), "0" * 64)


class Loads:
    """A loader that counts, and waits in its first call until its token is set."""

    def __init__(self, *, waits):
        self.count, self.begun = 0, threading.Event()
        self._waits = waits

    def __call__(self, token):
        self.count += 1
        self.begun.set()
        while self._waits and self.count == 1:
            token.check()
            threading.Event().wait(0.005)
        return colour_pipeline()


def test_what_is_released_is_loaded_anew():
    loads = Loads(waits=False)
    source = PipelineSource(loads)
    first = source.get()
    source.release()
    assert source.loaded is None
    assert source.get() is not first
    assert loads.count == 2
    source.close()


def test_a_load_under_way_is_given_up_for_the_next():
    loads = Loads(waits=True)
    source = PipelineSource(loads)
    outcome = []

    def ask():
        try:
            source.get()
        except Cancelled as error:
            outcome.append(error)

    asking = run_aside(ask)
    assert loads.begun.wait(PATIENCE_S)
    source.give_up()
    join(asking)
    assert len(outcome) == 1
    with pytest.raises(Cancelled):
        source.get()  # whoever asked for others has not released yet
    source.release()
    assert source.get() is source.loaded
    source.close()


def test_nothing_is_loaded_any_more_once_it_closes():
    source = PipelineSource(Loads(waits=False))
    source.stop_loading()
    source.release()
    with pytest.raises(Cancelled):
        source.get()


def test_work_under_way_in_the_process_is_cancelled_and_not_a_failure():
    remote = RemotePipeline(waiting_pipeline, token=CancelToken())
    source = PipelineSource(lambda _token: remote)
    assert source.get() is remote
    begun, outcome = threading.Event(), []

    def work():
        try:
            remote.analyse(PICTURE, control=Control(report=lambda _: begun.set()), on_partial=lambda _: None)
        except (Cancelled, BackendFailed) as error:
            outcome.append(error)

    working = run_aside(work)
    assert begun.wait(PATIENCE_S)
    source.release()
    join(working)
    assert [type(error) for error in outcome] == [Cancelled]
