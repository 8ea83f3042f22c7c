"""Images per second and the time left, from the images that took work."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW_S: Final = 60.0
FEWEST: Final = 3
"""Images looked back on at least, however long they took."""


class Pace:
    """How fast images get done; passing over what is known counts for nothing.

    Args:
        clock: seconds that never run backwards, whatever happens to the time of day.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends: deque[float] = deque([clock()])

    def note_done(self) -> None:
        """An image that took work is done."""
        now = self._clock()
        self._ends.append(now)
        while len(self._ends) > FEWEST + 1 and now - self._ends[1] > WINDOW_S:
            self._ends.popleft()

    @property
    def images_per_second(self) -> float:
        """Over the last minute; 0 before the first image."""
        spent = self._ends[-1] - self._ends[0]
        return (len(self._ends) - 1) / spent if spent > 0.0 else 0.0

    def seconds_left(self, images: int) -> float | None:
        """For so many images; None while nobody can say."""
        if images == 0:
            return 0.0
        rate = self.images_per_second
        return images / rate if rate > 0.0 else None


def written_pace(images_per_second: float) -> str:
    """Two digits that say something, however slow.

    >>> written_pace(12.34), written_pace(0.123)
    ('12.3', '0.12')
    """
    return f"{images_per_second:.1f}" if images_per_second >= 0.95 else f"{images_per_second:.2f}"
