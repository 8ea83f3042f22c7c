"""Writing Label Studio's tasks: one per image, with all that was accepted on it as one annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from tas_desktop.formats.fitting import fitting
from tas_desktop.formats.images.placing import ImagePlacer
from tas_desktop.formats.json_writing import open_for_json, write_list
from tas_desktop.formats.label_studio import controls
from tas_desktop.formats.label_studio.brush_rle import encode_brush
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.texts_by_object import texts_by_object

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage, DatasetObject
    from tas_desktop.formats.format import Loss, WriteOptions

TASKS: Final = "tasks.json"
CONFIG: Final = "labeling_config.xml"
IMAGES: Final = "images"
SERVED_AT: Final = "/data/local-files/?d="


def write_label_studio(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write a folder with ``tasks.json``, ``labeling_config.xml`` and the images.

    Which objects a plural expression names is told by its text: each of them carries it in the text area
    ``plural``. Ids of sentences are not kept; those of images and objects are.
    """
    losses = Losses()
    placer = ImagePlacer(target / IMAGES, files=options.image_files)
    used: set[str] = set()
    with open_for_json(target / TASKS) as stream:
        write_list(stream, _tasks(dataset, placer=placer, losses=losses, used=used))
        stream.write("\n")
    known = [category.name for category in dataset.categories.categories]
    config = controls.labelling_config([*known, *sorted(used - set(known))])
    (target / CONFIG).write_text(config, encoding="ascii", newline="\n")
    losses.extend(placer.losses())
    return losses.all()


def _tasks(
    dataset: Dataset, *, placer: ImagePlacer, losses: Losses, used: set[str]
) -> Iterator[dict[str, Any]]:
    for whole in dataset.images():
        image = fitting(whole, losses=losses)
        placer.place(image)
        used.update(item.category for item in image.objects)
        data = {
            "image": SERVED_AT + quote(f"{IMAGES}/{image.file_name}", safe="/"),
            "file_name": image.file_name,
            "height": image.height,
            "width": image.width,
            "split": image.split,
            "undecided": [sentence.text for sentence in image.undecided],
        }
        yield {
            "id": image.image_id,
            "data": data,
            "annotations": [{"result": list(_regions(image, losses=losses))}],
        }


def _regions(image: DatasetImage, *, losses: Losses) -> Iterator[dict[str, Any]]:
    """What Label Studio calls results: for each object its region and its texts, then those of no object."""
    size = {"original_width": image.width, "original_height": image.height, "image_rotation": 0}
    texts = texts_by_object(image, losses=losses)
    for item in image.objects:
        yield _brush(item) | size
        for control, said in zip((controls.EXPRESSION, controls.PLURAL), texts[item.object_id], strict=True):
            if said:
                yield _text(f"object-{item.object_id}", control, said) | size
    for reference in image.references:
        if not reference.object_ids:
            said = [sentence.text for sentence in reference.sentences]
            yield _text(f"no-target-{reference.reference_id}", controls.NO_TARGET, said) | size


def _brush(item: DatasetObject) -> dict[str, Any]:
    region = {
        "id": f"object-{item.object_id}",
        "type": "brushlabels",
        "from_name": controls.LABELS,
        "to_name": controls.IMAGE,
        "value": {"format": "rle", "rle": encode_brush(item.mask), "brushlabels": [item.category]},
    }
    return region if item.score is None else region | {"score": item.score}


def _text(region_id: str, control: str, texts: list[str]) -> dict[str, Any]:
    return {
        "id": region_id,
        "type": "textarea",
        "from_name": control,
        "to_name": controls.IMAGE,
        "value": {"text": texts},
    }
