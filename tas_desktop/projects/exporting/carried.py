"""What of a dataset a format has a place for: what its card counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tas_desktop.formats.fitting import fitting
from tas_desktop.formats.format import Carries
from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.domain.dataset import Dataset, DatasetImage, Reference
    from tas_desktop.formats.format import Format


@dataclass(frozen=True)
class CarriedDataset:
    """A dataset without the sentences that a format cannot hold, and without images left with nothing."""

    dataset: Dataset
    chosen: Format

    @property
    def categories(self) -> CategoryTable:
        """The dataset's."""
        return self.dataset.categories

    @property
    def image_count(self) -> int:
        """At most so many."""
        return self.dataset.image_count

    def images(self) -> Iterator[DatasetImage]:
        """The images with what of them is carried."""
        carries = self.chosen.carries
        for image in self.dataset.images():
            fit = fitting(image, losses=Losses())
            carried = replace(
                fit,
                references=tuple(known for known in fit.references if self._is_carried(known)),
                undecided=fit.undecided if Carries.UNDECIDED in carries else (),
                split=fit.split if Carries.SPLITS in carries else "",
            )
            if carried.objects or carried.references or carried.undecided:
                yield carried

    def _is_carried(self, reference: Reference) -> bool:
        targets = len(reference.object_ids)
        carries = self.chosen.carries
        return (targets != 0 or Carries.NO_TARGET in carries) and (
            targets < 2 or Carries.SEVERAL_TARGETS in carries
        )
