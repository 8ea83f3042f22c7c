"""Rows of an image and an expression each, with or without what it names, as a dataset.

Fields of a row, all but ``image`` optional: ``image``, ``image_id``, ``width``, ``height``, ``split``;
``expression``, ``expression_id``, ``reference_id``; ``target``: ``object``, ``none`` (nothing in the image)
or ``undecided``; ``object_id``, ``category``, ``score`` and ``mask``: run lengths or polygons as COCO has
them, or a text that the list's format decodes. A sentence that names several objects has a row for each, with
the same ``expression_id``; rows without an expression are objects that none names. Ids that are not given are
counted up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.category import FALLBACK_CATEGORY, Category, CategoryTable
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.instances.reading import category_name
from tas_desktop.formats.instances.writing import number_categories
from tas_desktop.formats.lists.image_places import find_folder, place_of
from tas_desktop.formats.untrusted.masks import as_mask, as_rle_mask
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown
from tas_desktop.formats.untrusted.values import as_id, as_image_size, as_number, as_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path

OBJECT, NONE, UNDECIDED = "object", "none", "undecided"
_LONGEST_SPLIT: Final = 40
_OTHER_NAMES: Final = {
    "file_name": "image",
    "image_path": "image",
    "text": "expression",
    "sentence": "expression",
    "caption": "expression",
    "segmentation": "mask",
}

TextDecoder = Callable[..., Mask]
"""Decodes a mask's text, with ``height``, ``width`` and ``item``."""


def plain_field(name: str, others: Container[str]) -> str:
    """Our name of a field that others call otherwise, unless it is there under our name too."""
    plain = _OTHER_NAMES.get(name, name)
    return name if plain in others else plain


def decode_counts(counts: str, *, height: int, width: int, item: str) -> Mask:
    """The mask of the counts of COCO's compressed run lengths; raises ``ItemRefused`` where they are none."""
    return as_rle_mask({"size": [height, width], "counts": counts}, height=height, width=width, item=item)


class Row(NamedTuple):
    """One row: its line, from 1, and the fields that are there."""

    line: int
    fields: Mapping[str, Any]


@dataclass
class _Object:
    line: int
    category: str
    mask: Any
    score: float | None


@dataclass
class _Said:
    text: str
    reference_id: int | None
    decided: bool
    object_ids: list[int] = field(default_factory=list)


@dataclass
class _ImageRows:
    """What the rows of one image say, masks not looked at yet."""

    line: int
    name: str
    image_id: int | None
    size_hw: tuple[int, int] | None
    split: str
    objects: dict[int, _Object] = field(default_factory=dict)
    said: dict[int, _Said] = field(default_factory=dict)


def dataset_of_rows(
    path: Path, rows: Iterable[Row], *, decode_text: TextDecoder = decode_counts
) -> RowDataset:
    """The dataset that rows make; masks are decoded image by image, texts by ``decode_text``.

    Raises:
        ItemRefused: a row is not as it should be, or contradicts another; it names the line.
    """
    gathered = _Gathering()
    listed = list(rows)
    gathered.note_ids(listed)
    for row in listed:
        gathered.add(row)
    if not gathered.images:
        raise ItemRefused("", "it has no rows")
    images = gathered.numbered_images()
    folder = find_folder(path, [image.name for _, image in images])
    return RowDataset(path, _table(images), images, folder, decode_text)


