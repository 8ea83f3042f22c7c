"""Pictures are read once, in a lane, the likely next ones ahead."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from tas_desktop.domain.image import LoadedImage
from tas_desktop.session.pictures import Pictures
from tests.support.patience import PATIENCE_S

A, B, C = ((number, Path(f"{number}.png")) for number in (1, 2, 3))


class Reader:
    """Reads small pictures, each as soon as it is let."""

    def __init__(self):
        self.read = []
        self.may_read = {path: threading.Event() for _, path in (A, B, C)}

    def __call__(self, path):
        self.read.append(path)
        assert self.may_read[path].wait(PATIENCE_S)
        return LoadedImage(np.zeros((8, 8, 3), np.uint8), content_hash=path.name)


@pytest.fixture
def reader():
    return Reader()


@pytest.fixture
def pictures(qtbot, reader):
    made = Pictures(reader)
    yield made
    for event in reader.may_read.values():
        event.set()
    assert made.close()


def test_a_picture_asked_for_while_it_is_read_ahead_is_read_once(qtbot, pictures, reader):
    pictures.read_ahead([A, B])
    qtbot.waitUntil(lambda: reader.read == [A[1]])
    pictures.request(*A)
    with qtbot.waitSignal(pictures.ready) as told:
        reader.may_read[A[1]].set()
    assert told.args[0] == A[0]
    assert reader.read == [A[1]]


def test_another_picture_does_not_wait_for_those_ahead(qtbot, pictures, reader):
    pictures.read_ahead([A, B])
    qtbot.waitUntil(lambda: reader.read == [A[1]])
    pictures.request(*C)
    for event in reader.may_read.values():
        event.set()
    with qtbot.waitSignal(pictures.ready) as told:
        pass
    assert told.args[0] == C[0]
    assert B[1] not in reader.read


def test_what_was_read_ahead_is_there_at_once(qtbot, pictures, reader):
    for event in reader.may_read.values():
        event.set()
    with qtbot.waitSignal(pictures.read_ahead_done):
        pictures.read_ahead([A])
    told = []
    pictures.ready.connect(lambda image_id, _picture: told.append(image_id))
    pictures.request(*A)
    assert told == [A[0]]
    assert reader.read == [A[1]]


def test_asking_again_for_what_lies_ahead_reads_nothing_twice(qtbot, pictures, reader):
    pictures.read_ahead([A, B])
    qtbot.waitUntil(lambda: reader.read == [A[1]])
    pictures.read_ahead([A, B])
    done = []
    pictures.read_ahead_done.connect(lambda image_id, _picture: done.append(image_id))
    for event in reader.may_read.values():
        event.set()
    qtbot.waitUntil(lambda: done == [A[0], B[0]])
    assert reader.read == [A[1], B[1]]
