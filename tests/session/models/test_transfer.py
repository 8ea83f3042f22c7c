"""Speed and time left of a download."""

from __future__ import annotations

import pytest

from tas_desktop.session.models.transfer import WINDOW_S, Transfer, TransferRate


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def rate(clock):
    return TransferRate(clock)


def run(rate, clock, *, start, per_second, seconds, step=0.1):
    done = start
    rate.note(done)
    for _ in range(round(seconds / step)):
        clock.now += step
        done += round(per_second * step)
        rate.note(done)
    return done


def test_nothing_is_said_before_anything_is_known(rate):
    assert (rate.bytes_per_second, rate.seconds_left(100)) == (0.0, None)
    rate.note(5_000_000)
    assert (rate.bytes_per_second, rate.seconds_left(100)) == (0.0, None)


def test_what_was_here_before_does_not_count(rate, clock):
    run(rate, clock, start=10**9, per_second=10**6, seconds=3)
    assert rate.bytes_per_second == pytest.approx(10**6, rel=0.01)
    assert rate.seconds_left(5 * 10**6) == pytest.approx(5, rel=0.01)


def test_the_last_seconds_count(rate, clock):
    done = run(rate, clock, start=0, per_second=10**7, seconds=60)
    done = run(rate, clock, start=done, per_second=10**5, seconds=WINDOW_S + 1)
    assert rate.bytes_per_second == pytest.approx(10**5, rel=0.02)
    clock.now += 3 * WINDOW_S
    rate.note(done)
    assert rate.bytes_per_second < 10**5 / 2, "it stalls, and that shows"


def test_a_download_that_begins_anew_forgets_what_was(rate, clock):
    run(rate, clock, start=0, per_second=10**6, seconds=5)
    rate.note(0)
    assert rate.bytes_per_second == 0.0
    run(rate, clock, start=0, per_second=2 * 10**6, seconds=2)
    assert rate.bytes_per_second == pytest.approx(2 * 10**6, rel=0.01)


def test_shares():
    assert Transfer("x", "X").share is None
    assert Transfer("x", "X", done_bytes=30, total_bytes=40).share == 0.75
    assert Transfer("x", "X", done_bytes=50, total_bytes=40).share == 1.0
