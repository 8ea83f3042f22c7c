"""Reading RefCOCO, RefCOCO+, RefCOCOg, RefClef and gRefCOCO as published, and our own exports of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.dataset import DatasetImage, Reference, Sentence
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import lift, read_instances
from tas_desktop.formats.refer.files import GREF_FILES, REFER_FILES, find_files
from tas_desktop.formats.refer.refs import read_refs
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.formats.instances.reading import ImageEntry, Instances
    from tas_desktop.formats.refer.refs import Ref

_EXAMPLES: Final = 5  # images looked for in each folder that may hold them


def read_refcoco(path: Path, *, tick: Tick = never_stop) -> ReferFolder:
    """Open a dataset in REFER's layout; a path to one of its refs files chooses that one.

    An image whose refs are in several splits (``refs(google).p``) takes the one that is held out most.

    Raises:
        InputRefused: nothing of the kind is there, a file is damaged, or an id leads nowhere.
    """
    return _open(path, names=REFER_FILES, several=False, tick=tick)


def read_grefcoco(path: Path, *, tick: Tick = never_stop) -> ReferFolder:
    """Open a dataset in gRefCOCO's layout.

    Raises:
        InputRefused: as ``read_refcoco``.
    """
    return _open(path, names=GREF_FILES, several=True, tick=tick)


@dataclass(frozen=True)
class ReferFolder:
    """A dataset whose masks are decoded image by image.

    Attributes:
        refs: by image, with the file's own ids.
        lifted_refs, lifted_sentences: what is added to ids so that they start at 1.
    """

    instances: Instances
    image_folder: Path
    refs: dict[int, list[Ref]]
    lifted_refs: int
    lifted_sentences: int

    @property
    def categories(self) -> CategoryTable:
        """The file's categories."""
        return self.instances.categories

    @property
    def image_count(self) -> int:
        """All images, also those without refs."""
        return len(self.instances.images)

    @cached_property
    def _image_ids(self) -> list[int]:
        return sorted(self.instances.images)

    def images(self) -> Iterator[DatasetImage]:
        """By ascending id; raises ``InputRefused`` where a mask is none."""
        for image_id in self._image_ids:
            entry = self.instances.images[image_id]
            refs = self.refs.get(image_id, [])
            yield DatasetImage(
                image_id=image_id + self.instances.lifted_images,
                file_name=entry.own_name,
                height=entry.height,
                width=entry.width,
                objects=self.instances.objects(image_id),
                references=tuple(self._reference(ref) for ref in refs),
                split=entry.split or _most_held_out([ref.split for ref in refs]),
                source=self._source(entry),
            )

    def _source(self, entry: ImageEntry) -> Path | None:
        with in_file(self.instances.path):
            path = inside(self.image_folder, entry.file_name, item=f"image {entry.image_id}")
        return path if path.is_file() else None

    def _reference(self, ref: Ref) -> Reference:
        return Reference(
            reference_id=ref.ref_id + self.lifted_refs,
            object_ids=tuple(number + self.instances.lifted_annotations for number in ref.ann_ids),
            sentences=tuple(
                Sentence(sentence.sent_id + self.lifted_sentences, sentence.text, sentence.origin)
                for sentence in ref.sentences
            ),
        )


def _open(path: Path, *, names: Sequence[str], several: bool, tick: Tick) -> ReferFolder:
    files = find_files(path, names=names)
    refs = read_refs(files.refs, several=several, tick=tick)
    instances = read_instances(files.instances, tick=tick)
    with in_file(files.refs):
        check_targets(refs, instances)
    by_image: dict[int, list[Ref]] = {}
    for ref in sorted(refs, key=lambda known: known.ref_id):
        if ref.sentences:
            by_image.setdefault(ref.image_id, []).append(ref)
    names_there = [entry.file_name for entry in list(instances.images.values())[:_EXAMPLES]]
    with in_file(files.instances):
        image_folder = files.image_folder(names_there)
    return ReferFolder(
        instances,
        image_folder,
        by_image,
        lifted_refs=lift({ref.ref_id for ref in refs}),
        lifted_sentences=lift({sentence.sent_id for ref in refs for sentence in ref.sentences}),
    )


def check_targets(refs: Sequence[Ref], instances: Instances) -> None:
    """See that every ref leads to an image and to objects on it.

    Raises:
        ItemRefused: one does not.
    """
    for ref in refs:
        check_target(ref, instances)


def check_target(ref: Ref, instances: Instances) -> None:
    """See that one ref leads to an image and to objects on it.

    Raises:
        ItemRefused: it does not.
    """
    item, file = f"ref {ref.ref_id}", instances.path.name
    if ref.image_id not in instances.images:
        raise ItemRefused(item, f"its image {ref.image_id} is not in {file}")
    for number in ref.ann_ids:
        entry = instances.annotations.get(number)
        if entry is None:
            raise ItemRefused(item, f"its annotation {number} is not in {file}")
        if entry.image_id != ref.image_id:
            raise ItemRefused(item, f"its annotation {number} is on image {entry.image_id}")


def _most_held_out(splits: Sequence[str]) -> str:
    """One split for an image: never one for training where a ref is for testing (clause 15)."""
    return max(splits, key=_held_out, default="")


def _held_out(split: str) -> tuple[int, str]:
    if split.startswith("test"):
        return 3, split
    return {"val": 2, "train": 1}.get(split, 0), split
