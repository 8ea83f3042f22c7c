"""CSV in UTF-8 with a row for each expression and object: for spreadsheets and data frames."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from tas_desktop.formats.fitting import fitting
from tas_desktop.formats.lists.rows import NONE, OBJECT, UNDECIDED
from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage, DatasetObject, Reference, Sentence
    from tas_desktop.formats.format import Loss, WriteOptions

COLUMNS: Final = (
    *("image_id", "image", "width", "height", "split"),
    *("expression_id", "reference_id", "expression", "target"),
    *("object_id", "category", "score", "x", "y", "w", "h", "mask"),
)
"""``mask`` has the counts of a COCO run-length encoding; ``x`` to ``h`` its box in pixels."""

Values = dict[str, str | int | float]


def write_csv(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write a table; equal datasets give equal bytes. No option changes it."""
    del options
    return write_table(target, dataset, mask_text=lambda known, _image_id: known.mask.counts)


def write_table(
    target: Path, dataset: Dataset, *, mask_text: Callable[[DatasetObject, int], str]
) -> tuple[Loss, ...]:
    """Write a table whose masks are texts.

    Args:
        target: the file.
        dataset: gone through once.
        mask_text: the text of an object's mask, by the object and its image's id; asked once for each object.
    """
    losses = Losses()
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
        writer.writeheader()
        for image in dataset.images():
            fit = fitting(image, losses=losses)
            cells = {
                known.object_id: _object(known, mask_text(known, image.image_id)) for known in fit.objects
            }
            writer.writerows(_rows(fit, cells))
    return losses.all()


def _rows(image: DatasetImage, cells: dict[int, Values]) -> Iterator[Values]:
    about: Values = {
        "image_id": image.image_id,
        "image": image.file_name,
        "width": image.width,
        "height": image.height,
        "split": image.split,
    }
    rows = [about | row for row in _contents(image, cells)]
    yield from rows or [about]


def _contents(image: DatasetImage, cells: dict[int, Values]) -> Iterator[Values]:
    named: set[int] = set()
    for reference in image.references:
        named.update(reference.object_ids)
        for sentence in reference.sentences:
            said = _sentence(sentence) | {"reference_id": reference.reference_id}
            yield from _targets(reference, said, cells)
    for sentence in image.undecided:
        yield _sentence(sentence) | {"target": UNDECIDED}
    for known in image.objects:
        if known.object_id not in named:
            yield cells[known.object_id]


def _targets(reference: Reference, said: Values, cells: dict[int, Values]) -> Iterator[Values]:
    if not reference.object_ids:
        yield said | {"target": NONE}
    for number in reference.object_ids:
        yield said | {"target": OBJECT} | cells[number]


def _sentence(sentence: Sentence) -> Values:
    return {"expression_id": sentence.sentence_id, "expression": sentence.text}


def _object(known: DatasetObject, mask_text: str) -> Values:
    x, y, w, h = (int(value) for value in known.mask.box_xywh)
    return {
        "object_id": known.object_id,
        "category": known.category,
        "score": "" if known.score is None else repr(known.score),
        "x": x,
        "y": y,
        "w": w,
        "h": h,
        "mask": mask_text,
    }
