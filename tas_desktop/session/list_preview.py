"""The image list of a folder before its project is ready: pictures can be looked at while it is written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.storage.rows import ImageRow, ImageStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tas_desktop.storage.project import ProjectStore


@dataclass(frozen=True, slots=True, eq=False)
class ListPreview:
    """A list that the project will have, though more may follow.

    Attributes:
        images: with the ids that the project has, or will give.
        resolve: turns a stored path into a place on disk.
    """

    images: list[ImageRow]
    resolve: Callable[[str], Path]

    def is_beginning_of(self, images: Sequence[ImageRow]) -> bool:
        """Whether the project's list starts with these very images."""
        pairs = zip(self.images, images, strict=False)
        return len(self.images) <= len(images) and all(
            (shown.image_id, shown.path) == (row.image_id, row.path) for shown, row in pairs
        )


def ignore_preview(_preview: ListPreview) -> None:
    """Take a preview and drop it."""


def preview_of(store: ProjectStore) -> ListPreview:
    """What an existing project has, before its folder is searched for new and moved pictures."""
    return ListPreview(store.list_images(), store.image_path)


def preview_of_new(folder: Path, images: Sequence[Path]) -> ListPreview | None:
    """What a new project in the folder will have, or None where it cannot lie there.

    A new project numbers its images from 1 in the order in which they are added.
    """
    from tas_desktop.storage.adding import is_storable, stored_path

    if not os.access(folder, os.W_OK):
        return None  # an older project may lie apart, with other numbers
    place = folder.absolute()
    paths = (stored_path(path, folder=place) for path in images)
    storable = (path for path in paths if is_storable(path))
    rows = [
        ImageRow(number, path, ImageStatus.UNTOUCHED, 0, 0, None, None, None)
        for number, path in enumerate(storable, start=1)
    ]
    return ListPreview(rows, lambda stored: Path(os.path.normpath(place / stored)))
