"""A list's rows as a dataset whose masks are decoded image by image."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.category import Category, CategoryTable
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.instances.writing import number_categories
from tas_desktop.formats.lists.image_places import find_folder, place_of
from tas_desktop.formats.lists.row_gathering import RowGathering
from tas_desktop.formats.untrusted.masks import as_mask, as_rle_mask
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tas_desktop.formats.lists.row_gathering import ListedImage, ListedObject, ListedSentence
    from tas_desktop.formats.lists.rows import Row

TextDecoder = Callable[..., Mask]
"""Decodes a mask's text, with ``height``, ``width`` and ``item``."""


def decode_counts(counts: str, *, height: int, width: int, item: str) -> Mask:
    """The mask of the counts of COCO's compressed run lengths; raises ``ItemRefused`` where they are none."""
    return as_rle_mask({"size": [height, width], "counts": counts}, height=height, width=width, item=item)


def dataset_of_rows(
    path: Path, rows: Iterable[Row], *, decode_text: TextDecoder = decode_counts
) -> RowDataset:
    """The dataset that rows make; masks are decoded image by image, texts by ``decode_text``.

    Raises:
        ItemRefused: a row is not as it should be, or contradicts another; it names the line.
    """
    gathered = RowGathering()
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
    listed: list[tuple[int, ListedImage]]
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

    def _image(self, image_id: int, image: ListedImage) -> DatasetImage:
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

    def _decode(self, known: ListedObject, image: ListedImage, number: int) -> Mask:
        item = f"line {known.line}, object {number}"
        if image.size_hw is None:
            raise ItemRefused(item, "its image has no width and height, so its mask cannot be read")
        if known.mask is None:
            raise ItemRefused(item, "it has no mask")
        height, width = image.size_hw
        decode = self.decode_text if isinstance(known.mask, str) else as_mask
        return decode(known.mask, height=height, width=width, item=item)


def _references(image: ListedImage) -> tuple[Reference, ...]:
    """Sentences by the reference that their rows name, else by the objects; without any each by itself."""
    groups: dict[tuple[int, ...], list[tuple[int, ListedSentence]]] = {}
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


def _table(images: Iterable[tuple[int, ListedImage]]) -> CategoryTable:
    """COCO's categories, and further ones that objects have."""
    coco = load_coco_categories()
    used = {known.category for _, image in images for known in image.objects.values()}
    ids = number_categories(coco, used)
    more = tuple(Category(ids[name], name, "") for name in sorted(used) if coco.named(name) is None)
    return CategoryTable((*coco.categories, *more))
