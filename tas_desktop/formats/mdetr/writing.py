"""Writing MDETR's fine-tuning files (formats.md section 3)."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TextIO

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.instances.writing import (
    annotation_record,
    write_annotations,
    write_categories,
    write_head,
    write_images,
)
from tas_desktop.formats.json_writing import OpenList, open_for_json
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.mdetr import layout
from tas_desktop.formats.mdetr.spans import negative_spans, positive_spans
from tas_desktop.formats.origins import origin_as_json
from tas_desktop.formats.placed import place_images
from tas_desktop.formats.refer.layout import GREF_LAYOUT, REFER_LAYOUTS
from tas_desktop.formats.refer.records import BLANK, MENDED
from tas_desktop.formats.refer.sentences import spoken
from tas_desktop.formats.split_names import SplitNames

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage, Reference, Sentence
    from tas_desktop.formats.format import Loss, WriteOptions
    from tas_desktop.formats.placed import PlacedImages

_NAMES: Final = (*REFER_LAYOUTS, GREF_LAYOUT.folder)
_DESCRIPTION: Final = "Referring annotations"


def write_mdetr(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write a file for each split, COCO instances of all objects, and the images into a new folder.

    Raises:
        InputRefused: the dataset's name is none that the readers know.
    """
    if options.dataset not in _NAMES:
        raise InputRefused(
            f"MDETR's readers know no dataset called {options.dataset!r}",
            next_step=f"Names: {', '.join(_NAMES)}",
        )
    return _Export(target, dataset, options).write()


@dataclass
class _Export:
    target: Path
    dataset: Dataset
    options: WriteOptions
    losses: Losses = field(default_factory=Losses)

    def write(self) -> tuple[Loss, ...]:
        placed = place_images(
            self.dataset,
            self.target / layout.IMAGES,
            files=self.options.image_files,
            names=self.options.image_names,
        )
        splits = SplitNames(placed.splits, only="train", rest="train")
        place = self.target / layout.INSTANCES
        place.parent.mkdir(parents=True)
        with ExitStack() as stack:
            files = {
                name: _SplitFile(stack.enter_context(self._open(name)), self.options) for name in splits.all()
            }
            for image in placed.images(losses=Losses()):
                for record in self._captions(image, placed):
                    files[splits[image.split]].images.append(record)
            for opened in files.values():
                opened.end_images()
                write_categories(opened.stream, self.dataset.categories, placed.category_ids)
                opened.begin_annotations()
            with open_for_json(place) as stream:
                write_head(stream, description=_DESCRIPTION, created=self.options.created)
                write_images(stream, placed.records)
                write_categories(stream, self.dataset.categories, placed.category_ids)
                write_annotations(stream, self._objects(placed, files, splits))
            for opened in files.values():
                opened.end()
        (self.target / "README.md").write_text(layout.PAGE, encoding="utf-8", newline="\n")
        self.losses.extend(placed.losses)
        return self.losses.all()

    def _open(self, split: str) -> TextIO:
        return open_for_json(self.target / layout.file_name(self.options.dataset, split))

    def _captions(self, image: DatasetImage, placed: PlacedImages) -> Iterator[dict[str, Any]]:
        """An image record for each sentence, as MDETR has them."""
        for reference in image.references:
            for sentence in reference.sentences:
                said = spoken(sentence.text)
                if said is None:
                    self.losses.note(BLANK, example=f"expression {sentence.sentence_id}")
                    continue
                if said.raw != sentence.text:
                    self.losses.note(MENDED, example=said.raw)
                record: dict[str, Any] = {
                    "id": sentence.sentence_id,
                    "original_id": image.image_id,
                    "file_name": placed.names[image.image_id],
                    "height": image.height,
                    "width": image.width,
                    "caption": said.sent,
                    "dataset_name": self.options.dataset,
                    "tokens_negative": negative_spans(said.sent),
                    "raw": said.raw,
                    "ref_id": reference.reference_id,
                }
                if self.options.with_origin and sentence.origin is not None:
                    record["origin"] = origin_as_json(sentence.origin)
                yield record

    def _objects(
        self, placed: PlacedImages, files: dict[str, _SplitFile], splits: SplitNames
    ) -> Iterator[dict[str, Any]]:
        """Records of all objects; those of the sentences are written as their images pass."""
        for image in placed.images(losses=self.losses):
            records = {
                item.object_id: annotation_record(
                    item, image_id=image.image_id, category_id=placed.category_ids[item.category]
                )
                for item in image.objects
            }
            opened = files[splits[image.split]]
            for reference in image.references:
                for sentence in reference.sentences:
                    opened.name_objects(sentence, reference, records)
            yield from records.values()


class _SplitFile:
    """One split's document while it is written: its images first, its annotations at the end."""

    def __init__(self, stream: TextIO, options: WriteOptions) -> None:
        self.stream = stream
        self._ids = count(1)
        write_head(stream, description=_DESCRIPTION, created=options.created)
        stream.write(',\n"images":')
        self.images = OpenList(stream)

    def end_images(self) -> None:
        self.images.end()

    def begin_annotations(self) -> None:
        self.stream.write(',\n"annotations":')
        self._annotations = OpenList(self.stream)

    def end(self) -> None:
        self._annotations.end(after="}\n")

    def name_objects(
        self, sentence: Sentence, reference: Reference, records: dict[int, dict[str, Any]]
    ) -> None:
        """Write the objects that a sentence names, or that it names none."""
        said = spoken(sentence.text)
        if said is None:
            return
        spans = positive_spans(said.sent)
        for number in reference.object_ids:
            known = records[number]
            self._append(
                sentence,
                original_id=number,
                category_id=known["category_id"],
                bbox=known["bbox"],
                area=known["area"],
                tokens_positive=spans,
                empty=False,
            )
        if not reference.object_ids:
            self._append(
                sentence,
                original_id=layout.NO_TARGET,
                category_id=layout.NO_TARGET,
                bbox=layout.NO_BOX,
                area=0.0,
                tokens_positive=spans,
                empty=True,
            )

    def _append(self, sentence: Sentence, **fields: Any) -> None:
        self._annotations.append(
            {"id": next(self._ids), "image_id": sentence.sentence_id, "iscrowd": 0, **fields}
        )
