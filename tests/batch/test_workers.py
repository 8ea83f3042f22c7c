"""Several processes: the same answers, and nothing left behind."""

from __future__ import annotations

import threading

import pytest

from tas_desktop.batch.runner import run_batch
from tas_desktop.batch.workers import WorkerPool
from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.engine.control import CancelToken
from tests.batch.colour_models import colour_models


def failing():
    raise WeightsDamaged("The weights are damaged", next_step="Install it again")


def test_two_workers_give_what_one_gives(store, models):
    with WorkerPool(colour_models, workers=2) as pool:
        assert pool.recipe == models.recipe
        report = run_batch(store, pool, lanes=2)
    assert (report.proposed, report.failures) == (3, ())
    assert run_batch(store, models).known == 3
    assert run_batch(store, models, again=True).changed == ()


def test_failures_stay_with_their_picture(store):
    (store.folder / "two.png").unlink()
    with WorkerPool(colour_models, workers=2) as pool:
        report = run_batch(store, pool, lanes=2)
    assert [failure.path for failure in report.failures] == ["two.png"]
    assert report.proposed == 2


def test_cancel_stops_all(store):
    token = CancelToken()
    with WorkerPool(colour_models, workers=2) as pool:
        report = run_batch(store, pool, lanes=2, token=token, on_progress=lambda _progress: token.cancel())
    assert report.cancelled
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("batch")]


def test_weights_that_cannot_be_loaded_are_said_at_once():
    with pytest.raises(WeightsDamaged) as caught:
        WorkerPool(failing, workers=2)
    assert caught.value.next_step == "Install it again"
