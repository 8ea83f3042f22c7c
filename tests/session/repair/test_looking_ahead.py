"""Looking at the picture before anybody points: once it is analysed and nothing happens for a moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.image import LoadedImage
from tas_desktop.session.image_desk import Phase
from tas_desktop.session.pictures import Picture
from tas_desktop.session.pipeline import PipelineSource
from tas_desktop.session.repair import looking_ahead
from tas_desktop.session.repair.looking_ahead import LookingAhead
from tas_desktop.session.repair.prompting import Prompting
from tests.support.colour_pipeline import block_picture, colour_pipeline

WAIT_MS = 20_000
BLOCKS = [("red", 20, 30, 50, 40)]


class Desk(QObject):
    """A desk on which pictures are put by hand."""

    image_changed = Signal()
    phase_changed = Signal()

    def __init__(self):
        super().__init__()
        self.phase, self.picture = Phase.EMPTY, None

    def put(self, content_hash, phase=Phase.READY):
        image = LoadedImage(block_picture(BLOCKS), content_hash * 64)
        self.picture = Picture(image, pyramid=None)
        self.image_changed.emit()
        self.change(phase)

    def change(self, phase):
        self.phase = phase
        self.phase_changed.emit()


class Ranking(QObject):
    """A box in which somebody types."""

    pending_changed = Signal(bool)
    selection_changed = Signal()


@pytest.fixture
def asked(monkeypatch):
    """The pipeline, and the tasks it was asked with whether the picture was brought."""
    pipeline, tasks, answer = colour_pipeline(), [], None

    def noted(key, task, *, brought, token):
        tasks.append((key[0], task.steps, task.ahead, brought is not None))
        return answer(key, task, brought=brought, token=token)

    answer = pipeline.answer
    monkeypatch.setattr(pipeline, "answer", noted)
    return pipeline, tasks


@pytest.fixture
def looking(qtbot, asked, monkeypatch):
    monkeypatch.setattr(looking_ahead, "REST_MS", 1)
    source = PipelineSource(lambda _token: asked[0])
    prompting = Prompting(source)
    desk, ranking = Desk(), Ranking()
    ahead = LookingAhead(prompting, desk=desk, ranking=ranking)
    yield desk, ranking, source, ahead
    assert prompting.close()


def test_a_picture_is_looked_at_once_when_it_is_analysed(qtbot, looking, asked):
    desk, ranking, source, _ = looking
    source.get()
    desk.put("a", Phase.ANALYSING)
    desk.change(Phase.READY)
    qtbot.waitUntil(lambda: len(asked[1]) == 2, timeout=WAIT_MS)
    assert asked[1] == [("a", (), True, False), ("a", (), True, True)]
    ranking.selection_changed.emit()
    desk.put("b")
    qtbot.waitUntil(lambda: len(asked[1]) == 4, timeout=WAIT_MS)
    assert {key for key, *_ in asked[1][2:]} == {"b"}


def test_nothing_is_looked_at_while_it_is_analysed_or_no_models_are_there(qtbot, looking, asked):
    desk, _ranking, source, ahead = looking
    desk.put("a")
    ahead._on_rested()  # no models yet
    assert ahead._seen is None
    source.get()
    desk.put("b", Phase.REFINING)
    assert not ahead._rest.isActive()
    desk.change(Phase.READY)
    assert ahead._rest.isActive()
    desk.put("c", Phase.READING)
    assert not ahead._rest.isActive()
    assert asked[1] == []


def test_typing_begins_the_rest_anew(looking):
    desk, ranking, _source, ahead = looking
    desk.put("a")
    ahead._rest.stop()
    ranking.pending_changed.emit(True)
    assert ahead._rest.isActive()
