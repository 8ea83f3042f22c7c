"""The pace: breaks do not slow it, and little is not said of little."""

from __future__ import annotations

import pytest

from tas_desktop.session.review.pace import Pace


def decided(*moments):
    pace = Pace()
    for moment in moments:
        pace.note_decision(moment)
    return pace


def test_a_steady_pace():
    pace = decided(*range(0, 101, 5))
    assert pace.per_minute() == pytest.approx(12)
    assert pace.per_minute_now(100) == pytest.approx(12)
    assert pace.seconds_left(60) == pytest.approx(300)


def test_two_decisions_are_no_pace():
    pace = decided(0, 5)
    assert pace.per_minute() is None
    assert pace.per_minute_now(5) is None
    assert pace.seconds_left(10) is None


def test_a_break_counts_as_two_minutes_at_most():
    pace = decided(0, 10, 20, 4000, 4010)
    assert pace.per_minute() == pytest.approx(60 * 4 / (30 + 120))


def test_now_fades_while_nothing_is_decided():
    pace = decided(0, 10, 20)
    assert pace.per_minute_now(30) == pytest.approx(60 * 2 / 30)
    assert pace.per_minute_now(500) is None
    assert pace.per_minute() == pytest.approx(6)


def test_decisions_of_one_moment_are_no_error():
    pace = decided(1, 1, 1)
    assert pace.per_minute() is None
    assert pace.per_minute_now(1) > 0
