"""Image files of a folder export: copied, linked or left where they are, and upright for every reader.

Masks are in pixels of the upright image. The field's loaders do not look at EXIF orientation, so a turned
picture is written upright, whatever was asked for.
"""

from __future__ import annotations

import os
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.formats.format import ImageFiles, Loss
from tas_desktop.formats.image_reading import read_header, read_upright
from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import DatasetImage

_JPEG_QUALITY = 95  # above it files grow and nothing is to be seen


class ImagePlacer:
    """Puts image files into the folder of an export and remembers which it could not.

    Args:
        folder: where names start; made as needed.
        files: what becomes of the files.
    """

    def __init__(self, folder: Path, *, files: ImageFiles) -> None:
        self._folder = folder
        self._files = files
        self._losses = Losses()

    def place(self, image: DatasetImage, *, name: str = "") -> bool:
        """Put one image's file in place, under its own name or another; whether it is there now.

        A file that is missing, damaged, of another size than its masks, or whose name another image has
        already (where letters' cases are one) becomes a loss, not an error.

        Raises:
            OSError: the folder cannot be written.
            ValueError: the name leads out of the folder.
        """
        if self._files is ImageFiles.LEAVE:
            return False
        target = self._target(name or image.file_name)
        if image.source is None:
            return self._lose("image files whose place is not known", image.file_name)
        try:
            header = read_header(image.source)
        except ImageRefused as error:
            return self._lose("image files that cannot be read", error.message)
        if (header.height, header.width) != (image.height, image.width):
            return self._lose("image files of another size than their masks", image.file_name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            return self._lose("image files whose name another one has", image.file_name)
        return self._place(image.source, target, is_upright=header.orientation == 1)

    def losses(self) -> tuple[Loss, ...]:
        """What could not be placed, and what was written anew."""
        return self._losses.all()

    def _place(self, source: Path, target: Path, *, is_upright: bool) -> bool:
        if not is_upright:
            return self._write_upright(source, target)
        if self._files is ImageFiles.LINK:
            _link(source, target)
        else:
            shutil.copyfile(source, target)
        return True

    def _lose(self, what: str, example: str) -> bool:
        self._losses.note(what, example=example)
        return False

    def _target(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or parts[0] == "/" or "\\" in name:
            raise ValueError(f"{name!r} leads out of the export")
        return self._folder.joinpath(*parts)

    def _write_upright(self, source: Path, target: Path) -> bool:
        try:
            upright, kind = read_upright(source)
        except ImageRefused as error:
            return self._lose("image files that cannot be read", error.message)
        with upright:
            options = {"quality": _JPEG_QUALITY, "subsampling": 0} if kind == "JPEG" else {}
            upright.save(target, format=kind, **options)
        self._losses.note(
            "image files turned upright and written anew, because loaders do not heed their EXIF orientation",
            example=str(source),
        )
        return True


def _link(source: Path, target: Path) -> None:
    """A hard link where both are on one disk, else a symbolic one."""
    try:
        os.link(source, target)
    except OSError:
        target.symlink_to(source.absolute())
