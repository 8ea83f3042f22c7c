"""What the pictures show of no real person or machine: a name, a place, and the time that somebody takes."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ANNOTATOR = "ada"
PLACE = Path(tempfile.gettempdir()) / "tas-desktop"
SECONDS = (6.2, 4.1, 9.7, 3.8, 5.4, 14.3, 4.6, 7.9, 3.5)
"""For one decision each: what a practised annotator takes, a hard one now and then."""


@contextmanager
def neutral_home() -> Iterator[Path]:
    """A folder for everything that the program keeps, under the same name wherever the pictures are taken.

    Raises:
        FileExistsError: another run is under way, or something else has that name.
    """
    PLACE.mkdir()
    try:
        yield PLACE
    finally:
        shutil.rmtree(PLACE, ignore_errors=True)


class Clock:
    """Stands still but for the decisions: how long the networks take here is nothing of the annotator's."""

    def __init__(self) -> None:
        self._now = 0.0
        self._durations = cycle(SECONDS)

    def __call__(self) -> float:
        return self._now

    def pass_time(self) -> None:
        """Let the time for one decision go by."""
        self._now += next(self._durations)
