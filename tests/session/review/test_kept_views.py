"""Each project's list is filtered and ordered as it was when it was left."""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
import pytest
from PIL import Image

from tas_desktop.config.queue_views import QueueView, load_queue_views, save_queue_views
from tas_desktop.session.project_session import ProjectSession
from tas_desktop.session.review.kept_views import KeptViews
from tas_desktop.session.review.orders import QueueOrder
from tas_desktop.session.thumbnails import Thumbnails

WAIT_MS = 10_000


@pytest.fixture
def file(tmp_path):
    return tmp_path / "home" / "queues.json"


@pytest.fixture
def folders(tmp_path):
    """Two folders of two pictures each."""
    made = []
    for name in ("cats", "mugs"):
        folder = tmp_path / name
        folder.mkdir()
        for number in (1, 2):
            Image.new("RGB", (20, 10), (number, 0, 0)).save(folder / f"{name}{number}.png")
        made.append(folder)
    return made


@contextmanager
def program(tmp_path, file):
    """One run of the program."""
    session = ProjectSession(
        thumbnails=Thumbnails(lambda path: np.zeros((2, 2, 3), dtype=np.uint8)),
        annotator="ann",
        fallback_folder=tmp_path / "elsewhere",
    )
    views = KeptViews(file, session)
    yield session
    assert views.close()
    assert session.close()


def open_folder(qtbot, project, folder):
    with qtbot.waitSignals([project.opened, project.queue.shown], timeout=WAIT_MS):
        project.open_folder(folder)
    qtbot.waitUntil(lambda: project.queue.is_settled, timeout=WAIT_MS)


def view(project):
    return project.queue.text, project.queue.order


def shown(project):
    return [project.images.image_at(row).path for row in range(project.images.rowCount())]


def test_the_view_outlives_the_program(qtbot, tmp_path, file, folders):
    with program(tmp_path, file) as project:
        open_folder(qtbot, project, folders[0])
        project.queue.set_filter("cats2")
        project.queue.set_order(QueueOrder.DISAGREEMENT)
    with program(tmp_path, file) as project:
        open_folder(qtbot, project, folders[0])
        assert view(project) == ("cats2", QueueOrder.DISAGREEMENT)
        assert shown(project) == ["cats2.png"]


def test_each_project_has_its_own(qtbot, tmp_path, file, folders):
    with program(tmp_path, file) as project:
        open_folder(qtbot, project, folders[0])
        project.queue.set_filter("cats2")
        open_folder(qtbot, project, folders[1])
        assert view(project) == ("", QueueOrder.DATASET)
        assert shown(project) == ["mugs1.png", "mugs2.png"]
        project.queue.set_order(QueueOrder.RANDOM)
        open_folder(qtbot, project, folders[0])
        assert view(project) == ("cats2", QueueOrder.DATASET)
    assert set(load_queue_views(file).values()) == {
        QueueView("dataset", "cats2"),
        QueueView("random", ""),
    }


def test_what_is_chosen_before_the_project_is_there_stays(qtbot, tmp_path, file, folders):
    with program(tmp_path, file) as project:
        open_folder(qtbot, project, folders[0])
        project.queue.set_filter("cats1")
    with program(tmp_path, file) as project:
        project.previewed.connect(lambda: project.queue.set_filter("cats2"))
        open_folder(qtbot, project, folders[0])
        assert view(project) == ("cats2", QueueOrder.DATASET)
    (kept,) = load_queue_views(file).values()
    assert kept.filter == "cats2"


@pytest.mark.parametrize(
    ("kept", "now"),
    [
        (QueueView("loudest", "cats1"), ("cats1", QueueOrder.DATASET)),
        (QueueView("margin", "colour:red"), ("", QueueOrder.MARGIN)),
    ],
)
def test_what_this_version_does_not_know_is_left_out(qtbot, tmp_path, file, folders, kept, now):
    with program(tmp_path, file) as project:
        open_folder(qtbot, project, folders[0])
        place = project.store.file
    save_queue_views(file, {place: kept})
    with program(tmp_path, file) as project:
        open_folder(qtbot, project, folders[0])
        assert view(project) == now
        assert project.queue.refused is None


def test_a_place_that_cannot_be_written_stops_nothing(qtbot, tmp_path, folders, caplog):
    (tmp_path / "home").touch()
    with program(tmp_path, tmp_path / "home" / "queues.json") as project:
        open_folder(qtbot, project, folders[0])
        project.queue.set_filter("cats2")
    assert "filter and order of the list" in caplog.text
