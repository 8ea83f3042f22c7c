"""Prompts answered beside the network, in this process and in the model process."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.prompt import PointPrompt, Prompts
from tas_desktop.engine.control import Cancelled, CancelToken
from tas_desktop.engine.segmenting import PromptTask
from tas_desktop.session.model_process.client import RemotePipeline
from tas_desktop.session.repair.seen_pictures import SeenPictures, SmallPicture
from tests.support.colour_decoder import ColourDecoder
from tests.support.colour_pipeline import block_picture, colour_pipeline
from tests.support.patience import join, run_aside

BLOCKS = [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60)]
NOTHING = Mask.from_array(np.zeros((160, 240)))


def block(index):
    _, x, y, w, h = BLOCKS[index]
    return Mask.from_window(np.ones((h, w), bool), x=x, y=y, height=160, width=240)


def small():
    return SmallPicture.of(LoadedImage(block_picture(BLOCKS), "0" * 64))


def click(*points):
    return Prompts(tuple(PointPrompt(point, inside=True) for point in points))


def test_a_picture_is_brought_once_and_looked_at_once():
    decoder = ColourDecoder()
    pictures = SeenPictures(decoder)
    task = PromptTask(NOTHING, (click((45, 50)),))
    assert pictures.answer("a", task, brought=None) is None
    assert pictures.answer("a", task, brought=small()).mask == block(0)
    looks = decoder.looks
    assert pictures.answer("a", task, brought=None).mask == block(0)
    assert decoder.looks == looks


def test_the_longest_unused_picture_is_forgotten(monkeypatch):
    picture = small()
    monkeypatch.setattr(
        "tas_desktop.session.repair.seen_pictures.CACHE_BYTES", 11 * picture.pixels_rgb.nbytes
    )
    pictures = SeenPictures(ColourDecoder())
    look = PromptTask(NOTHING)
    for key in ("a", "b", "a", "c"):
        pictures.answer(key, look, brought=picture)
    known = [key for key in "abc" if pictures.answer(key, look, brought=None) is not None]
    assert known == ["a", "c"]


def test_clicks_that_came_while_it_worked_are_answered_in_order():
    pictures = SeenPictures(ColourDecoder())
    task = PromptTask(NOTHING, (click((45, 50)), click((45, 50), (180, 70))))
    both = pictures.answer("a", task, brought=small()).mask
    assert both.area == block(0).area + block(1).area


@pytest.fixture
def remote():
    pipeline = RemotePipeline(colour_pipeline, token=CancelToken())
    yield pipeline
    pipeline.close()


def test_the_model_process_answers_and_asks_for_the_picture(remote):
    assert remote.knows_prompts
    task, token = PromptTask(NOTHING, (click((180, 70)),)), CancelToken()
    assert remote.answer("a", task, brought=None, token=token) is None
    assert remote.answer("a", task, brought=small(), token=token).mask == block(1)
    assert remote.answer("a", task, brought=None, token=token).mask == block(1)


def test_of_prompts_that_wait_the_newest_is_answered(remote):
    remote.answer("a", PromptTask(NOTHING), brought=small(), token=CancelToken())
    outcomes = {}

    def ask(number):
        many = tuple(click((45, 50)) for _ in range(150))
        try:
            outcomes[number] = remote.answer(
                "a", PromptTask(NOTHING, many), brought=None, token=CancelToken()
            )
        except Cancelled:
            outcomes[number] = None

    join(*[run_aside(ask, number) for number in range(6)])
    answered = [outcome for outcome in outcomes.values() if outcome is not None]
    assert 1 <= len(answered) < 6
    assert all(outcome.mask == block(0) for outcome in answered)
