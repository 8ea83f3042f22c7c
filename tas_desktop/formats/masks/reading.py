"""Reading a folder of masks with its index, and checking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.check_by_reading import check_by_reading
from tas_desktop.formats.format import Finding, Tick, never_stop
from tas_desktop.formats.image_refusals import check_file, check_size, decode, opening, refusing
from tas_desktop.formats.lists.csv_reading import read_csv
from tas_desktop.formats.masks.writing import INDEX
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.formats.untrusted.refusals import ItemRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tas_desktop.formats.lists.row_dataset import RowDataset


def read_masks(path: Path, *, tick: Tick = never_stop) -> RowDataset:
    """Open a folder with ``index.csv``; any pixel of a PNG that is not 0 belongs to its mask.

    Raises:
        InputRefused: the index is missing or damaged.
    """

    def decode_file(name: str, *, height: int, width: int, item: str) -> Mask:
        return _read_mask(inside(path, name, item=item), (height, width), item=item)

    return read_csv(path / INDEX, tick=tick, decode_text=decode_file)


def check_masks(path: Path, *, tick: Tick = never_stop) -> Iterator[Finding]:
    """Look through a folder; raises ``InputRefused`` where there is none."""
    return check_by_reading(path, read_masks, tick=tick)


def _read_mask(path: Path, size_hw: tuple[int, int], *, item: str) -> Mask:
    try:
        with opening(path):
            check_file(path)
            stream = path.open("rb")
        with stream, refusing(path, b""), Image.open(stream, formats=["PNG"]) as image:
            check_size(path, image)
            if (image.height, image.width) != size_hw:
                size = f"{image.width} x {image.height} pixels, its image {size_hw[1]} x {size_hw[0]}"
                raise ItemRefused(item, f"{path.name} has {size}")
            if image.mode not in ("1", "L"):
                raise ItemRefused(item, f"{path.name} is a picture in {image.mode}, not black and white")
            decode(path, image)
            return Mask.from_array(np.asarray(image))
    except ImageRefused as error:
        raise ItemRefused(item, error.message, next_step=error.next_step) from error
