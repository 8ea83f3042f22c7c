"""Progress of work on large files, which moves on with each megabyte, at the pace of eyes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.engine.control import WorkProgress

TOLD_EVERY_S: Final = 0.1


class Throttled:
    """Hands progress on ten times a second, and the first and the last of each step at once.

    Args:
        deliver: where to; called in the thread that reports.
    """

    def __init__(self, deliver: Callable[[WorkProgress], None]) -> None:
        self._deliver = deliver
        self._step, self._at = "", 0.0

    def __call__(self, progress: WorkProgress) -> None:
        now = time.monotonic()
        if progress.step != self._step or now - self._at >= TOLD_EVERY_S or progress.done == progress.total:
            self._step, self._at = progress.step, now
            self._deliver(progress)
