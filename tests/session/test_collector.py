"""Garbage cycles are collected in the GUI thread, and in no other."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from tas_desktop.session import collector
from tas_desktop.session.collector import GuiCollector
from tests.support.patience import join, run_aside


class Knot:
    """Refers to itself; notes in which thread it went."""

    def __init__(self, ended_in):
        self.itself = self
        weakref.finalize(self, lambda: ended_in.append(threading.current_thread()))


@pytest.fixture
def started(qtbot, monkeypatch):
    monkeypatch.setattr(collector, "YOUNG", 500)
    ours = gc.get_threshold()
    gc.enable()  # as it is where nobody has taken over: the tests' own collector has
    gc.set_threshold(700, 10, 10)
    made = GuiCollector()
    made.start()
    assert not gc.isenabled()
    yield made
    made.stop()
    assert gc.isenabled()
    assert gc.get_threshold() == (700, 10, 10)
    gc.disable()
    gc.set_threshold(*ours)


def make_containers(count):
    return [[number] for number in range(count)]


def test_a_cycle_ends_in_the_gui_thread_however_busy_another_is(qtbot, started):
    ended_in = []
    Knot(ended_in)
    join(run_aside(lambda: [make_containers(2_000) for _ in range(50)]))
    assert ended_in == [], "another thread collected"
    kept = []  # containers that stay are what makes a look due

    def has_ended():
        kept.extend(make_containers(600))
        return ended_in != []

    qtbot.waitUntil(has_ended, timeout=10_000)
    assert ended_in == [threading.main_thread()]


def test_a_library_that_turns_pythons_collector_on_again_changes_nothing(qtbot, started):
    srsly = pytest.importorskip("srsly")
    assert srsly.msgpack_loads(srsly.msgpack_dumps({"a": 1})) == {"a": 1}
    assert gc.isenabled(), "then this guard is needed no longer"
    ended_in = []
    Knot(ended_in)
    join(run_aside(lambda: [make_containers(2_000) for _ in range(50)]))
    assert ended_in == [], "another thread collected"


def test_older_generations_have_their_turn(qtbot, started, monkeypatch):
    looked = []
    monkeypatch.setattr(gc, "collect", looked.append)
    for count, expected in (((499, 99, 99), None), ((500, 9, 99), 0), ((500, 10, 9), 1), ((500, 10, 10), 2)):
        looked.clear()
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        started.look()
        assert looked == ([] if expected is None else [expected])
