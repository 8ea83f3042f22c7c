"""File names of images and refs in an export (formats.md section 0, clause 12)."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tas_desktop.formats.format import ImageNames

if TYPE_CHECKING:
    from tas_desktop.domain.dataset import DatasetImage


class ImageNaming:
    """Names images of one export, each differently, also where the letters' case does not count.

    COCO's pattern is what MDETR, gRefCOCO's script and PolyFormer take names apart by; the content of the
    files stays as it is, whatever kind the name says: every reader goes by content.
    """

    def __init__(self, names: ImageNames) -> None:
        self._names = names
        self._taken: set[str] = set()

    def name(self, image: DatasetImage) -> str:
        """The image's name in the export; asked once for each image."""
        if self._names is ImageNames.COCO:
            return coco_name(image.image_id)
        own = PurePosixPath(image.file_name.replace("\\", "_"))
        name = own.as_posix()
        if name.casefold() in self._taken:
            name = own.with_name(f"{own.stem}-{image.image_id}{own.suffix}").as_posix()
        self._taken.add(name.casefold())
        return name


def coco_name(image_id: int) -> str:
    """COCO's pattern."""
    return f"COCO_train2014_{image_id:012d}.jpg"


def ref_file_name(image_name: str, annotation_id: int) -> str:
    """The image's stem, the annotation's id and ``.jpg``; MDETR strips the last part to get the image."""
    return f"{PurePosixPath(image_name).with_suffix('')}_{annotation_id}.jpg"
