"""Counting what a written file does not hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from tas_desktop.formats.format import Loss

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_EXAMPLES: Final = 5
_LONGEST_EXAMPLE: Final = 120


class Losses:
    """Losses by what they are, in the order in which they were first met."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {}

    def note(self, what: str, *, example: str = "", count: int = 1) -> None:
        """Count a loss: ``what`` says what is lost and why, ``example`` which thing it was."""
        if count < 1:
            return
        self._counts[what] += count
        known = self._examples.setdefault(what, [])
        if example and len(known) < _MOST_EXAMPLES:
            known.append(example if len(example) <= _LONGEST_EXAMPLE else f"{example[:_LONGEST_EXAMPLE]}…")

    def extend(self, losses: Iterable[Loss]) -> None:
        """Count losses that somebody else counted."""
        for loss in losses:
            self._counts[loss.what] += loss.count
            known = self._examples.setdefault(loss.what, [])
            known += loss.examples[: _MOST_EXAMPLES - len(known)]

    def all(self) -> tuple[Loss, ...]:
        """One entry per kind."""
        return tuple(Loss(what, count, tuple(self._examples[what])) for what, count in self._counts.items())
