"""What of an image no client could read: it is left out of an export and told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.dataset import Dataset, DatasetImage, DatasetObject
    from tas_desktop.formats.losses import Losses

EMPTY_MASK = "objects with an empty mask, which no client can read"
WRONG_SIZE = "objects whose mask has another size than their image"
UNDECIDED = "expressions that nobody decided"
UNDECIDED_ONLY = "images with nothing decided on them"
LEFT_BARE = "expressions of objects that were left out"


def decided_images(dataset: Dataset, *, losses: Losses) -> Iterator[DatasetImage]:
    """Images on which something was decided, each with what of it can be written."""
    for image in dataset.images():
        for sentence in image.undecided:
            losses.note(UNDECIDED, example=sentence.text)
        kept = fitting(image, losses=losses)
        if kept.objects or kept.references:
            yield kept
        else:
            losses.note(UNDECIDED_ONLY, example=image.file_name)


def fitting(image: DatasetImage, *, losses: Losses) -> DatasetImage:
    """The image without objects that cannot be written (formats.md 0, clauses 7, 8), and their references."""
    unfit = {item.object_id: why for item in image.objects if (why := _why_unfit(item, image))}
    if not unfit:
        return image
    for number, why in unfit.items():
        losses.note(why, example=f"{image.file_name}, object {number}")
    kept = tuple(known for known in image.references if not set(known.object_ids) & unfit.keys())
    for reference in image.references:
        if reference not in kept:
            losses.note(LEFT_BARE, example=reference.sentences[0].text, count=len(reference.sentences))
    return replace(
        image,
        objects=tuple(item for item in image.objects if item.object_id not in unfit),
        references=kept,
    )


def _why_unfit(item: DatasetObject, image: DatasetImage) -> str:
    if (item.mask.height, item.mask.width) != (image.height, image.width):
        return WRONG_SIZE
    return EMPTY_MASK if item.mask.area == 0 else ""
