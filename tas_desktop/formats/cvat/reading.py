"""Reading COCO folders: our own exports, and what CVAT and datumaro make of them."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.dataset import DatasetImage, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.category_tables import table_from
from tas_desktop.formats.coco.reading import CocoFile, read_coco
from tas_desktop.formats.cvat import layout
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.references import ReferenceReader
from tas_desktop.formats.texts_by_object import ObjectTexts, references_of
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.values import as_id, as_list, as_record, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tas_desktop.formats.instances.reading import Instances

_MOST_FILES = 1_000


def find_subsets(path: Path) -> list[tuple[str, Path]]:
    """Name and file of each subset of a folder, or of the one file, in the order of their names.

    Raises:
        InputRefused: there are none.
    """
    if path.is_file():
        files = [path]
    else:
        folder = path / layout.ANNOTATIONS
        files = sorted(folder.glob(f"{layout.PREFIX}*.json"))[:_MOST_FILES]
    if not files:
        raise InputRefused(
            f"{path} has no {layout.ANNOTATIONS}/{layout.PREFIX}….json",
            next_step="Name the folder that holds 'annotations' and 'images', or one of the files",
        )
    return [(file.stem.removeprefix(layout.PREFIX), file) for file in files]


def read_cvat(path: Path, *, tick: Tick = never_stop) -> SubsetFolder:
    """Open a folder with ``annotations/instances_<subset>.json``, or one of these files.

    Where CVAT has gone over a file, texts are those of the attributes ``expression`` and
    ``expression_plural``, and ids that several files have are replaced.

    Raises:
        InputRefused: nothing of the kind is there, an id is none, is there twice in a file or leads nowhere.
    """
    return SubsetFolder([_open(name, file, tick) for name, file in find_subsets(path)])


class SubsetFolder:
    """Files of one folder, whose masks are decoded image by image."""

    def __init__(self, subsets: Sequence[_Subset]) -> None:
        self._subsets = subsets
        self.categories = table_from(
            category for subset in subsets for category in subset.file.categories.categories
        )
        self.image_count = sum(subset.file.image_count for subset in subsets)
        ids = [_Ids.of(subset) for subset in subsets]
        self._shifts = [_Ids.before(ids[:place]) for place in range(len(ids))] if _Ids.clash(ids) else []

    def images(self) -> Iterator[DatasetImage]:
        """See ``Dataset``; files that have ids in common follow one another, their ids raised."""
        if not self._shifts:
            streams = [subset.images() for subset in self._subsets]
            yield from heapq.merge(*streams, key=lambda image: image.image_id)
            return
        for subset, shift in zip(self._subsets, self._shifts, strict=True):
            for image in subset.images():
                yield _raised(image, shift)


@dataclass(frozen=True)
class _Subset:
    """One file.

    Attributes:
        undecided: by image id.
    """

    name: str
    file: CocoFile
    undecided: Mapping[int, tuple[Sentence, ...]]

    def images(self) -> Iterator[DatasetImage]:
        """With the subset's name for a split where CVAT wrote the file, and images from its folder."""
        folder = self.file.instances.path.parent.parent / layout.IMAGES
        own = folder / self.name if (folder / self.name).is_dir() else folder
        told = "" if _is_ours(self.file) or self.name == layout.DEFAULT else self.name
        for image in self.file.images():
            yield replace(
                image,
                undecided=self.undecided.get(image.image_id, ()),
                split=image.split or told,
                source=image.source or self._source(own, image.file_name),
            )

    def _source(self, folder: Path, name: str) -> Path | None:
        with in_file(self.file.instances.path):
            place = inside(folder, name)
        return place if place.is_file() else None


