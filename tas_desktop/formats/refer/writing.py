"""Writing RefCOCO and gRefCOCO folders (formats.md sections 0, 1 and 3)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

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
from tas_desktop.formats.placed import place_images
from tas_desktop.formats.refer.layout import (
    GREF_LAYOUT,
    INSTANCES,
    REFER_LAYOUTS,
    SPLITS,
    Layout,
    split_named,
)
from tas_desktop.formats.refer.page import describe_layout
from tas_desktop.formats.refer.pickling import PickledList
from tas_desktop.formats.refer.records import gref_records, refer_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage
    from tas_desktop.formats.format import Loss, WriteOptions
    from tas_desktop.formats.placed import PlacedImages

NO_SPLIT: Final = "expressions of images without a split: written as train"
UNKNOWN_SPLIT: Final = f"expressions of splits that readers refuse (they know {', '.join(SPLITS)})"
RENAMED_SPLIT: Final = "names of splits, written as the layout has them"


class _Refs(Protocol):
    def append(self, value: Any) -> None: ...


def write_refcoco(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``<dataset>/{instances.json,refs(…).p}``, the images and a page on them into a new folder.

    Raises:
        InputRefused: the dataset's name is none that REFER accepts.
    """
    layout = REFER_LAYOUTS.get(options.dataset)
    if layout is None:
        raise InputRefused(
            f"REFER's readers refuse a dataset called {options.dataset!r}",
            next_step=f"Names: {', '.join(REFER_LAYOUTS)}",
        )
    return _Export(target, dataset, options, layout, _pickled, refer_records).write()


def write_grefcoco(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``grefcoco/{instances.json,grefs(unc).json}``, the images and a page into a new folder."""
    return _Export(target, dataset, options, GREF_LAYOUT, _listed, gref_records).write()


@dataclass
class _Export:
    """One export: a first pass for names and categories, a second for everything else."""

    target: Path
    dataset: Dataset
    options: WriteOptions
    layout: Layout
    open_refs: Callable[[Path], AbstractContextManager[_Refs]]
    ref_records: Callable[..., Iterator[dict[str, Any]]]
    losses: Losses = field(default_factory=Losses)

    def write(self) -> tuple[Loss, ...]:
        folder = self.target / self.layout.folder
        folder.mkdir(parents=True, exist_ok=True)
        placed = place_images(
            self.dataset,
            self.target / self.layout.images,
            files=self.options.image_files,
            names=self.options.image_names,
        )
        with open_for_json(folder / INSTANCES) as stream, self.open_refs(folder / self.layout.refs) as refs:
            write_head(stream, description="Referring annotations", created=self.options.created)
            write_images(stream, placed.records)
            write_categories(stream, self.dataset.categories, placed.category_ids)
            write_annotations(stream, self._annotations(refs, placed))
        (self.target / "README.md").write_text(describe_layout(self.layout), encoding="utf-8", newline="\n")
        self.losses.extend(placed.losses)
        return self.losses.all()

    def _annotations(self, refs: _Refs, placed: PlacedImages) -> Iterator[dict[str, Any]]:
        """Records of all objects; refs are written as their images pass."""
        ids = placed.category_ids
        for image in placed.images(losses=self.losses):
            if split := self._split(image):
                records = self.ref_records(
                    image,
                    image_name=placed.names[image.image_id],
                    split=split,
                    ids=ids,
                    with_origin=self.options.with_origin,
                    losses=self.losses,
                )
                for record in records:
                    refs.append(record)
            for item in image.objects:
                yield annotation_record(item, image_id=image.image_id, category_id=ids[item.category])

    def _split(self, image: DatasetImage) -> str:
        """The split's name in the layout, empty where it has none for it."""
        texts = [sentence.text for reference in image.references for sentence in reference.sentences]
        if not texts:
            return ""
        split = split_named(image.split)
        if split is None:
            self.losses.note(UNKNOWN_SPLIT, example=f"{image.split}: {texts[0]}", count=len(texts))
            return ""
        if not image.split:
            self.losses.note(NO_SPLIT, example=image.file_name, count=len(texts))
        elif split != image.split:
            self.losses.note(RENAMED_SPLIT, example=f"{image.split} is now {split}")
        return split


@contextmanager
def _pickled(path: Path) -> Iterator[_Refs]:
    with path.open("wb") as stream, PickledList(stream) as refs:
        yield refs


@contextmanager
def _listed(path: Path) -> Iterator[_Refs]:
    with open_for_json(path) as stream:
        refs = OpenList(stream)
        yield refs
        refs.end(after="\n")
