"""Reading plain text: an expression a line, after its image's name, or in a file called like its image."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import Tick, never_stop
from tas_desktop.formats.lists.row_dataset import RowDataset, dataset_of_rows
from tas_desktop.formats.lists.rows import Row
from tas_desktop.formats.untrusted.json_reading import MAX_BYTES
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.texts import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMAGE_SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif")
_LONGEST_LINE: Final = 100_000


def read_text_list(path: Path, *, tick: Tick = never_stop) -> RowDataset:
    """Open ``*.txt`` or a folder of them.

    A file has either ``image<tab>expression`` on each line, or expressions of the one image that lies beside
    it under its name: ``mug.txt`` beside ``mug.jpg``. Blank lines count for nothing.

    Raises:
        InputRefused: there is no such file or image, or a line is not as it should be.
    """
    with in_file(path):
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        if not files:
            raise ItemRefused("", "the folder holds no *.txt")
        lines = count(1)
        rows = [row for file in files for row in _rows_of(file, lines, tick)]
        return dataset_of_rows(files[0], rows)


def _rows_of(file: Path, lines: count[int], tick: Tick) -> Iterator[Row]:
    """Rows numbered on over all files; a file's own line stands in what is refused here."""
    image = ""
    with in_file(file), open_text(file, max_bytes=MAX_BYTES) as stream:
        number = 0
        while line := stream.readline(_LONGEST_LINE + 1):
            tick()
            number += 1
            if len(line) > _LONGEST_LINE:
                raise ItemRefused(f"line {number}", f"it has more than {_LONGEST_LINE:,} characters")
            text = line.rstrip("\r\n")
            if not text.strip():
                continue
            name, tab, expression = text.partition("\t")
            if not tab:
                image = image or _image_beside(file)
                name, expression = image, text
            yield Row(next(lines), {"image": name.strip(), "expression": expression.strip()})


def _image_beside(file: Path) -> str:
    for suffix in IMAGE_SUFFIXES:
        for name in (f"{file.stem}{suffix}", f"{file.stem}{suffix.upper()}"):
            if (file.parent / name).is_file():
                return name
    raise InputRefused(
        f"{file} has lines without a tab, and no image {file.stem}.jpg or the like lies beside it",
        next_step="Write image<tab>expression on each line, or call the file like its image",
    )
