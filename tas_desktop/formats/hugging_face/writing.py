"""Writing folders for ``datasets`` (formats.md section 3): parquet, or images with ``metadata.jsonl``."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import Category
from tas_desktop.formats.fitting import fitting
from tas_desktop.formats.format import ImageFiles
from tas_desktop.formats.hugging_face.card import write_categories, write_page
from tas_desktop.formats.hugging_face.rows import NESTED, pack_origins, to_row
from tas_desktop.formats.hugging_face.shards import ShardWriter
from tas_desktop.formats.images.placing import ImagePlacer
from tas_desktop.formats.instances.writing import number_categories
from tas_desktop.formats.json_writing import as_json, open_for_json
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.split_names import SplitNames

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetImage
    from tas_desktop.formats.format import Loss, WriteOptions

DATA: Final = "data"
METADATA: Final = "metadata.jsonl"
_ONLY: Final = "train"  # the name that ``datasets`` gives to data without splits
_REST: Final = "unassigned"
_PARQUET_DECODE: Final = """
from datasets import load_dataset
from pycocotools import mask

row = load_dataset("path/to/this/folder", split="{split}")[0]
mask_hw = mask.decode(row["objects"][0]["segmentation"])
"""
_FOLDER_DECODE: Final = """
import json
from datasets import load_dataset
from pycocotools import mask

row = load_dataset("path/to/this/folder", split="{split}")[0]
mask_hw = mask.decode(json.loads(row["objects"])[0]["segmentation"])
"""
_NO_FILE: Final = "images without a file, which a folder of images cannot hold"
_THEIR_TEXTS: Final = "expressions of images without a file"


def write_parquet(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``data/<split>-….parquet`` with the pictures inside.

    An image whose file is missing has no picture in its row.

    Raises:
        LibraryMissing: pyarrow is not installed.
    """
    export = _Export(target, dataset, options)
    aside = target / ".pictures"
    placer = ImagePlacer(aside, files=ImageFiles.LINK)
    with ExitStack() as stack:
        shards = {
            name: stack.enter_context(closing(ShardWriter(target / DATA, split=name)))
            for name in export.splits.all()
        }
        for image, row in export.rows():
            shards[export.splits[image.split]].append(
                {"image": _take_picture(image, placer, aside)} | pack_origins(row)
            )
        for shard in shards.values():
            shard.finish()
    shutil.rmtree(aside, ignore_errors=True)
    export.write_beside(pattern="{split}-*.parquet", decode=_PARQUET_DECODE)
    export.losses.extend(placer.losses())
    return export.losses.all()


def _take_picture(image: DatasetImage, placer: ImagePlacer, aside: Path) -> dict[str, Any] | None:
    """The file's bytes, upright; None where there is none."""
    if not placer.place(image):
        return None
    placed = aside / image.file_name
    content = placed.read_bytes()
    placed.unlink()
    return {"bytes": content, "path": image.file_name}


def write_image_folder(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``data/<split>/metadata.jsonl`` with the image files beside it, under their own names."""
    export = _Export(target, dataset, options)
    placers = {
        name: ImagePlacer(target / DATA / name, files=options.image_files) for name in export.splits.all()
    }
    with ExitStack() as stack:
        streams = {}
        for name in placers:
            (target / DATA / name).mkdir()
            streams[name] = stack.enter_context(open_for_json(target / DATA / name / METADATA))
        for image, row in export.rows():
            name = export.splits[image.split]
            if not placers[name].place(image) and options.image_files is not ImageFiles.LEAVE:
                export.losses.note(_NO_FILE, example=image.file_name)
                said = sum(len(known.sentences) for known in image.references) + len(image.undecided)
                export.losses.note(_THEIR_TEXTS, count=said)
                continue
            # As text: from lists that are empty in all rows ``datasets`` would guess another type.
            record = row | {key: as_json(row[key]) for key in NESTED}
            streams[name].write(as_json(record) + "\n")
    export.write_beside(pattern="{split}/**", decode=_FOLDER_DECODE)
    for placer in placers.values():
        export.losses.extend(placer.losses())
    return export.losses.all()


@dataclass
class _Export:
    """What both forms share: a first pass for splits and categories, then the rows."""

    target: Path
    dataset: Dataset
    options: WriteOptions

    def __post_init__(self) -> None:
        self.losses = Losses()
        splits, used = set[str](), set[str]()
        for image in self.dataset.images():
            splits.add(image.split)
            used.update(item.category for item in image.objects)
        self.splits = SplitNames(splits, only=_ONLY, rest=_REST)
        ids = number_categories(self.dataset.categories, used)
        known = {category.name: category for category in self.dataset.categories.categories}
        self._categories = {
            name: known.get(name, Category(number, name, name)) for name, number in ids.items()
        }
        (self.target / DATA).mkdir()

    def rows(self) -> Iterator[tuple[DatasetImage, dict[str, Any]]]:
        with_origin = self.options.with_origin
        for whole in self.dataset.images():
            image = fitting(whole, losses=self.losses)
            yield image, to_row(image, categories=self._categories, with_origin=with_origin)

    def write_beside(self, *, pattern: str, decode: str) -> None:
        names = self.splits.all()
        write_categories(self.target, self._categories.values())
        write_page(
            self.target,
            files=[(name, f"{DATA}/{pattern.format(split=name)}") for name in names],
            decode=decode.format(split=names[0]),
        )
