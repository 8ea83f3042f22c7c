"""What a dataset holds, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.domain.dataset import Dataset, DatasetImage


@dataclass(frozen=True, slots=True)
class DatasetCounts:
    """Totals of a dataset.

    Attributes:
        images: with anything on them.
        objects: with a mask.
        references: groups of sentences that name the same.
        sentences: those that are decided.
        several: sentences that name several objects.
        no_target: sentences that name nothing in their image.
        undecided: sentences without a decision.
        unnamed: objects that no sentence names alone.
        splits: images in each split; those in none under the empty name.
    """

    images: int = 0
    objects: int = 0
    references: int = 0
    sentences: int = 0
    several: int = 0
    no_target: int = 0
    undecided: int = 0
    unnamed: int = 0
    splits: Mapping[str, int] | None = None


class CountedDataset:
    """Passes a dataset through and counts it on the first whole pass."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._counts: DatasetCounts | None = None

    @property
    def categories(self) -> CategoryTable:
        """The dataset's."""
        return self._dataset.categories

    @property
    def image_count(self) -> int:
        """The dataset's."""
        return self._dataset.image_count

    def images(self) -> Iterator[DatasetImage]:
        """The dataset's images."""
        if self._counts is not None:
            yield from self._dataset.images()
            return
        totals: Counter[str] = Counter()
        splits: Counter[str] = Counter()
        for image in self._dataset.images():
            splits[image.split] += 1
            totals.update(_count(image))
            yield image
        self._counts = DatasetCounts(**totals, splits=dict(sorted(splits.items())))

    def counts(self) -> DatasetCounts:
        """The totals; makes a pass where there was none."""
        if self._counts is None:
            for _ in self.images():
                pass
        return self._counts or DatasetCounts()


def _count(image: DatasetImage) -> dict[str, int]:
    """One image's share of each total."""
    by_targets = Counter[int]()
    for reference in image.references:
        by_targets[min(len(reference.object_ids), 2)] += len(reference.sentences)
    named = {known.object_ids[0] for known in image.references if len(known.object_ids) == 1}
    return {
        "images": 1,
        "objects": len(image.objects),
        "references": len(image.references),
        "sentences": by_targets.total(),
        "several": by_targets[2],
        "no_target": by_targets[0],
        "undecided": len(image.undecided),
        "unnamed": sum(known.object_id not in named for known in image.objects),
    }
