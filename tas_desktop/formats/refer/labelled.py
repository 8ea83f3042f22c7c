"""A dataset in the REFER layout as evaluation takes it: both forms of each sentence, masks by either rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.coco_masks import PolygonRule, decode_segmentation
from tas_desktop.formats.instances.reading import read_instances
from tas_desktop.formats.refer.files import REFER_FILES, find_files
from tas_desktop.formats.refer.reading import check_target
from tas_desktop.formats.refer.refs import read_refs
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, refuse_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tas_desktop.domain.mask import Mask
    from tas_desktop.formats.instances.reading import AnnotationEntry, ImageEntry, Instances
    from tas_desktop.formats.refer import refs as untyped
    from tas_desktop.formats.untrusted.refusals import OnFault

_EXAMPLES: Final = 5  # images looked for in each folder that may hold them


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a ref.

    Attributes:
        sent_id: unique over the file.
        raw, sent: as typed, and lower-cased without punctuation.
        kind: how it singles out its referent, where the dataset says so; else empty.
        unseen: what of it training never met, where the dataset says so.
    """

    sent_id: int
    raw: str
    sent: str
    kind: str = ""
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """One referent with its sentences."""

    ref_id: int
    ann_id: int
    image_id: int
    split: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ReferImage:
    """One image: where it lies, its size, and the annotations on it."""

    image_id: int
    path: Path
    height: int
    width: int
    ann_ids: tuple[int, ...]


@dataclass(frozen=True)
class ReferDataset:
    """A dataset with its masks still encoded.

    Attributes:
        name: folder name, such as ``refcoco+``.
        images: by image id, only those with refs.
        refs: in the file's order.
        annotations: entries of instances.json by id.
    """

    name: str
    images: Mapping[int, ReferImage]
    refs: tuple[Ref, ...]
    annotations: Mapping[int, AnnotationEntry]

    def first_images(self, count: int) -> ReferDataset:
        """The same dataset with the refs of its first ``count`` images only; 0 keeps all."""
        if count <= 0:
            return self
        chosen = set(list(dict.fromkeys(ref.image_id for ref in self.refs))[:count])
        return replace(self, refs=tuple(ref for ref in self.refs if ref.image_id in chosen))

    def mask(self, ann_id: int, *, rule: PolygonRule = PolygonRule.UNION) -> Mask:
        """The annotation's mask in pixels of its image."""
        annotation = self.annotations[ann_id]
        image = self.images[annotation.image_id]
        return decode_segmentation(annotation.segmentation, image.height, image.width, rule)


def read_refer(root: Path, *, split: str = "", on_fault: OnFault = refuse_all) -> ReferDataset:
    """Read a dataset folder.

    Args:
        root: the folder above ``refcoco/`` (or that folder itself).
        split: only refs of this split; all where empty.
        on_fault: given each image, annotation and ref that is damaged, has an id of one before it, leads
            nowhere or has no sentence; it is left out.

    Raises:
        InputRefused: the folder is no REFER dataset, a file is damaged, an id leads nowhere, or the split
            is empty.
    """
    files = find_files(root, names=REFER_FILES)
    everything = read_refs(files.refs, on_fault=on_fault)
    instances = read_instances(files.instances, on_fault=on_fault)
    of_split = [ref for ref in everything if split in ("", ref.split)]
    with in_file(files.refs):
        refs = tuple(_as_ref(ref) for ref in of_split if _is_sound(ref, instances, on_fault))
    if not refs:
        there = ", ".join(sorted({ref.split for ref in everything})) or "none"
        raise InputRefused(
            f"{files.folder} has no refs of split {split!r}" if split else f"{files.folder} has no refs",
            next_step=f"Splits in this dataset: {there}",
        )
    entries = [instances.images[number] for number in dict.fromkeys(ref.image_id for ref in refs)]
    with in_file(files.instances):
        folder = files.image_folder([entry.file_name for entry in entries[:_EXAMPLES]])
        images = {entry.image_id: _as_image(entry, folder, instances.by_image) for entry in entries}
    return ReferDataset(files.folder.name, images, refs, instances.annotations)


def _is_sound(ref: untyped.Ref, instances: Instances, on_fault: OnFault) -> bool:
    if not ref.sentences:
        on_fault(ItemRefused(f"ref {ref.ref_id}", "it has no sentence"))
        return False
    try:
        check_target(ref, instances)
    except ItemRefused as fault:
        on_fault(fault)
        return False
    return True


def _as_image(entry: ImageEntry, folder: Path, by_image: Mapping[int, Sequence[int]]) -> ReferImage:
    path = inside(folder, entry.file_name, item=f"image {entry.image_id}")
    return ReferImage(entry.image_id, path, entry.height, entry.width, tuple(by_image[entry.image_id]))


def _as_ref(ref: untyped.Ref) -> Ref:
    sentences = tuple(
        Sentence(
            sentence.sent_id,
            sentence.text,
            sentence.sent,
            _text(sentence.more.get("kind")),
            _texts(sentence.more.get("unseen")),
        )
        for sentence in ref.sentences
    )
    return Ref(ref.ref_id, ref.ann_ids[0], ref.image_id, ref.split, sentences)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(entry) for entry in value) if isinstance(value, list) else ()
