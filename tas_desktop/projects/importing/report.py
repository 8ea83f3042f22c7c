"""What an import did, or would do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from tas_desktop.formats.format import Loss


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of one import.

    Attributes:
        images: images of the dataset that have their place in the project now.
        new_images: how many of them the project did not have.
        expressions: new on the lists.
        labels: decisions made as the file says, on new expressions and on undecided ones.
        referents: objects that the project did not have.
        predictions: answers of a model to review.
        categories: new in the table.
        splits: images that were in no part of the dataset and are in the file's now.
        duplicates: sentences that the project had already, with the same masks.
        left_out: what was not taken, and why.
        event_seq: the event that an undo takes back; None where nothing was written.
    """

    images: int
    new_images: int
    expressions: int
    labels: int
    referents: int
    predictions: int
    categories: int
    splits: int
    duplicates: int
    left_out: tuple[Loss, ...]
    event_seq: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the project stays as it is."""
        return not any(
            (self.new_images, self.expressions, self.labels, self.predictions, self.categories, self.splits)
        )

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        names = (
            "images",
            "new_images",
            "expressions",
            "labels",
            "referents",
            "predictions",
            "categories",
            "splits",
        )
        return {name: getattr(self, name) for name in (*names, "duplicates")} | {
            "left_out": [
                {"what": loss.what, "count": loss.count, "examples": list(loss.examples)}
                for loss in self.left_out
            ]
        }


@dataclass(slots=True)
class Tally:
    """Counts what happens while it does."""

    counts: Counter[str] = field(default_factory=Counter)
    left_out: Losses = field(default_factory=Losses)

    def count(self, what: str, number: int = 1) -> None:
        """Count something of an `ImportReport`, by the name of its attribute."""
        self.counts[what] += number

    def report(self) -> ImportReport:
        """The counts so far."""
        counted = {
            name: self.counts[name]
            for name in ImportReport.__dataclass_fields__
            if name not in ("left_out", "event_seq")
        }
        return ImportReport(**counted, left_out=self.left_out.all())
