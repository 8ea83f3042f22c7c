"""Labels from a dataset in any of the formats that the program reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from pycocotools import mask as coco_mask

from tas_desktop.domain.mask import Mask
from tas_desktop.evaluation.labels.labels import LabelledImage, Labels, Tally, Unit
from tas_desktop.evaluation.statistics.kinds import kind_by_words
from tas_desktop.formats.refer.sentences import plain
from tas_desktop.formats.registry import find_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tas_desktop.domain.dataset import DatasetImage, Reference, SentenceOrigin
    from tas_desktop.evaluation.protocol import Truth

NO_TARGET: Final = "sentences that name nothing: a ranking always names something"
NO_PIXELS: Final = "sentences whose mask covers no pixel"


def read_dataset_labels(path: Path, *, format_name: str, split: str = "") -> Labels:
    """Read a file or folder.

    Raises:
        InputRefused: there is no such format, nothing of the kind is there, or a file is damaged.
    """
    tally = Tally()
    images = []
    for image in find_format(format_name).read(path).images():
        tally.beside.note("sentences without a mask", count=len(image.undecided), example=image.file_name)
        if split in ("", image.split):
            place = image.source or path.parent / image.file_name
            labelled = labelled_image(image, path=place, tally=tally)
            images += [] if labelled is None else [labelled]
    return Labels(
        path.stem,
        tuple(images),
        tally.left_out.all(),
        tally.beside.all(),
        tuple(tally.favoured.most_common()),
    )


def labelled_image(
    image: DatasetImage, *, path: Path, tally: Tally, content_hash: str | None = None
) -> LabelledImage | None:
    """An image of a dataset with its sentences that have a mask; None without any."""
    masks = {known.object_id: known.mask for known in image.objects}
    units: list[Unit] = []
    for reference in image.references:
        units += _units(reference, masks, image=image, tally=tally)
    if not units:
        return None
    return LabelledImage(
        image_id=image.image_id,
        name=image.file_name,
        path=path,
        height=image.height,
        width=image.width,
        units=tuple(units),
        every_mask=partial(_all_of, list(masks.values())),
        content_hash=content_hash,
    )


def union(masks: Sequence[Mask]) -> Mask:
    """One mask of several of the same size."""
    return masks[0] if len(masks) == 1 else Mask.from_rle(coco_mask.merge([mask.to_rle() for mask in masks]))


def _units(
    reference: Reference, masks: Mapping[int, Mask], *, image: DatasetImage, tally: Tally
) -> Iterable[Unit]:
    true = union([masks[number] for number in reference.object_ids]) if reference.object_ids else None
    for sentence in reference.sentences:
        if true is None:
            tally.beside.note(NO_TARGET, example=f"{image.file_name}: {sentence.text}")
            continue
        if true.area == 0:
            tally.left_out.note(NO_PIXELS, example=f"{image.file_name}: {sentence.text}")
            continue
        if not tally.can_say(sentence.text, where=image.file_name):
            continue
        _note_origin(sentence.origin, tally)
        yield Unit(
            unit_id=str(sentence.sentence_id),
            sentence_id=sentence.sentence_id,
            raw=sentence.text,
            sent=plain(sentence.text),
            kind=kind_by_words(sentence.text),
            truth=partial(_same, true),
        )


def _note_origin(origin: SentenceOrigin | None, tally: Tally) -> None:
    """Count a label that is a method's own mask."""
    if origin is None or origin.provenance is None or origin.edited or origin.candidate_rank is None:
        return
    tally.favoured[origin.provenance.method] += 1


def _same(mask: Mask, _truth: Truth) -> Mask:
    return mask


def _all_of(masks: list[Mask], _truth: Truth) -> list[Mask]:
    return list(masks)
