"""Reading COCO instances files with expressions: our own, and others that keep a text per annotation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.dataset import DatasetImage, Reference, Sentence
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.instances.reading import read_instances
from tas_desktop.formats.references import ReferenceReader
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.values import as_id, as_list, as_record, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.formats.instances.reading import ImageEntry, Instances

_TEXT_KEYS: Final = ("expression", "caption", "text", "sentence", "description")
"""Where others keep an annotation's text, at its top or in ``attributes`` (formats.md section 4)."""

_FOLDERS: Final = (".", "images", "..", "../images")
"""Where images lie, seen from the file's folder."""

_EXAMPLES: Final = 5
_MOST_TEXTS: Final = 10_000


def read_coco(path: Path, *, tick: Tick = never_stop) -> CocoFile:
    """Open a COCO instances file; masks are decoded image by image.

    Raises:
        InputRefused: it is no such file, an id is none, is there twice or leads nowhere.
    """
    instances = read_instances(path, tick=tick)
    with in_file(path):
        return CocoFile(instances, _references_by_image(instances, tick), _image_folder(instances))


@dataclass(frozen=True)
class CocoFile:
    """A file whose masks are decoded image by image.

    Attributes:
        references: by image id of the file.
        image_folder: where the images lie; None where none was found.
    """

    instances: Instances
    references: dict[int, tuple[Reference, ...]]
    image_folder: Path | None

    @property
    def categories(self) -> CategoryTable:
        """The file's categories."""
        return self.instances.categories

    @property
    def image_count(self) -> int:
        """All images of the file."""
        return len(self.instances.images)

    def images(self) -> Iterator[DatasetImage]:
        """By ascending id; raises ``InputRefused`` where a mask is none."""
        for image_id in sorted(self.instances.images):
            entry = self.instances.images[image_id]
            yield DatasetImage(
                image_id=image_id + self.instances.lifted_images,
                file_name=entry.own_name,
                height=entry.height,
                width=entry.width,
                objects=self.instances.objects(image_id),
                references=self.references.get(image_id, ()),
                split=entry.split,
                source=self._source(entry),
            )

    def _source(self, entry: ImageEntry) -> Path | None:
        if self.image_folder is None:
            return None
        with in_file(self.instances.path):
            place = inside(self.image_folder, entry.file_name, item=f"image {entry.image_id}")
        return place if place.is_file() else None


def _image_folder(instances: Instances) -> Path | None:
    names = [entry.file_name for entry in list(instances.images.values())[:_EXAMPLES]]
    for below in _FOLDERS:
        folder = instances.path.parent / below
        if any(inside(folder, name).is_file() for name in names):
            return folder
    return None


def _references_by_image(instances: Instances, tick: Tick) -> dict[int, tuple[Reference, ...]]:
    if "references" in instances.more:
        return _own_references(instances, instances.more["references"], tick)
    return _foreign_references(instances, tick)


def _own_references(instances: Instances, value: Any, tick: Tick) -> dict[int, tuple[Reference, ...]]:
    """References as ``writing`` puts them beside the annotations."""
    reader = ReferenceReader()
    found: dict[int, list[Reference]] = {}
    for number, entry in enumerate(as_list(value, item="", name="references")):
        tick()
        item = f"entry {number} of references"
        record = as_record(entry, item=item)
        image_id = as_id(record.get("image_id"), item=f"{item}, its image", least=0)
        if image_id not in instances.images:
            raise ItemRefused(item, f"its image {image_id} is not in the file")
        lifted = instances.lifted_annotations
        object_ids = {known + lifted for known in instances.by_image.get(image_id, ())}
        found.setdefault(image_id, []).append(reader.reference(record, item=item, object_ids=object_ids))
    return {image_id: _sorted(references) for image_id, references in found.items()}


def _foreign_references(instances: Instances, tick: Tick) -> dict[int, tuple[Reference, ...]]:
    """One reference for each annotation that has a text somewhere; ids are counted up."""
    sentence_ids = count(1)
    found: dict[int, list[Reference]] = {}
    for annotation_id, entry in sorted(instances.annotations.items()):
        tick()
        texts = _texts_of(entry.more, item=f"annotation {annotation_id}")
        if not texts:
            continue
        sentences = tuple(Sentence(next(sentence_ids), text) for text in texts)
        target = (annotation_id + instances.lifted_annotations,)
        reference = Reference(sentences[0].sentence_id, target, sentences)
        found.setdefault(entry.image_id, []).append(reference)
    return {image_id: _sorted(references) for image_id, references in found.items()}


def _texts_of(more: Any, *, item: str) -> list[str]:
    """Texts of an annotation: the list ``expressions``, else the first text under a name that others use."""
    if "expressions" in more:
        listed = as_list(more["expressions"], item=item, name="expressions", longest=_MOST_TEXTS)
        return [as_text(text, item=item, name="an expression") for text in listed]
    attributes = more.get("attributes")
    for place in (more, attributes if isinstance(attributes, dict) else {}):
        for key in _TEXT_KEYS:
            if isinstance(place.get(key), str) and place[key].strip():
                return [as_text(place[key], item=item, name=f"its {key}")]
    return []


def _sorted(references: list[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(references, key=lambda known: known.reference_id))
