"""The review queue of an open project, through its lane."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PIL import Image

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.session.project_session import ProjectSession
from tas_desktop.session.review import review_queue
from tas_desktop.session.review.filter_terms import FilterFault
from tas_desktop.session.review.orders import QueueOrder
from tas_desktop.session.thumbnails import Thumbnails
from tas_desktop.storage.errors import ProjectBusy
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.project import ProjectStore

WAIT_MS = 10_000
MARGINS = {1: 0.4, 2: 0.01, 3: 0.2, 4: 0.02}


@pytest.fixture
def folder(tmp_path):
    """Four pictures; two expressions on the first, one on the second and on the third."""
    place = tmp_path / "pictures"
    place.mkdir()
    for number in range(1, 5):
        Image.new("RGB", (20, 10), (number, 0, 0)).save(place / f"p{number}.png")
    with ProjectStore.create(place) as store:
        store.add_images([place / f"p{number}.png" for number in range(1, 5)], annotator="ann")
        store.add_expressions(
            [(1, "the mug"), (1, "the red mug"), (2, "a dog"), (3, "a cat")], annotator="ann"
        )
        predict(store, MARGINS)
    return place


def predict(store, margins):
    rows = {row.expression_id: row.text for n in range(1, 5) for row in store.list_expressions(n)}
    store.predictions.write(
        Setup("tas", "starter"),
        [Prediction(number, "r", rows[number], None, (), margin) for number, margin in margins.items()],
    )


@pytest.fixture
def project(qtbot, tmp_path, folder):
    session = ProjectSession(
        thumbnails=Thumbnails(lambda path: np.zeros((2, 2, 3), dtype=np.uint8)),
        annotator="ann",
        fallback_folder=tmp_path / "elsewhere",
    )
    with qtbot.waitSignals([session.opened, session.queue.shown], timeout=WAIT_MS):
        session.open_folder(folder)
    yield session
    assert session.close()


def shown(project):
    return [project.images.image_at(row).image_id for row in range(project.images.rowCount())]


def after(qtbot, project, change):
    with qtbot.waitSignal(project.queue.shown, timeout=WAIT_MS):
        change()
    return shown(project)


def decide(qtbot, project, image_id, expression_id, text):
    with qtbot.waitSignals([project.decided, project.queue.columns_changed], timeout=WAIT_MS):
        project.decide(image_id, Decision(expression_id, DecisionAction.NO_TARGET, text, "ann"))


def test_all_pictures_are_shown_as_they_were_added(project):
    assert shown(project) == [1, 2, 3, 4]
    assert project.queue.rank_on_image(1) == (), "the list's own order"


def test_filter_and_order_are_asked_in_the_lane(qtbot, project):
    queue = project.queue
    assert after(qtbot, project, lambda: queue.set_filter("margin<0.3")) == [1, 2, 3]
    assert after(qtbot, project, lambda: queue.set_order(QueueOrder.MARGIN)) == [1, 3, 2]
    assert after(qtbot, project, lambda: queue.set_filter("")) == [1, 3, 2, 4]
    assert queue.rank_on_image(1) == (2, 1)


def test_the_newest_of_several_filters_is_shown(qtbot, project):
    for text in ("t", "th", "the", "the ", "the r", "the red"):
        project.queue.set_filter(text)
    qtbot.waitUntil(lambda: project.queue.is_settled and shown(project) == [1], timeout=WAIT_MS)
    assert project.queue.selection.open_count == 1


def test_what_cannot_be_read_leaves_the_list_and_says_why(qtbot, project):
    queue = project.queue
    assert after(qtbot, project, lambda: queue.set_filter("dog")) == [2]
    with qtbot.waitSignal(queue.refused_changed):
        queue.set_filter("dog colour:red")
    assert queue.refused.fault is FilterFault.FIELD
    assert shown(project) == [2]
    with qtbot.waitSignal(queue.refused_changed):
        queue.set_filter("dog")
    assert queue.refused is None


def test_a_decision_moves_nothing_until_the_order_is_asked_for_again(qtbot, project):
    queue = project.queue
    assert after(qtbot, project, lambda: queue.set_order(QueueOrder.MARGIN)) == [1, 3, 2, 4]
    decide(qtbot, project, 1, 2, "the red mug")
    assert shown(project) == [1, 3, 2, 4]
    assert after(qtbot, project, lambda: queue.set_order(QueueOrder.MARGIN)) == [3, 2, 1, 4]


def test_next_undecided_passes_over_what_the_filter_hides(qtbot, project):
    queue, images = project.queue, project.images
    assert after(qtbot, project, lambda: queue.set_filter("margin<0.05")) == [1, 3]
    assert queue.rank_on_image(1) == (2,)
    decide(qtbot, project, 1, 2, "the red mug")
    assert images.neighbour(3, step=-1, undecided=True) is None, "its other expression is hidden"
    with qtbot.waitSignal(queue.columns_changed, timeout=WAIT_MS):
        project.undo()
    assert images.neighbour(3, step=-1, undecided=True).image_id == 1


def test_a_new_expression_is_found(qtbot, project):
    def write(store):
        return store.add_expression(4, text="the zebra", annotator="ann"), None

    with qtbot.waitSignals([project.counts_changed, project.queue.columns_changed], timeout=WAIT_MS):
        project._write(4, lambda store: (write(store)[1], None))
    assert after(qtbot, project, lambda: project.queue.set_filter("zebra")) == [4]


def test_what_a_batch_writes_is_read_when_it_is_noticed(qtbot, project, folder):
    queue = project.queue
    assert after(qtbot, project, lambda: queue.set_order(QueueOrder.MARGIN)) == [1, 3, 2, 4]
    with ProjectStore.open(folder) as batch:
        predict(batch, {3: 0.001})
    with qtbot.waitSignal(queue.columns_changed, timeout=WAIT_MS):
        project.watch.look()
    assert shown(project) == [1, 3, 2, 4], "nothing jumps"
    assert after(qtbot, project, queue.refresh) == [2, 1, 3, 4]


def test_a_reload_reads_everything_anew(qtbot, project, folder):
    queue = project.queue
    predict(project.store, {4: 0.9})
    with qtbot.waitSignal(queue.columns_changed, timeout=WAIT_MS):
        queue.reload()
    assert after(qtbot, project, lambda: queue.set_filter("margin>0.8")) == [3]


def test_pace_is_said_after_a_few_decisions(qtbot, project):
    pace = project.queue.pace
    assert (pace.per_minute, pace.per_minute_now, pace.seconds_left) == (None, None, None)
    assert pace.remaining == 4
    for image_id, number, text in ((1, 1, "the mug"), (1, 2, "the red mug"), (2, 3, "a dog")):
        decide(qtbot, project, image_id, number, text)
    assert pace.remaining == 1
    assert pace.per_minute > 0
    assert pace.per_minute_now > 0
    assert pace.seconds_left > 0


def refuse(*_arguments, **_options):
    raise ProjectBusy("The project is being written", next_step="Wait a moment")


def test_a_reading_that_fails_is_told_and_the_next_order_reads_everything(qtbot, project, monkeypatch):
    queue = project.queue
    monkeypatch.setattr(project.store.review, "read", refuse)
    with qtbot.waitSignal(queue.failed, timeout=WAIT_MS) as failed:
        queue.read_again(1)
    assert isinstance(failed.args[0], ProjectBusy)
    assert queue.is_settled
    monkeypatch.undo()
    predict(project.store, {3: 0.001})
    assert after(qtbot, project, lambda: queue.set_order(QueueOrder.MARGIN)) == [2, 1, 3, 4]


def test_a_project_that_could_not_be_read_is_read_when_the_list_is_asked_for_again(
    qtbot, project, folder, monkeypatch
):
    queue = project.queue
    monkeypatch.setattr("tas_desktop.storage.review_rows.ReviewRows.stream", refuse)
    with qtbot.waitSignals([project.opened, queue.failed, queue.shown], timeout=WAIT_MS):
        project.open_folder(folder)
    qtbot.waitUntil(lambda: queue.is_settled, timeout=WAIT_MS)
    assert shown(project) == [1, 2, 3, 4]
    assert queue.columns is None
    monkeypatch.undo()
    assert after(qtbot, project, lambda: queue.set_filter("dog")) == [2]


def test_a_superseded_filter_that_fails_settles_nothing(qtbot, project, monkeypatch):
    queue, real = project.queue, review_queue.select
    begun, gate, failed = threading.Event(), threading.Event(), []

    def fail_once(*arguments, **options):
        if begun.is_set():
            return real(*arguments, **options)
        begun.set()
        assert gate.wait(WAIT_MS / 1000)
        return refuse()

    monkeypatch.setattr(review_queue, "select", fail_once)
    queue.failed.connect(failed.append)
    queue.set_filter("mug")
    qtbot.waitUntil(begun.is_set, timeout=WAIT_MS)
    seen = []
    queue.shown.connect(lambda: seen.append(shown(project)))
    queue.set_filter("dog")
    gate.set()
    qtbot.waitUntil(lambda: queue.is_settled, timeout=WAIT_MS)
    assert seen == [[2]]
    assert failed == []
