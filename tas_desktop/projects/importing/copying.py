"""Copies of new pictures in the project's folder, taken away again where the import comes to no end."""

from __future__ import annotations

import os
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Self

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.formats.untrusted.names import inside
from tas_desktop.projects.importing.pictures import hash_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.projects.importing.pictures import NewPicture

_BELOW: Final = "images"
_MOST_NAMESAKES: Final = 10_000


class PictureCopies:
    """Makes them; a context manager that removes them again unless `keep` was called.

    A kill leaves copies behind that no project names; the next import finds that they are the same and takes
    them as they are.

    Args:
        folder: the project's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Path] = []
        self._kept = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._kept:
            for path in self._made:
                path.unlink(missing_ok=True)

    def keep(self) -> None:
        """The import came to its end."""
        self._kept = True

    def copy(self, picture: NewPicture, *, name: str, taken: Callable[[str], bool]) -> Path:
        """Copy a file below ``images/`` under its name, or a similar one that is free; returns its place.

        Args:
            picture: what to copy.
            name: its name.
            taken: says of a path in the project's folder whether it belongs to another picture.

        Raises:
            TargetNotWritable: the folder cannot be written, or the disk is full.
            InputRefused: the name leads out of the folder.
        """
        try:
            target = self._free_place(picture, name, taken)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                aside = target.with_name(f".{target.name[:200]}.part")
                self._made.append(aside)
                if picture.file is None:
                    aside.write_bytes(picture.content)
                else:
                    shutil.copyfile(picture.file, aside)
                with aside.open("rb") as stream:
                    os.fsync(stream.fileno())
                aside.rename(target)
                self._made[-1] = target
        except OSError as error:
            raise TargetNotWritable(
                f"{name} cannot be copied into {self._folder}: {error.strerror or error}",
                next_step="Free some space there, or add the pictures where they are",
            ) from error
        return target

    def _free_place(self, picture: NewPicture, name: str, taken: Callable[[str], bool]) -> Path:
        wanted = PurePosixPath(_BELOW, name)
        for number in range(1, _MOST_NAMESAKES):
            own = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
            if taken(own.as_posix()):
                continue
            place = inside(self._folder, own.as_posix())
            if not place.exists() or (place.is_file() and hash_file(place) == picture.content_hash):
                return place
        raise FileExistsError(17, f"there are {_MOST_NAMESAKES:,} pictures of the name {name}")
