"""Writing masks as PNG: 8 bits, 0 and 255, as CRIS and most training code take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from tas_desktop.formats.lists.csv_writing import write_table

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset, DatasetObject
    from tas_desktop.formats.format import Loss, WriteOptions

INDEX: Final = "index.csv"
_FOLDER: Final = "masks"


def write_masks(target: Path, dataset: Dataset, *, options: WriteOptions) -> tuple[Loss, ...]:
    """Write ``masks/<image id>/<object id>.png`` and ``index.csv``, whose ``mask`` names the file."""
    del options

    def write(known: DatasetObject, image_id: int) -> str:
        name = f"{_FOLDER}/{image_id}/{known.object_id}.png"
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(known.mask.to_array().astype(np.uint8) * 255).save(place, "PNG")
        return name

    return write_table(target / INDEX, dataset, mask_text=write)
