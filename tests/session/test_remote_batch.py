"""A batch in the model process: the same answers, and whoever is at the screen goes first."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QObject, Signal

from tas_desktop.batch.runner import run_batch
from tas_desktop.domain.image import LoadedImage
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tas_desktop.engine.methods import method_named
from tas_desktop.formats.image_reading import read_image
from tas_desktop.session.batch_session import BatchSession
from tas_desktop.session.model_process.client import RemotePipeline
from tas_desktop.session.pipeline import PipelineSource
from tas_desktop.storage.project import ProjectStore
from tests.support.colour_pipeline import block_picture, colour_pipeline, waiting_pipeline
from tests.support.patience import join, run_aside

TEXTS = ("red block", "blue block", "red block")


def ignore(_analysis):
    pass


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "blocks"
    folder.mkdir()
    for number, colour in enumerate(("red", "blue", "red")):
        blocks = [(colour, 20 + 10 * number, 30, 50, 40), ("green", 120, 60, 60, 60)]
        Image.fromarray(block_picture(blocks)).save(folder / f"{number}.png")
    with ProjectStore.create(folder) as made:
        made.add_images(sorted(folder.glob("*.png")), annotator="ann")
        made.add_expressions([(i, text) for i, text in enumerate(TEXTS, start=1)], annotator="ann")
        yield made


@pytest.fixture
def remote():
    pipeline = RemotePipeline(colour_pipeline, token=CancelToken())
    yield pipeline
    pipeline.close()


def test_the_process_does_what_a_batch_here_does(store, remote):
    report = run_batch(store, remote.proposer())
    assert (report.proposed, report.expressions, report.failures) == (3, 3, ())
    here = colour_pipeline().proposer()
    assert remote.proposer().recipe == here.recipe
    assert run_batch(store, here).known == 3, "its predictions are those that this process would make"
    assert run_batch(store, here, again=True).changed == ()


def test_another_method_goes_along(store, remote):
    other = method_named("tas-paper")
    report = run_batch(store, remote.proposer(other))
    assert (report.method, report.proposed) == ("tas-paper", 3)
    assert run_batch(store, colour_pipeline().proposer(other)).known == 3


def test_failures_of_a_picture_arrive_as_such(store, remote):
    (store.folder / "1.png").write_bytes(b"no picture")
    (failure,) = run_batch(store, remote.proposer()).failures
    assert failure.path == "1.png"
    assert failure.next_step


def test_cancel_reaches_the_process_inside_a_picture(store):
    token = CancelToken()
    stop = threading.Timer(0.3, token.cancel)
    with closing(RemotePipeline(waiting_pipeline, token=CancelToken())) as remote:
        stop.start()
        report = run_batch(store, remote.proposer(), token=token)
    assert (report.cancelled, report.proposed, report.left) == (True, 0, 3)


def test_the_picture_at_the_screen_interrupts_the_batch(store):
    """The batch's picture never ends; the annotator's early analysis comes all the same."""
    stop_batch, stop_picture = CancelToken(), CancelToken()
    seen = threading.Event()

    def on_partial(_analysis):
        seen.set()
        stop_picture.cancel()

    picture = LoadedImage(block_picture([("red", 20, 30, 50, 40)]), "7" * 64)
    with closing(RemotePipeline(waiting_pipeline, token=CancelToken())) as remote:
        batch = run_aside(run_batch, store, remote.proposer(), token=stop_batch)
        with pytest.raises(Cancelled):
            remote.analyse(picture, control=Control(stop_picture), on_partial=on_partial)
        assert seen.is_set()
        stop_batch.cancel()
        join(batch)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_process_that_dies_leaves_what_was_done(store, remote, monkeypatch):
    monkeypatch.setattr("tas_desktop.batch.tally.REPORT_EVERY_S", 0.0)

    def kill_after_one(progress):
        if progress.proposed == 1 and remote.is_alive:
            os.kill(remote.process_id, signal.SIGKILL)

    report = run_batch(store, remote.proposer(), on_progress=kill_after_one)
    assert report.proposed >= 1
    assert report.failures
    assert "ended unexpectedly" in report.failures[-1].cause
    again = run_batch(store, colour_pipeline().proposer())
    assert (again.proposed, again.known) == (3 - report.proposed, report.proposed)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_the_window_s_batch_outlives_its_process(store, qtbot, tmp_path):
    """The picture under way is passed over; the others are done by a process started anew."""
    source = PipelineSource(lambda token: RemotePipeline(colour_pipeline, token=token))
    killed = []

    class Project(QObject):
        opening, opened = Signal(str), Signal(object)

    project = Project()
    project.store, project.images = store, SimpleNamespace(image=lambda _image_id: None)
    batch = BatchSession(project, source, notes=tmp_path / "notes", method=lambda: None)

    def kill_once(_progress):
        if not killed:
            killed.append(source.loaded.process_id)
            os.kill(killed[0], signal.SIGKILL)

    batch.progressed.connect(kill_once)
    with qtbot.waitSignal(batch.done, timeout=30_000) as done:
        batch.start()
    report = done.args[0]
    assert killed
    assert len(report.failures) <= 1
    assert report.proposed == 3 - len(report.failures)
    assert source.loaded.process_id != killed[0] or not report.failures
    assert batch.close()
    source.close()


def test_what_the_project_keeps_goes_along_with_the_pixels(store, remote):
    run_batch(store, remote.proposer())
    row = store.list_images()[0]
    image = read_image(store.image_path(row.path))
    find = lambda content_hash, key: store.analyses.find(content_hash, key=key)  # noqa: E731
    partials = []
    analysis = remote.analyse(image, control=Control(), on_partial=partials.append, find_outline=find)
    assert (analysis.complete, partials) == (True, [])
    assert [name for name, _ in analysis.seconds] == ["encode"]
    made = remote.analyse(image, control=Control(), on_partial=partials.append)
    assert len(partials) == 1
    assert np.array_equal(made.crop_features_nd, analysis.crop_features_nd)
    assert np.array_equal(made.phrase_features_kd, analysis.phrase_features_kd)
    assert (made.captions, made.key, made.recognised) == (
        analysis.captions,
        analysis.key,
        analysis.recognised,
    )
