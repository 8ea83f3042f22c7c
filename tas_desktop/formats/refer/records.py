"""A dataset's references as records of REFER and of gRefCOCO (formats.md sections 1 and 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.images.naming import ref_file_name
from tas_desktop.formats.origins import origin_as_json
from tas_desktop.formats.refer.sentences import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tas_desktop.domain.dataset import DatasetImage, Reference, Sentence
    from tas_desktop.formats.losses import Losses

SEVERAL: Final = "expressions that name several objects: REFER has one object a ref"
NOBODY: Final = "expressions that name nothing in the image: REFER cannot say that"
MENDED: Final = "texts with line breaks, tabs, control characters or “||”, which readers trip over: mended"
BLANK: Final = "expressions with nothing in them but control characters"

NO_TARGET: Final = -1
"""What gRefCOCO has instead of an annotation id and a category id."""


def refer_records(
    image: DatasetImage,
    *,
    image_name: str,
    split: str,
    ids: Mapping[str, int],
    with_origin: bool,
    losses: Losses,
) -> Iterator[dict[str, Any]]:
    """REFER's refs of an image: one for each object that is named, all its sentences inside (clause 10)."""
    categories = {item.object_id: ids[item.category] for item in image.objects}
    for object_id, references in _by_object(image.references, losses):
        sentences = _sentence_records(
            (sentence for known in references for sentence in known.sentences),
            with_origin=with_origin,
            losses=losses,
        )
        if sentences:
            yield _record(
                references[0],
                sentences,
                image=image,
                split=split,
                file_name=ref_file_name(image_name, object_id),
                targets={"ann_id": object_id, "category_id": categories[object_id]},
            )


def gref_records(
    image: DatasetImage,
    *,
    image_name: str,
    split: str,
    ids: Mapping[str, int],
    with_origin: bool,
    losses: Losses,
) -> Iterator[dict[str, Any]]:
    """GRefCOCO's refs of an image: lists of objects, ``[-1]`` where nothing is meant."""
    categories = {item.object_id: ids[item.category] for item in image.objects}
    for reference in image.references:
        sentences = _sentence_records(reference.sentences, with_origin=with_origin, losses=losses)
        if sentences:
            objects = list(reference.object_ids)
            yield _record(
                reference,
                sentences,
                image=image,
                split=split,
                file_name=image_name,
                targets={
                    "ann_id": objects or [NO_TARGET],
                    "category_id": [categories[number] for number in objects] or [NO_TARGET],
                    "no_target": not objects,
                },
            )


def _by_object(references: Iterable[Reference], losses: Losses) -> Iterator[tuple[int, list[Reference]]]:
    """References of one object, joined where several name it; mmdetection keeps only an object's last ref."""
    single: dict[int, list[Reference]] = {}
    for reference in references:
        if len(reference.object_ids) == 1:
            single.setdefault(reference.object_ids[0], []).append(reference)
        else:
            what = SEVERAL if reference.object_ids else NOBODY
            for sentence in reference.sentences:
                losses.note(what, example=sentence.text)
    yield from single.items()


def _sentence_records(
    sentences: Iterable[Sentence], *, with_origin: bool, losses: Losses
) -> list[dict[str, Any]]:
    records = []
    for sentence in sentences:
        said = spoken(sentence.text)
        if said is None:
            losses.note(BLANK, example=f"expression {sentence.sentence_id}")
            continue
        if said.raw != sentence.text:
            losses.note(MENDED, example=said.raw)
        record: dict[str, Any] = {
            "tokens": said.tokens,
            "raw": said.raw,
            "sent_id": sentence.sentence_id,
            "sent": said.sent,
        }
        if with_origin and sentence.origin is not None:
            record["origin"] = origin_as_json(sentence.origin)
        records.append(record)
    return records


def _record(
    reference: Reference,
    sentences: list[dict[str, Any]],
    *,
    image: DatasetImage,
    split: str,
    file_name: str,
    targets: dict[str, Any],
) -> dict[str, Any]:
    return {
        "ref_id": reference.reference_id,
        **targets,
        "image_id": image.image_id,
        "split": split,
        "file_name": file_name,
        "sent_ids": [record["sent_id"] for record in sentences],
        "sentences": sentences,
    }
