"""What the memory ladder does in the model process reaches the notice bar, once; a lost device ends it."""

from __future__ import annotations

from contextlib import closing

import pytest

from tas_desktop.domain.errors import DeviceLost
from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.notice import Notice
from tas_desktop.engine.control import Control
from tas_desktop.engine.news import News
from tas_desktop.session.model_process.client import RemotePipeline
from tas_desktop.session.models.model_news import ModelNews
from tas_desktop.session.notices import NoticeBoard, Severity
from tas_desktop.session.pipeline import PipelineSource
from tests.support.colour_pipeline import block_picture, colour_pipeline
from tests.support.moving_pipelines import breaking_pipeline, crowded_pipeline

BLOCKS = [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60), ("red", 170, 115, 30, 30)]


def analyse(pipeline, number):
    image = LoadedImage(block_picture(BLOCKS), str(number) * 64)
    return pipeline.analyse(image, control=Control(), on_partial=lambda _analysis: None)


def test_notices_come_once_and_devices_follow(qtbot):
    source = PipelineSource(lambda token: RemotePipeline(crowded_pipeline, token=token))
    board, messages, moved = NoticeBoard(), [], []
    board.posted.connect(messages.append)
    news = ModelNews(source, notices=board)
    news.moved.connect(lambda: moved.append(source.loaded is not None))
    with closing(source):
        pipeline = source.get()
        assert pipeline.devices == (("captioner", "cpu:0 float32"),)
        analysis = analyse(pipeline, 1)
        assert sorted(analysis.captions) == ["a blue block", "a red block", "a red block"]
        qtbot.waitUntil(lambda: len(messages) == 2)
        qtbot.waitUntil(lambda: pipeline.devices == (("captioner", "cpu"),))
        analyse(pipeline, 2)
        qtbot.waitUntil(lambda: len(moved) >= 2)
    assert [message.key for message in messages] == ["memory-smaller-batches", "memory-on-cpu"]
    assert messages[1].severity is Severity.WARNING


def test_a_lost_device_is_told_and_the_source_starts_another():
    loads = iter([breaking_pipeline, colour_pipeline])
    source = PipelineSource(lambda token: RemotePipeline(next(loads), token=token))
    with closing(source):
        first = source.get()
        with pytest.raises(DeviceLost) as caught:
            analyse(first, 1)
        assert "starts the models anew" in caught.value.next_step
        second = source.get()
        assert second is not first
        assert analyse(second, 2).complete


def test_notices_wait_for_the_first_who_follows():
    news, heard = News(), []
    notice = Notice("memory-on-cpu", "It runs on the CPU.")
    assert news.tell(notice, about="wide")
    assert not news.tell(notice, about="wide")
    assert news.tell(notice, about="other")
    news.follow(heard.append, lambda: None)
    assert heard == [notice, notice]
    late = []
    news.follow(late.append, lambda: None)
    assert late == []


def test_an_engine_without_a_placement_has_no_news():
    pipeline = colour_pipeline()
    assert pipeline.devices == (("proposals", "cpu"), ("encoder", "cpu"))
    assert isinstance(pipeline.news, News)