@dataclass(frozen=True)
class RowDataset:
    """A list with its masks still encoded.

    Attributes:
        listed: ids and what the rows say of them, by ascending id.
        image_folder: where the images lie; None where none was found.
        decode_text: for masks that are texts.
    """

    path: Path
    categories: CategoryTable
    listed: list[tuple[int, _ImageRows]]
    image_folder: Path | None
    decode_text: TextDecoder

    @property
    def image_count(self) -> int:
        """How many images the rows name."""
        return len(self.listed)

    def images(self) -> Iterator[DatasetImage]:
        """By ascending id; sizes are 0 where no row tells. Raises ``InputRefused`` where a mask is none."""
        for image_id, image in self.listed:
            with in_file(self.path):
                yield self._image(image_id, image)

    def _image(self, image_id: int, image: _ImageRows) -> DatasetImage:
        height, width = image.size_hw or (0, 0)
        return DatasetImage(
            image_id=image_id,
            file_name=image.name,
            height=height,
            width=width,
            objects=tuple(
                DatasetObject(number, known.category, self._decode(known, image, number), known.score)
                for number, known in sorted(image.objects.items())
            ),
            references=_references(image),
            undecided=tuple(
                Sentence(number, known.text) for number, known in image.said.items() if not known.decided
            ),
            split=image.split,
            source=place_of(self.image_folder, image.name, item=image.name),
        )

    def _decode(self, known: _Object, image: _ImageRows, number: int) -> Mask:
        item = f"line {known.line}, object {number}"
        if image.size_hw is None:
            raise ItemRefused(item, "its image has no width and height, so its mask cannot be read")
        if known.mask is None:
            raise ItemRefused(item, "it has no mask")
        height, width = image.size_hw
        decode = self.decode_text if isinstance(known.mask, str) else as_mask
        return decode(known.mask, height=height, width=width, item=item)


class _Gathering:
    """Puts rows together by image, object and sentence."""

    def __init__(self) -> None:
        self.images: dict[str, _ImageRows] = {}
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

    def numbered_images(self) -> list[tuple[int, _ImageRows]]:
        """Images by id; those without one are counted up after the others."""
        free = max((image.image_id or 0 for image in self.images.values()), default=0) + 1
        numbered: dict[int, _ImageRows] = {}
        for image in self.images.values():
            number = image.image_id
            if number is None:
                number, free = free, free + 1
            if number in numbered:
                raise ItemRefused(f"line {image.line}", f"image {number} has another name already")
            numbered[number] = image
        return sorted(numbered.items())

    def _image(self, row: Row, item: str) -> _ImageRows:
        fields = row.fields
        name = plain_name(fields.get("image"), item=item)
        said = _ImageRows(
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

    def _object(self, image: _ImageRows, row: Row, item: str) -> int:
        fields = row.fields
        number = self._number(fields, "object_id", item)
        if self._object_owner.setdefault(number, image.name) != image.name:
            raise ItemRefused(item, f"object {number} is on another image too")
        score = fields.get("score")
        said = _Object(
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
        self, image: _ImageRows, fields: Mapping[str, Any], object_id: int | None, item: str
    ) -> None:
        number = self._number(fields, "expression_id", item)
        if self._sentence_owner.setdefault(number, image.name) != image.name:
            raise ItemRefused(item, f"expression {number} is on another image too")
        target = fields.get("target", UNDECIDED if object_id is None else OBJECT)
        if target not in (OBJECT, NONE, UNDECIDED) or (target == OBJECT) != (object_id is not None):
            raise ItemRefused(item, f"its target is {shown(target)}, which its object contradicts")
        said = _Said(
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


def _references(image: _ImageRows) -> tuple[Reference, ...]:
    """Sentences by the reference that their rows name, else by the objects; without any each by itself."""
    groups: dict[tuple[int, ...], list[tuple[int, _Said]]] = {}
    for number, known in image.said.items():
        if known.decided:
            by_objects = (0, *known.object_ids) if known.object_ids else (0, 0, number)
            key = by_objects if known.reference_id is None else (known.reference_id,)
            groups.setdefault(key, []).append((number, known))
    references = []
    for key, group in groups.items():
        object_ids = group[0][1].object_ids
        for number, known in group:
            if known.object_ids != object_ids:
                raise ItemRefused(f"expression {number}", "it names other objects than its reference")
        sentences = tuple(Sentence(number, known.text) for number, known in group)
        reference_id = key[0] or min(number for number, _ in group)
        references.append(Reference(reference_id, tuple(object_ids), sentences))
    if len({known.reference_id for known in references}) < len(references):
        raise ItemRefused(image.name, "two of its references have one id")
    return tuple(sorted(references, key=lambda known: known.reference_id))


def _table(images: Iterable[tuple[int, _ImageRows]]) -> CategoryTable:
    """COCO's categories, and further ones that objects have."""
    coco = load_coco_categories()
    used = {known.category for _, image in images for known in image.objects.values()}
    ids = number_categories(coco, used)
    more = tuple(Category(ids[name], name, "") for name in sorted(used) if coco.named(name) is None)
    return CategoryTable((*coco.categories, *more))
