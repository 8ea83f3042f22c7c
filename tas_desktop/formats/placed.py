"""The images of a folder export: named, their files placed, then gone through as far as they are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.fitting import decided_images
from tas_desktop.formats.format import ImageFiles, ImageNames
from tas_desktop.formats.images.naming import ImageNaming
from tas_desktop.formats.images.placing import ImagePlacer
from tas_desktop.formats.instances.writing import image_record, number_categories
from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage
    from tas_desktop.formats.format import Loss

WITHOUT_FILE: Final = "images left out with all that is on them, because their file could not be placed"


@dataclass(frozen=True)
class PlacedImages:
    """Images whose files are in place, or are meant to stay where they are.

    Attributes:
        records: for ``images`` of a COCO document, with the name in the export.
        names: the name in the export by image id.
        splits: those that occur, an empty one for images without.
        category_ids: of the categories of all objects, and of the dataset's.
        losses: what the files lost.
    """

    dataset: Dataset
    records: list[dict[str, Any]]
    names: dict[int, str]
    splits: frozenset[str]
    category_ids: dict[str, int]
    losses: tuple[Loss, ...]

    def images(self, *, losses: Losses) -> Iterator[DatasetImage]:
        """The images anew, each with what of it can be written."""
        for image in decided_images(self.dataset, losses=losses):
            if image.image_id in self.names:
                yield image
            else:
                losses.note(WITHOUT_FILE, example=image.file_name)


def place_images(
    dataset: Dataset, folder: Path, *, files: ImageFiles, names: ImageNames = ImageNames.OWN
) -> PlacedImages:
    """Go through a dataset once and place the files of the images on which something was decided.

    An image whose file cannot be placed is left out: it would stop every training that comes to it.

    Args:
        dataset: what is exported.
        folder: where the names start.
        files: what becomes of the files.
        names: what they are called.
    """
    placer, naming, not_yet = ImagePlacer(folder, files=files), ImageNaming(names), Losses()
    records: list[dict[str, Any]] = []
    splits: set[str] = set()
    used: set[str] = set()
    for image in decided_images(dataset, losses=not_yet):
        name = naming.name(image)
        if not placer.place(image, name=name) and files is not ImageFiles.LEAVE:
            continue
        record = image_record(image, file_name=name)
        records.append(record | {"split": image.split} if image.split else record)
        splits.add(image.split)
        used |= {item.category for item in image.objects}
    return PlacedImages(
        dataset,
        records,
        {record["id"]: record["file_name"] for record in records},
        frozenset(splits),
        number_categories(dataset.categories, used),
        placer.losses(),
    )
