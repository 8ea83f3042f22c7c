"""500 keystrokes that overtake each other: one ranking is shown in the end, and nothing is left behind."""

from __future__ import annotations

import gc
import threading
import tracemalloc

import pytest

from tas_desktop.domain.ranking import Ranking
from tas_desktop.session.jobs import Job
from tests.ui.driving import type_and_wait, wait_painted

KEYSTROKES = 500
KEPT_BYTES = 300_000


@pytest.fixture
def ranked(opened, monkeypatch):
    """Texts that were really ranked, in order."""
    texts = []
    pipeline = opened.workspace.source.loaded
    real = pipeline.rank

    def rank(analysis, text, **options):
        texts.append(text)
        return real(analysis, text, **options)

    monkeypatch.setattr(pipeline, "rank", rank)
    return texts


def alive(kind):
    """How many of a kind there are; some libraries' proxies warn when asked what class they have."""
    gc.collect()
    return sum(issubclass(type(thing), kind) for thing in gc.get_objects())


def type_over(qtbot, window, count):
    """Texts one after the other, each asked for at once, the next before the last is ranked."""
    ranking = window.workspace.ranking
    for number in range(count):
        window.box.setText(f"red block {number}")
        ranking._request()  # the debounce, over


def test_500_superseding_keystrokes_deliver_one_final_ranking(qtbot, opened, ranked, monkeypatch):
    type_and_wait(qtbot, opened, "blue block")
    session = opened.workspace.session
    shown = []
    session.ranking.ranking_changed.connect(lambda: shown.append(session.ranking.ranking.expression))
    gate, real = threading.Event(), opened.workspace.source.loaded.rank

    def rank(*arguments, **options):
        assert gate.wait(60)
        return real(*arguments, **options)

    monkeypatch.setattr(opened.workspace.source.loaded, "rank", rank)
    type_over(qtbot, opened, KEYSTROKES)
    gate.set()
    last = f"red block {KEYSTROKES - 1}"
    wait_painted(qtbot, opened, last)
    qtbot.waitUntil(lambda: not session.ranking._lane.is_busy, timeout=15_000)
    assert shown == [last]
    assert session.ranking.ranking.expression == last
    assert session.painted.text == last
    assert len(ranked) <= 3, "what was overtaken before it began was never computed"


def test_500_superseding_keystrokes_leave_no_thread_and_no_memory_behind(qtbot, opened):
    lane = opened.workspace.ranking._lane

    def type_round(count):
        type_over(qtbot, opened, count)
        wait_painted(qtbot, opened, f"red block {count - 1}")
        qtbot.waitUntil(lambda: not lane.is_busy, timeout=15_000)

    type_round(50)  # whatever is filled once is filled
    threads, jobs, rankings = threading.active_count(), alive(Job), alive(Ranking)
    tracemalloc.start()
    grown = []
    for _ in range(3):  # other lanes may load something meanwhile; what leaks grows every time
        before = tracemalloc.get_traced_memory()[0]
        type_round(KEYSTROKES)
        gc.collect()
        grown.append(tracemalloc.get_traced_memory()[0] - before)
    tracemalloc.stop()
    assert threading.active_count() <= threads + 2, "a pool may have one more, never one for each keystroke"
    assert alive(Ranking) <= rankings, "rankings nobody can see are kept"
    assert alive(Job) <= jobs + 2, "another lane may have one under way"
    assert lane._unfinished == {}
    assert min(grown) < KEPT_BYTES, grown
