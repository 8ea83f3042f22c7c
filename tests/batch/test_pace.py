"""How fast, and how long still."""

from __future__ import annotations

import pytest

from tas_desktop.batch.pace import FEWEST, WINDOW_S, Pace


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_nobody_can_say_before_the_first_image(clock):
    pace = Pace(clock)
    assert (pace.images_per_second, pace.seconds_left(10), pace.seconds_left(0)) == (0.0, None, 0.0)


def test_steady_work(clock):
    pace = Pace(clock)
    for _ in range(5):
        clock.now += 2.0
        pace.note_done()
    assert pace.images_per_second == pytest.approx(0.5)
    assert pace.seconds_left(30) == pytest.approx(60.0)


def test_the_last_minute_counts(clock):
    """Large pictures in the beginning say nothing about the small ones now."""
    pace = Pace(clock)
    for seconds in [30.0] * 10 + [1.0] * 70:
        clock.now += seconds
        pace.note_done()
    assert pace.images_per_second == pytest.approx(1.0)


def test_images_that_take_longer_than_the_window_still_give_a_pace(clock):
    pace = Pace(clock)
    for _ in range(20):
        clock.now += 2 * WINDOW_S
        pace.note_done()
    assert pace.images_per_second == pytest.approx(1 / (2 * WINDOW_S))
    assert len(pace._ends) == FEWEST + 1
