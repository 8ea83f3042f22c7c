"""Driving the real window from a benchmark: the event loop until something holds, and wheel, mouse, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

NO_KEY = Qt.KeyboardModifier.NoModifier


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
