"""Reading a dataset in the REFER layout: RefCOCO and its kin, and our drawn scenes (formats.md 1, 2)."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.coco_masks import PolygonRule, decode_segmentation
from tas_desktop.formats.plain_pickle import read_plain_pickle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.domain.mask import Mask

IMAGE_DIRS = (
    "images/mscoco/images/train2014",
    "images/mscoco/train2014",
    "images/train2014",
    "train2014",
    "images",
)
"""Where the codes of the field look for images below the root, formats.md section 1."""

REFS_PATTERNS = ("refs(unc).p", "refs(umd).p", "refs(google).p")
_WANTED = "Name a folder with <name>/instances.json and <name>/refs(unc).p, as RefCOCO has it."


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
        annotations: COCO annotation records by id.
    """

    name: str
    images: Mapping[int, ReferImage]
    refs: tuple[Ref, ...]
    annotations: Mapping[int, _Annotation]

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


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Image(_Record):
    id: int
    file_name: str
    height: int = Field(gt=0)
    width: int = Field(gt=0)


class _Annotation(_Record):
    id: int
    image_id: int
    segmentation: list[Any] | dict[str, Any]


class _Instances(_Record):
    images: list[_Image]
    annotations: list[_Annotation]


class _Sentence(_Record):
    sent_id: int
    sent: str
    raw: str = ""
    kind: str = ""
    unseen: tuple[str, ...] = ()


class _Ref(_Record):
    ref_id: int
    ann_id: int
    image_id: int
    split: str
    sentences: list[_Sentence]


_REFS = TypeAdapter(list[_Ref])


def read_refer(root: Path, *, split: str = "") -> ReferDataset:
    """Read a dataset folder.

    Args:
        root: the folder above ``refcoco/`` (or that folder itself).
        split: only refs of this split; all where empty.

    Raises:
        InputRefused: the folder is no REFER dataset, a file is damaged, an id leads nowhere, or the split
            is empty.
    """
    folder = _dataset_folder(root)
    refs_path = next((folder / name for name in REFS_PATTERNS if (folder / name).is_file()), None)
    if refs_path is None:
        raise InputRefused(f"{folder} has no refs(unc).p", next_step=_WANTED)
    try:
        records = _REFS.validate_python(read_plain_pickle(refs_path))
        text = (folder / "instances.json").read_text(encoding="utf-8")
        instances = _Instances.model_validate(json.loads(text))
    except (ValidationError, json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise InputRefused(f"{folder} is damaged: {reason}", next_step="Get the files again.") from error
    except OSError as error:
        raise InputRefused(f"{folder} cannot be read: {error.strerror or error}") from error
    refs = tuple(_as_ref(record) for record in records if split in ("", record.split))
    if not refs:
        there = ", ".join(sorted({record.split for record in records})) or "none"
        raise InputRefused(
            f"{folder} has no refs of split {split!r}" if split else f"{folder} has no refs",
            next_step=f"Splits in this dataset: {there}",
        )
    return _join(folder, refs, instances)


def _dataset_folder(root: Path) -> Path:
    if (root / "instances.json").is_file():
        return root
    found = sorted(path.parent for path in root.glob("*/instances.json"))
    if len(found) != 1:
        raise InputRefused(f"{root} holds {len(found) or 'no'} REFER datasets", next_step=_WANTED)
    return found[0]


def _as_ref(record: _Ref) -> Ref:
    sentences = tuple(
        Sentence(s.sent_id, s.raw or s.sent, s.sent, s.kind, s.unseen) for s in record.sentences
    )
    return Ref(record.ref_id, record.ann_id, record.image_id, record.split, sentences)


def _join(folder: Path, refs: tuple[Ref, ...], instances: _Instances) -> ReferDataset:
    annotations = {annotation.id: annotation for annotation in instances.annotations}
    ann_ids: dict[int, list[int]] = {}
    for annotation in instances.annotations:
        ann_ids.setdefault(annotation.image_id, []).append(annotation.id)
    files = {image.id: image for image in instances.images}
    image_dir = _image_dir(folder, [files[ref.image_id] for ref in refs[:1] if ref.image_id in files])
    images: dict[int, ReferImage] = {}
    for ref in refs:
        if ref.image_id not in files or ref.ann_id not in annotations:
            raise InputRefused(f"{folder}: ref {ref.ref_id} names an image or annotation that is not there")
        if ref.image_id not in images:
            image = files[ref.image_id]
            path = _inside(image_dir, image.file_name)
            ids = tuple(ann_ids[image.id])
            images[image.id] = ReferImage(image.id, path, image.height, image.width, ids)
    return ReferDataset(folder.name, images, refs, annotations)


def _image_dir(folder: Path, examples: list[_Image]) -> Path:
    for below in (folder.parent, folder):
        for name in IMAGE_DIRS:
            if any(_inside(below / name, image.file_name).is_file() for image in examples):
                return below / name
    return folder.parent / IMAGE_DIRS[0]


def _inside(folder: Path, file_name: str) -> Path:
    """The file below ``folder``; names that lead out of it are refused."""
    parts = PurePosixPath(file_name.replace("\\", "/")).parts
    if not parts or ".." in parts or parts[0] == "/" or ":" in parts[0]:
        raise InputRefused(f"instances.json names a file outside its folder: {file_name!r}")
    return folder.joinpath(*parts)
