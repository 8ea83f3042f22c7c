"""Writing a dataset as one COCO instances file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.formats.fitting import decided_images
from tas_desktop.formats.instances.writing import (
    annotation_record,
    image_record,
    number_categories,
    write_annotations,
    write_categories,
    write_head,
    write_images,
)
from tas_desktop.formats.json_writing import open_for_json, write_section
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.references import reference_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetObject, Reference
    from tas_desktop.formats.format import Loss, WriteOptions

_DESCRIPTION = "Referring annotations"


def write_coco(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write a COCO instances file: images on which something was decided, their objects and references.

    Equal datasets give equal bytes, unless ``options.created`` is set.

    Args:
        target: the JSON file.
        dataset: gone through twice.
        options: heeds ``masks``, ``with_origin`` and ``created``.

    Returns:
        What is not in the file: undecided expressions, objects whose mask no client could read.
    """
    losses = Losses()
    images: list[dict[str, Any]] = []
    references: list[dict[str, Any]] = []
    used: set[str] = set()
    for image in decided_images(dataset, losses=losses):
        record = image_record(image)
        images.append(record | {"split": image.split} if image.split else record)
        used.update(known.category for known in image.objects)
        references += [
            {"image_id": image.image_id} | reference_as_json(known, with_origin=options.with_origin)
            for known in image.references
        ]
    ids = number_categories(dataset.categories, used)
    with open_for_json(target) as stream:
        write_head(stream, description=_DESCRIPTION, created=options.created)
        write_images(stream, images)
        write_categories(stream, dataset.categories, ids)
        stream.write(",\n")
        write_section(stream, "references", references)
        write_annotations(stream, _annotations(dataset, ids, options))
    return losses.all()


def _annotations(dataset: Dataset, ids: dict[str, int], options: WriteOptions) -> Iterator[dict[str, Any]]:
    for image in decided_images(dataset, losses=Losses()):
        named = {known.object_ids[0]: known for known in image.references if len(known.object_ids) == 1}
        for known in image.objects:
            yield annotation_record(
                known, image_id=image.image_id, category_id=ids[known.category], masks=options.masks
            ) | _words(known, named.get(known.object_id))


def _words(known: DatasetObject, reference: Reference | None) -> dict[str, Any]:
    """The keys beyond COCO's own; ``attributes`` is always there, because CVAT's labels have it."""
    more: dict[str, Any] = {} if known.score is None else {"score": known.score}
    if reference is None:
        return more | {"attributes": {}}
    texts = [sentence.text for sentence in reference.sentences]
    return more | {
        "attributes": {"expression": texts[0], "ref_id": reference.reference_id},
        "ref_id": reference.reference_id,
        "expressions": texts,
    }
