"""How many items a network takes at a time, learned from what batches cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

USABLE: Final = 0.8
"""Share of the free memory that a batch is planned to take; the rest is for what nobody foresaw."""

LARGEST: Final = 512
"""Items of a batch at most: beyond it no device gains, and nobody looks at the cancel flag meanwhile."""

_STEP: Final = 4
"""A batch is at most so many times as large as the one before: little batches say little of large ones."""


@dataclass(slots=True)
class Pace:
    """One kind of work of one network.

    Attributes:
        first: items of the first batch.
        batch: items of the next one.
        ceiling: most items that memory was not found too small for.
        bytes_per_item: most that an item took besides the weights; 0 while nobody has counted.
    """

    first: int
    batch: int
    ceiling: int = LARGEST
    bytes_per_item: float = 0.0

    @classmethod
    def starting_with(cls, first: int) -> Pace:
        """A pace that knows nothing yet."""
        return cls(first, first)

    def learn(self, count: int, *, took: int | None, free: int | None) -> None:
        """Plan the next batch after one of ``count`` items went through.

        Args:
            count: its items.
            took: bytes that it took at its peak besides what was there before; None where nobody counts.
            free: bytes that were free before it; None where nobody knows.
        """
        if took is None or free is None:
            return
        self.bytes_per_item = max(self.bytes_per_item, took / count)
        if self.bytes_per_item:
            fitting = int(USABLE * free / self.bytes_per_item)
            self.batch = max(1, min(fitting, _STEP * self.batch, self.ceiling))

    def halve(self, count: int) -> None:
        """Take half of the ``count`` items that were too many."""
        self.batch = self.ceiling = max(1, count // 2)

    def start_again(self) -> None:
        """There is more memory than before: an idle network left, or the CPU's is another."""
        self.batch, self.ceiling = self.first, LARGEST
