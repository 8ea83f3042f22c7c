"""Driving the real window from a benchmark: the event loop until something holds, a heartbeat, the mouse."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

BEAT_MS = 5
NO_KEY = Qt.KeyboardModifier.NoModifier


class Heartbeat:
    """A timer of 5 ms on the GUI thread; how late it beats is how long the window did not answer."""

    def __init__(self) -> None:
        self._beats: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def longest_gap_ms(self, since: float) -> float:
        """Longest time between two beats from a moment of ``time.perf_counter`` on."""
        beats = [beat for beat in self._beats if beat >= since]
        return 1000 * max((b - a for a, b in pairwise([since, *beats])), default=0.0)

    def quiet_since(self, moment: float, *, stretch: float = 0.3, gap: float = 0.05) -> float | None:
        """The first moment after the given one that starts a stretch without a longer gap; None as yet."""
        start, last = moment, moment
        for beat in self._beats:
            if beat < moment:
                continue
            if beat - last > gap:
                start = beat
            last = beat
            if beat - start >= stretch:
                return start
        return None

    def _beat(self) -> None:
        self._beats.append(time.perf_counter())


def spin(reached: Callable[[], bool], *, seconds: float) -> bool:
    """Let the event loop run until the condition holds or the time is up; return whether it holds."""
    deadline, loop, timer = QDeadlineTimer(int(seconds * 1000)), QEventLoop(), QTimer()

    def look() -> None:
        if reached() or deadline.hasExpired():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(1)
    loop.exec()
    return reached()


def rest(seconds: float) -> None:
    """Let the event loop run for so long."""
    spin(lambda: False, seconds=seconds)


def turn_wheel(
    viewport: QWidget,
    at: QPoint,
    delta: int,
    *,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier,
) -> None:
    """One step of the wheel; 120 is a notch forward."""
    place = QPointF(at)
    buttons, phase, inverted = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase, False
    event = QWheelEvent(
        place, viewport.mapToGlobal(place), QPoint(), QPoint(0, delta), buttons, keys, phase, inverted
    )
    QApplication.sendEvent(viewport, event)


def drag_by(viewport: QWidget, start: QPoint, moves: Iterable[QPoint]) -> Iterator[Callable[[], None]]:
    """Gestures that move the mouse step by step with its middle button held."""
    _send_mouse(viewport, QEvent.Type.MouseButtonPress, start)
    here = start
    for move in moves:
        here = here + move
        yield lambda here=here: _send_mouse(viewport, QEvent.Type.MouseMove, here)  # type: ignore[misc]
    _send_mouse(viewport, QEvent.Type.MouseButtonRelease, here)


def _send_mouse(viewport: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    place, middle = QPointF(at), Qt.MouseButton.MiddleButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else middle
    QApplication.sendEvent(
        viewport, QMouseEvent(kind, place, viewport.mapToGlobal(place), button, middle, NO_KEY)
    )
