"""Reading folders of rows that ``datasets`` loads too, as a dataset."""

from __future__ import annotations

import heapq
from dataclasses import replace
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from tas_desktop.formats.category_tables import table_from
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.hugging_face.card import read_categories
from tas_desktop.formats.hugging_face.parts import Part, find_parts
from tas_desktop.formats.hugging_face.pictures import ParquetPictures
from tas_desktop.formats.hugging_face.rows import RowLook, from_row
from tas_desktop.formats.hugging_face.writing import METADATA
from tas_desktop.formats.references import ReferenceReader
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import in_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.domain.dataset import DatasetImage


def read_parquet(path: Path, *, tick: Tick = never_stop) -> RowDataset:
    """Open a folder with parquet files, or one of them.

    Raises:
        InputRefused: there are none, or a row is not what our export writes; the message names file and row.
        LibraryMissing: pyarrow is not installed.
    """
    return RowDataset(path, pattern="*.parquet", tick=tick)


def read_image_folder(path: Path, *, tick: Tick = never_stop) -> RowDataset:
    """Open a folder with image files and ``metadata.jsonl``.

    Raises:
        InputRefused: as ``read_parquet``.
    """
    return RowDataset(path, pattern=METADATA, tick=tick)


class RowDataset:
    """Rows, opened: each was read once to check it; images are made again when they are asked for."""

    def __init__(self, path: Path, *, pattern: str, tick: Tick) -> None:
        self._tick = tick
        folder, self._parts = find_parts(path, pattern=pattern)
        look, references = RowLook(), ReferenceReader()
        self._ascend = True
        for part in self._parts:
            ids = []
            with in_file(part.file):
                for image, row, item in self._read(part, references):
                    look.take(image, row, item=item)
                    ids.append(image.image_id)
            self._ascend = self._ascend and all(one < other for one, other in pairwise(ids))
        self.image_count = len(look.image_ids)
        self.categories = table_from([*read_categories(folder).values(), *look.categories()])

    def images(self) -> Iterator[DatasetImage]:
        """See ``Dataset``; where rows were shuffled, images are numbered anew in their order."""
        references = ReferenceReader()
        streams = [self._images(part, references) for part in self._parts]
        if self._ascend:
            yield from heapq.merge(*streams, key=lambda image: image.image_id)
            return
        for number, image in enumerate(chain.from_iterable(streams), start=1):
            yield replace(image, image_id=number)

    def _images(self, part: Part, references: ReferenceReader) -> Iterator[DatasetImage]:
        with in_file(part.file):
            for image, _, _ in self._read(part, references):
                yield image

    def _read(
        self, part: Part, references: ReferenceReader
    ) -> Iterator[tuple[DatasetImage, dict[str, Any], str]]:
        pictures = None if part.image_folder is not None else ParquetPictures(part.file)
        for number, row in enumerate(part.rows(), start=1):
            self._tick()
            item = f"row {number}"
            if "split" not in row:
                row["split"] = part.split
            image = from_row(row, item=item, references=references)
            if part.image_folder is not None:
                source = inside(part.image_folder, image.file_name, item=item)
                image = replace(image, source=source if source.is_file() else None)
            if pictures is not None:
                image = replace(image, read_picture=partial(pictures.read, number))
            yield image, row, item
