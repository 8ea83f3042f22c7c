"""Putting rows together by image, object and sentence; masks are not looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import FALLBACK_CATEGORY
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.lists.rows import NONE, OBJECT, UNDECIDED
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, shown
from tas_desktop.formats.untrusted.values import as_id, as_image_size, as_number, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tas_desktop.formats.lists.rows import Row

_LONGEST_SPLIT: Final = 40


@dataclass
class ListedObject:
    """What rows say of an object; ``mask`` as the row has it, None without one."""

    line: int
    category: str
    mask: Any
    score: float | None


@dataclass
class ListedSentence:
    """What rows say of a sentence: its text, its reference where that is named, and its objects."""

    text: str
    reference_id: int | None
    decided: bool
    object_ids: list[int] = field(default_factory=list)


@dataclass
class ListedImage:
    """What the rows of one image say, from the line of the first one on."""

    line: int
    name: str
    image_id: int | None
    size_hw: tuple[int, int] | None
    split: str
    objects: dict[int, ListedObject] = field(default_factory=dict)
    said: dict[int, ListedSentence] = field(default_factory=dict)


class RowGathering:
    """Takes row after row in; raises ``ItemRefused`` for one that contradicts an earlier one."""

    def __init__(self) -> None:
        self.images: dict[str, ListedImage] = {}
        self._object_owner: dict[int, str] = {}
        self._sentence_owner: dict[int, str] = {}
        self._next = {"object_id": 1, "expression_id": 1}

    def note_ids(self, rows: Iterable[Row]) -> None:
        """See which ids are given, so that those counted up come after them."""
        for row in rows:
            for name, number in self._next.items():
                given = row.fields.get(name)
                if type(given) is int:
                    self._next[name] = max(number, given + 1)

    def add(self, row: Row) -> None:
        """Take one row in."""
        item, fields = f"line {row.line}", row.fields
        image = self._image(row, item)
        object_id = self._object(image, row, item) if {"object_id", "mask"} & fields.keys() else None
        if "expression" in fields:
            self._sentence(image, fields, object_id, item)

    def numbered_images(self) -> list[tuple[int, ListedImage]]:
        """Images by id; those without one are counted up after the others."""
        free = max((image.image_id or 0 for image in self.images.values()), default=0) + 1
        numbered: dict[int, ListedImage] = {}
        for image in self.images.values():
            number = image.image_id
            if number is None:
                number, free = free, free + 1
            if number in numbered:
                raise ItemRefused(f"line {image.line}", f"image {number} has another name already")
            numbered[number] = image
        return sorted(numbered.items())

    def _image(self, row: Row, item: str) -> ListedImage:
        fields = row.fields
        name = plain_name(fields.get("image"), item=item)
        said = ListedImage(
            line=row.line,
            name=name,
            image_id=as_id(fields["image_id"], item=f"{item}, its image") if "image_id" in fields else None,
            size_hw=_size_of(fields, item),
            split=as_text(fields.get("split", ""), item=item, name="its split", longest=_LONGEST_SPLIT),
        )
        known = self.images.setdefault(name, said)
        if (known.image_id, known.split) != (said.image_id, said.split):
            raise ItemRefused(item, f"{shown(name)} has another id or split on line {known.line}")
        if known.size_hw != said.size_hw:
            if known.size_hw and said.size_hw:
                raise ItemRefused(item, f"{shown(name)} has another size on line {known.line}")
            known.size_hw = known.size_hw or said.size_hw
        return known

    def _object(self, image: ListedImage, row: Row, item: str) -> int:
        fields = row.fields
        number = self._number(fields, "object_id", item)
        if self._object_owner.setdefault(number, image.name) != image.name:
            raise ItemRefused(item, f"object {number} is on another image too")
        score = fields.get("score")
        said = ListedObject(
            line=row.line,
            category=category_name(fields.get("category", FALLBACK_CATEGORY), item=item),
            mask=fields.get("mask"),
            score=None if score is None else as_number(score, item=item, name="its score"),
        )
        known = image.objects.setdefault(number, said)
        if (known.category, known.score) != (said.category, said.score) or said.mask not in (
            None,
            known.mask,
        ):
            raise ItemRefused(item, f"object {number} is another on line {known.line}")
        return number

    def _sentence(
        self, image: ListedImage, fields: Mapping[str, Any], object_id: int | None, item: str
    ) -> None:
        number = self._number(fields, "expression_id", item)
        if self._sentence_owner.setdefault(number, image.name) != image.name:
            raise ItemRefused(item, f"expression {number} is on another image too")
        target = fields.get("target", UNDECIDED if object_id is None else OBJECT)
        if target not in (OBJECT, NONE, UNDECIDED) or (target == OBJECT) != (object_id is not None):
            raise ItemRefused(item, f"its target is {shown(target)}, which its object contradicts")
        said = ListedSentence(
            text=as_text(fields["expression"], item=item, name="its expression"),
            reference_id=as_id(fields["reference_id"], item=item) if "reference_id" in fields else None,
            decided=target != UNDECIDED,
        )
        known = image.said.setdefault(number, said)
        if (known.text, known.reference_id, known.decided) != (said.text, said.reference_id, said.decided):
            raise ItemRefused(item, f"expression {number} is another on an earlier line")
        if object_id is not None and object_id not in known.object_ids:
            known.object_ids.append(object_id)

    def _number(self, fields: Mapping[str, Any], name: str, item: str) -> int:
        if name in fields:
            return as_id(fields[name], item=item)
        number = self._next[name]
        self._next[name] += 1
        return number


def _size_of(fields: Mapping[str, Any], item: str) -> tuple[int, int] | None:
    """Height and width, by their fields or by those of a mask."""
    if "height" in fields or "width" in fields:
        return as_image_size(fields.get("height"), fields.get("width"), item=item)
    mask = fields.get("mask")
    size = mask.get("size") if isinstance(mask, dict) else None
    if isinstance(size, list) and len(size) == 2:
        return as_image_size(*size, item=item)
    return None
