"""Expressions told object by object, for formats whose texts belong to one object each.

An object has the texts that name it alone, and those that name it together with others. The latter stand at
each of the objects: which they are is told by the same text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.domain.dataset import DatasetImage
    from tas_desktop.formats.losses import Losses

_TWICE: Final = "plural expressions written once, because their image has them several times"
_JOINED: Final = (
    "plural expressions of other objects with the same text, joined to one that names all of them"
)


class ObjectTexts(NamedTuple):
    """Of one object: texts that name it alone, and texts that name it together with others."""

    alone: list[str]
    plural: list[str]


def texts_by_object(image: DatasetImage, *, losses: Losses) -> dict[int, ObjectTexts]:
    """The texts of each object of an image, by its id; what plural texts cannot say is counted."""
    texts = {item.object_id: ObjectTexts([], []) for item in image.objects}
    named: dict[str, tuple[int, ...]] = {}
    for reference in image.references:
        said = [sentence.text for sentence in reference.sentences]
        if len(reference.object_ids) == 1:
            texts[reference.object_ids[0]].alone.extend(said)
        if len(reference.object_ids) < 2:
            continue
        for text in said:
            if text in named:
                losses.note(_TWICE if named[text] == reference.object_ids else _JOINED, example=text)
            named.setdefault(text, reference.object_ids)
            for number in reference.object_ids:
                if text not in texts[number].plural:
                    texts[number].plural.append(text)
    return texts


def references_of(texts: Mapping[int, ObjectTexts]) -> list[tuple[tuple[int, ...], list[str]]]:
    """Object ids and the texts that name them: each object alone, then several together."""
    told: dict[tuple[int, ...], list[str]] = {}
    together: dict[str, list[int]] = {}
    for number, (alone, plural) in texts.items():
        if alone:
            told[(number,)] = list(alone)
        for text in plural:
            targets = together.setdefault(text, [])
            if number not in targets:
                targets.append(number)
    for text, targets in together.items():
        told.setdefault(tuple(targets), []).append(text)
    return list(told.items())
