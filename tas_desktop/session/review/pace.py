"""How fast decisions are made: now, over the session, and how long the rest will take."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.project_session import ProjectSession

LONGEST_PAUSE_S = 120.0  # who is away longer is having a break, which is nobody's pace
NOW_S = 180.0  # "now" looks back this far
FEWEST = 3  # decisions before a pace is said
TICK_MS = 5_000


class Pace:
    """Counts decisions against the time at work; pauses beyond two minutes count as two minutes."""

    def __init__(self) -> None:
        self.decided = 0
        self._at_work_s = 0.0
        self._last: float | None = None
        self._recent: deque[float] = deque()

    def note_decision(self, now: float) -> None:
        """A decision was made at ``now``, in monotonic seconds."""
        if self._last is not None:
            self._at_work_s += min(now - self._last, LONGEST_PAUSE_S)
        self._last = now
        self.decided += 1
        self._recent.append(now)

    def per_minute_now(self, now: float) -> float | None:
        """Decisions per minute over the last three minutes; None while there are too few of them."""
        while self._recent and now - self._recent[0] > NOW_S:
            self._recent.popleft()
        if len(self._recent) < FEWEST:
            return None
        return 60 * (len(self._recent) - 1) / max(now - self._recent[0], 1e-6)

    def per_minute(self) -> float | None:
        """Decisions per minute at work since the session began; None while there are too few."""
        if self.decided < FEWEST or self._at_work_s <= 0:
            return None
        return 60 * (self.decided - 1) / self._at_work_s

    def seconds_left(self, remaining: int) -> float | None:
        """How long ``remaining`` decisions take at the session's pace."""
        rate = self.per_minute()
        return None if rate is None else 60 * remaining / rate


class PaceMeter(QObject):
    """The pace in the open project.

    Signals:
        changed: the figures are others, also because time has passed.
    """

    changed = Signal()

    def __init__(
        self,
        project: ProjectSession,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._project, self._clock = project, clock
        self._pace = Pace()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self.changed)
        project.opened.connect(self._on_opened)
        project.closed.connect(self._ticker.stop)
        project.decided.connect(self._on_decided)
        project.counts_changed.connect(self.changed)

    @property
    def per_minute_now(self) -> float | None:
        """Decisions per minute over the last minutes."""
        return self._pace.per_minute_now(self._clock())

    @property
    def per_minute(self) -> float | None:
        """Decisions per minute since the project was opened."""
        return self._pace.per_minute()

    @property
    def remaining(self) -> int:
        """Expressions of the project without a decision."""
        counts = self._project.counts
        return max(counts.expressions - counts.decided, 0)

    @property
    def seconds_left(self) -> float | None:
        """How long they take at this pace."""
        return self._pace.seconds_left(self.remaining)

    @Slot()
    def _on_opened(self) -> None:
        self._pace = Pace()
        self._ticker.stop()
        self.changed.emit()

    @Slot()
    def _on_decided(self) -> None:
        self._pace.note_decision(self._clock())
        self._ticker.start()
        self.changed.emit()
