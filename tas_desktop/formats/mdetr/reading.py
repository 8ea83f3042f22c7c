"""Reading MDETR's fine-tuning files, our own and others'.

Masks come from COCO instances beside them, to which ``original_id`` leads. Files that came without have boxes
only, which are no masks: their sentences are read as undecided, but for those that name nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.dataset import DatasetImage, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import ImageEntry, Instances, lift, read_instances, table_of
from tas_desktop.formats.mdetr import layout
from tas_desktop.formats.mdetr.captions import Caption, read_captions
from tas_desktop.formats.refer.files import find_image_folder
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable

_INSTANCES: Final = (layout.INSTANCES, "instances.json")
_EXAMPLES: Final = 5
_WANTED: Final = f"Name a folder with {layout.PREFIX}<dataset>_<split>.json in it, or one such file"


def read_mdetr(path: Path, *, tick: Tick = never_stop) -> MdetrFolder:
    """Open a folder of fine-tuning files, or one of them.

    Raises:
        InputRefused: there is none, one is damaged, or an id leads nowhere.
    """
    folder, files = (
        (path.parent, [path]) if path.is_file() else (path, sorted(path.glob(f"{layout.PREFIX}*.json")))
    )
    if not files:
        raise InputRefused(f"{path} holds no files for MDETR", next_step=_WANTED)
    place = next((folder / name for name in _INSTANCES if (folder / name).is_file()), None)
    instances = read_instances(place, tick=tick) if place else None
    gathered = _Gathered(instances)
    for file in files:
        captions = read_captions(file, tick=tick)
        with in_file(file):
            gathered.take(captions, split=_split_of(file))
    return gathered.folder(folder)


def _split_of(file: Path) -> str:
    return file.stem.rpartition("_")[2] if file.name.startswith(layout.PREFIX) else ""


@dataclass
class _ImageCaptions:
    """What the files say of one image."""

    image_id: int
    entry: ImageEntry
    split: str
    captions: list[Caption] = field(default_factory=list)


@dataclass
class _Gathered:
    """Captions of all files by image, ids as in the files."""

    instances: Instances | None
    images: dict[int, _ImageCaptions] = field(default_factory=dict)
    count: int = 0
    sentence_ids: set[int] = field(default_factory=set)
    reference_images: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, entry in self.instances.images.items() if self.instances else ():
            self.images[number] = _ImageCaptions(number, entry, entry.split)

    def take(self, captions: list[Caption], *, split: str) -> None:
        for caption in captions:
            item = f"image {caption.record_id}"
            known = self.images.get(caption.image_id)
            if known is None:
                if self.instances is not None:
                    raise ItemRefused(item, f"its original image {caption.image_id} is not in the instances")
                known = _ImageCaptions(caption.image_id, caption.entry, split)
                self.images[caption.image_id] = known
            self._check(caption, known, item)
            if caption.ref_id is None:  # our own files say the split with the image, also that there is none
                known.split = known.split or split
            known.captions.append(caption)
            self.count += 1
            self.sentence_ids.add(caption.record_id)

    def _check(self, caption: Caption, known: _ImageCaptions, item: str) -> None:
        size_hw = (known.entry.height, known.entry.width)
        if size_hw != (caption.entry.height, caption.entry.width):
            raise ItemRefused(item, f"its size differs from {size_hw} that its image has elsewhere")
        for number in caption.object_ids if self.instances else ():
            there = self.instances.annotations.get(number) if self.instances else None
            if there is None or there.image_id != caption.image_id:
                raise ItemRefused(item, f"its object {number} is not on image {caption.image_id}")
        if caption.ref_id is not None:
            meant = (caption.image_id, caption.object_ids)
            if self.reference_images.setdefault(caption.ref_id, meant) != meant:
                raise ItemRefused(item, f"ref {caption.ref_id} names other objects elsewhere")

    def folder(self, folder: Path) -> MdetrFolder:
        names = [known.entry.file_name for known in list(self.images.values())[:_EXAMPLES]]
        with in_file(folder):
            image_folder = find_image_folder([folder], names) or folder / layout.IMAGES
        # Each file of a foreign set counts its images anew, so that ids may be there several times.
        distinct = len(self.sentence_ids) == self.count
        if not distinct:
            self._number_anew()
        if not all(caption.ref_id for known in self.images.values() for caption in known.captions):
            for known in self.images.values():
                known.captions = [caption.alone() for caption in known.captions]
        return MdetrFolder(
            self.instances,
            self.instances.categories if self.instances else table_of({}),
            image_folder,
            self.images,
            lifted_images=lift(self.images),
            lifted_sentences=lift(self.sentence_ids) if distinct else 0,
        )

    def _number_anew(self) -> None:
        number = 0
        for known in self.images.values():
            renumbered = []
            for caption in known.captions:
                number += 1
                renumbered.append(caption.numbered(number))
            known.captions = renumbered


@dataclass(frozen=True)
class MdetrFolder:
    """Sentences by image, masks decoded image by image where there are any."""

    instances: Instances | None
    categories: CategoryTable
    image_folder: Path
    known: dict[int, _ImageCaptions]
    lifted_images: int
    lifted_sentences: int

    @property
    def image_count(self) -> int:
        """All images, also those without sentences."""
        return len(self.known)

    def images(self) -> Iterator[DatasetImage]:
        """By ascending id; raises ``InputRefused`` where a mask is none."""
        for image_id in sorted(self.known):
            known = self.known[image_id]
            references, undecided = self._sentences(known.captions)
            yield DatasetImage(
                image_id=image_id + self.lifted_images,
                file_name=known.entry.own_name,
                height=known.entry.height,
                width=known.entry.width,
                objects=self.instances.objects(image_id) if self.instances else (),
                references=references,
                undecided=undecided,
                split=known.split,
                source=self._source(known.entry),
            )

    def _source(self, entry: ImageEntry) -> Path | None:
        with in_file(self.image_folder):
            path = inside(self.image_folder, entry.file_name, item=f"image {entry.image_id}")
        return path if path.is_file() else None

    def _sentences(self, captions: list[Caption]) -> tuple[tuple[Reference, ...], tuple[Sentence, ...]]:
        """References of an image, and sentences whose objects have no mask."""
        grouped: dict[tuple[int | None, tuple[int, ...], int], list[Sentence]] = {}
        undecided = []
        for caption in captions:
            sentence = Sentence(caption.record_id + self.lifted_sentences, caption.text, caption.origin)
            if self.instances is None and not caption.is_empty:
                undecided.append(sentence)
            else:
                apart = caption.record_id if caption.is_empty and not caption.ref_id else 0
                grouped.setdefault((caption.ref_id, caption.object_ids, apart), []).append(sentence)
        lifted = self.instances.lifted_annotations if self.instances else 0
        references = [
            Reference(
                reference_id=ref_id or min(sentence.sentence_id for sentence in said),
                object_ids=tuple(number + lifted for number in object_ids),
                sentences=tuple(said),
            )
            for (ref_id, object_ids, _), said in grouped.items()
        ]
        return tuple(sorted(references, key=lambda known: known.reference_id)), tuple(undecided)
