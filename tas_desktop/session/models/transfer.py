"""How far a download is, how fast it goes and how long it will still take."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW_S: Final = 8.0
"""Speed is that of the last seconds: a line that stalls shows it soon."""

_SHORTEST_S: Final = 0.2
_SHORTEST_S_FOR_TIME_LEFT: Final = 1.0


@dataclass(frozen=True, slots=True)
class Transfer:
    """A download that is under way or waits for its turn.

    Attributes:
        model_id: of which model.
        title: what people call it.
        done_bytes, total_bytes: of all its files; ``total_bytes`` 0 while unknown.
        bytes_per_second: of the last seconds; 0 while nothing is known.
        seconds_left: None while nobody can say.
        is_waiting: others come first.
        step: what `models.pulling.pull` says it is at: ``list``, ``download``, ``check`` or ``wait``.
        is_stopping: it was cancelled and has not stopped yet.
    """

    model_id: str
    title: str
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    is_waiting: bool = False
    step: str = "list"
    is_stopping: bool = False

    @property
    def share(self) -> float | None:
        """Done of all, 0 to 1; None while the whole is unknown."""
        return min(self.done_bytes / self.total_bytes, 1.0) if self.total_bytes else None


class TransferRate:
    """Bytes per second over the last seconds.

    Args:
        clock: seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()

    def note(self, done_bytes: int) -> None:
        """So many bytes are here; what was here at the first call came before and counts for nothing."""
        if self._marks and done_bytes < self._marks[-1][1]:
            self._marks.clear()  # it had to begin anew
        now = self._clock()
        self._marks.append((now, done_bytes))
        while len(self._marks) > 2 and now - self._marks[1][0] >= WINDOW_S:
            self._marks.popleft()

    @property
    def bytes_per_second(self) -> float:
        """0 while nothing can be said."""
        if not self._marks or self._spent < _SHORTEST_S:
            return 0.0
        return (self._marks[-1][1] - self._marks[0][1]) / self._spent

    def seconds_left(self, left_bytes: int) -> float | None:
        """For so many bytes; None while nobody can say, or where nothing comes."""
        rate = self.bytes_per_second
        return left_bytes / rate if rate > 0 and self._spent >= _SHORTEST_S_FOR_TIME_LEFT else None

    @property
    def _spent(self) -> float:
        return self._marks[-1][0] - self._marks[0][0]
