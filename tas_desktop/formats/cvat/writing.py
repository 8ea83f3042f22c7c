"""Writing folders for CVAT and datumaro (formats.md section 4)."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.cvat import layout
from tas_desktop.formats.fitting import fitting
from tas_desktop.formats.images.placing import ImagePlacer
from tas_desktop.formats.instances.writing import (
    annotation_record,
    image_record,
    number_categories,
    write_categories,
    write_head,
    write_images,
)
from tas_desktop.formats.json_writing import OpenList, open_for_json, write_list, write_section
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.references import reference_as_json, sentence_as_json
from tas_desktop.formats.split_names import SplitNames
from tas_desktop.formats.texts_by_object import texts_by_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage
    from tas_desktop.formats.format import Loss, WriteOptions
    from tas_desktop.formats.texts_by_object import ObjectTexts

_PAGE: Final = """# For CVAT and datumaro

- CVAT: make a task with the labels of `labels.json` (Raw, in the label editor) and the images, then upload
  `annotations/instances_….json` of its subset as COCO 1.0.
- datumaro: `Dataset.import_from("path/to/this/folder", "coco_instances")`.

The attribute `expression` of an annotation has the texts that name this object alone, `expression_plural`
those that name it together with others: the same text at each of them. Several texts are parted by `||`. What
CVAT does not keep (expressions that name nothing, undecided ones, splits) stands beside the annotations.
"""


def write_cvat(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``annotations/instances_<subset>.json`` and ``images/<subset>/`` of each split, and labels."""
    return _Export(target, dataset, options).write()


class _Subset:
    """What one file has before its annotations: small enough to be kept."""

    def __init__(self) -> None:
        self.images: list[dict[str, Any]] = []
        self.references: list[dict[str, Any]] = []
        self.undecided: list[dict[str, Any]] = []

    def take(self, image: DatasetImage, *, with_origin: bool) -> None:
        record = image_record(image)
        self.images.append(record | {"split": image.split} if image.split else record)
        here = {"image_id": image.image_id}
        self.references += [
            here | reference_as_json(known, with_origin=with_origin) for known in image.references
        ]
        self.undecided += [here | sentence_as_json(said, with_origin=with_origin) for said in image.undecided]

    def join(self, other: _Subset) -> None:
        """Take what another one has; images stay in order."""
        self.images = sorted(self.images + other.images, key=lambda record: record["id"])
        self.references = sorted(self.references + other.references, key=lambda record: record["image_id"])
        self.undecided = sorted(self.undecided + other.undecided, key=lambda record: record["image_id"])


class _Export:
    """One export: a first pass for everything but masks, a second for the annotations and images."""

    def __init__(self, target: Path, dataset: Dataset, options: WriteOptions) -> None:
        self._target = target
        self._dataset = dataset
        self._options = options
        self._losses = Losses()

    def write(self) -> tuple[Loss, ...]:
        names, ids, subsets = self._survey()
        (self._target / layout.ANNOTATIONS).mkdir()
        placers = {name: self._placer(name) for name in subsets}
        with ExitStack() as stack:
            lists = {}
            for name, subset in subsets.items():
                file = self._target / layout.ANNOTATIONS / f"{layout.PREFIX}{name}.json"
                stream = stack.enter_context(open_for_json(file))
                write_head(stream, description="Referring annotations", created=self._options.created)
                write_images(stream, subset.images)
                write_categories(stream, self._dataset.categories, ids)
                for key, records in (("references", subset.references), ("undecided", subset.undecided)):
                    stream.write(",\n")
                    write_section(stream, key, records)
                stream.write(',\n"annotations":')
                lists[name] = OpenList(stream)
            for image in self._images(self._losses):
                name = names[image.split]
                placers[name].place(image)
                for record in self._annotations(image, ids):
                    lists[name].append(record)
            for opened in lists.values():
                opened.end(after="}\n")
        self._write_beside(ids)
        for placer in placers.values():
            self._losses.extend(placer.losses())
        return self._losses.all()

    def _survey(self) -> tuple[SplitNames, dict[str, int], dict[str, _Subset]]:
        used: set[str] = set()
        by_split: dict[str, _Subset] = {}
        for image in self._images(Losses()):
            used.update(item.category for item in image.objects)
            by_split.setdefault(image.split, _Subset()).take(image, with_origin=self._options.with_origin)
        names = SplitNames(by_split, only=layout.DEFAULT, rest=layout.DEFAULT)
        subsets = {name: _Subset() for name in names.all()}
        for split, subset in by_split.items():
            subsets[names[split]].join(subset)
        return names, number_categories(self._dataset.categories, used), subsets

    def _images(self, losses: Losses) -> Iterator[DatasetImage]:
        for image in self._dataset.images():
            yield fitting(image, losses=losses)

    def _placer(self, name: str) -> ImagePlacer:
        folder = self._target / layout.IMAGES / name
        folder.mkdir(parents=True)  # datumaro wants it, empty too
        return ImagePlacer(folder, files=self._options.image_files)

    def _annotations(self, image: DatasetImage, ids: dict[str, int]) -> Iterator[dict[str, Any]]:
        texts = texts_by_object(image, losses=Losses())  # the references beside them lose nothing
        ref_ids = {
            known.object_ids[0]: known.reference_id
            for known in image.references
            if len(known.object_ids) == 1
        }
        for item in image.objects:
            record = annotation_record(item, image_id=image.image_id, category_id=ids[item.category])
            record["attributes"] = _attributes(texts[item.object_id], ref_ids.get(item.object_id))
            yield record if item.score is None else record | {"score": item.score}

    def _write_beside(self, names: Iterable[str]) -> None:
        text = {"mutable": False, "input_type": "text", "default_value": "", "values": [""]}
        attributes = [{"name": name} | text for name in layout.ATTRIBUTES]
        with open_for_json(self._target / layout.LABELS) as stream:
            write_list(stream, ({"name": name, "type": "any", "attributes": attributes} for name in names))
            stream.write("\n")
        (self._target / layout.PAGE).write_text(_PAGE, encoding="utf-8", newline="\n")


def _attributes(texts: ObjectTexts, ref_id: int | None) -> dict[str, Any]:
    """What CVAT and datumaro keep: datumaro gives each as it is, CVAT as text."""
    attributes: dict[str, Any] = {} if ref_id is None else {layout.REF_ID: ref_id}
    for name, said in ((layout.EXPRESSION, texts.alone), (layout.PLURAL, texts.plural)):
        if said:
            attributes[name] = layout.SEPARATOR.join(said)
    return attributes