class _Ids(NamedTuple):
    """Ids of one file that no other one may have."""

    images: tuple[int, ...]
    objects: tuple[int, ...]
    references: tuple[int, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, subset: _Subset) -> _Ids:
        references = [known for listed in subset.file.references.values() for known in listed]
        sentences = [said.sentence_id for known in references for said in known.sentences]
        sentences += [said.sentence_id for listed in subset.undecided.values() for said in listed]
        instances = subset.file.instances
        return cls(
            tuple(number + instances.lifted_images for number in instances.images),
            tuple(number + instances.lifted_annotations for number in instances.annotations),
            tuple(known.reference_id for known in references),
            tuple(sentences),
        )

    @staticmethod
    def clash(ids: Sequence[_Ids]) -> bool:
        """Whether two files have an id of one kind in common."""
        return any(
            sum(len(set(each)) for each in kind) > len(set().union(*kind)) for kind in zip(*ids, strict=True)
        )

    @staticmethod
    def before(ids: Sequence[_Ids]) -> _Shift:
        """What to add to the ids of a file that follows these."""
        return _Shift(*(sum(max(each, default=0) for each in kind) for kind in zip(*ids, strict=True)))


class _Shift(NamedTuple):
    """What is added to the ids of one file."""

    images: int = 0
    objects: int = 0
    references: int = 0
    sentences: int = 0


def _raised(image: DatasetImage, shift: _Shift) -> DatasetImage:
    def raised(said: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(replace(one, sentence_id=one.sentence_id + shift.sentences) for one in said)

    return replace(
        image,
        image_id=image.image_id + shift.images,
        objects=tuple(replace(known, object_id=known.object_id + shift.objects) for known in image.objects),
        references=tuple(
            Reference(
                known.reference_id + shift.references,
                tuple(number + shift.objects for number in known.object_ids),
                raised(known.sentences),
            )
            for known in image.references
        ),
        undecided=raised(image.undecided),
    )


def _open(name: str, file: Path, tick: Tick) -> _Subset:
    opened = read_coco(file, tick=tick)
    with in_file(file):
        if not _is_ours(opened):
            opened = replace(opened, references=_references_by_attributes(opened.instances, tick))
            return _Subset(name, opened, {})
        return _Subset(name, opened, _undecided(opened.instances))


def _is_ours(file: CocoFile) -> bool:
    return "references" in file.instances.more


def _undecided(instances: Instances) -> dict[int, tuple[Sentence, ...]]:
    listed = as_list(instances.more.get("undecided", []), item="", name="undecided")
    reader = ReferenceReader()
    found: dict[int, list[Sentence]] = {}
    for number, entry in enumerate(listed):
        item = f"entry {number} of undecided"
        image_id = as_id(as_record(entry, item=item).get("image_id"), item=f"{item}, its image")
        if image_id not in instances.images:
            raise ItemRefused(item, f"its image {image_id} is not in the file")
        found.setdefault(image_id, []).extend(reader.sentences([entry], item=item))
    return {image_id: tuple(sentences) for image_id, sentences in found.items()}


def _references_by_attributes(instances: Instances, tick: Tick) -> dict[int, tuple[Reference, ...]]:
    """What the attributes tell, image by image; ids are counted up."""
    ids = count(1)
    found = {}
    for image_id in sorted(instances.images):
        tick()
        texts = {
            number + instances.lifted_annotations: _texts(
                instances.annotations[number].more.get("attributes"), item=f"annotation {number}"
            )
            for number in instances.by_image.get(image_id, ())
        }
        told = [
            (targets, tuple(Sentence(next(ids), text) for text in said))
            for targets, said in references_of(texts)
        ]
        found[image_id] = tuple(Reference(said[0].sentence_id, targets, said) for targets, said in told)
    return found


def _texts(attributes: object, *, item: str) -> ObjectTexts:
    record = as_record(attributes or {}, item=f"{item}, its attributes")
    alone, plural = (
        [
            text.strip()
            for text in as_text(record.get(name) or "", item=item, name=f"its {name}").split(layout.SEPARATOR)
            if text.strip()
        ]
        for name in (layout.EXPRESSION, layout.PLURAL)
    )
    return ObjectTexts(alone, plural)
