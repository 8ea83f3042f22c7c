"""The event loop until something holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def spin(reached: Callable[[], bool], *, seconds: float) -> None:
    """Let the event loop run until the condition holds.

    Raises:
        TimeoutError: it did not hold in time.
    """
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

    deadline, loop, timer = QDeadlineTimer(int(seconds * 1000)), QEventLoop(), QTimer()

    def look() -> None:
        if reached() or deadline.hasExpired():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(2)
    loop.exec()
    if not reached():
        raise TimeoutError
