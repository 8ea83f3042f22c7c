"""What was dropped onto the window, and what to open for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.projects.folder_scan import IMAGE_SUFFIXES
from tas_desktop.session.workspace import PROJECT_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Dropped:
    """What to do about a drop.

    Attributes:
        place: a project file or a folder to open; None where nothing of it can be opened.
        picture: the picture to go to then.
        left_out: how many of the things dropped are not opened with it.
    """

    place: Path | None
    picture: Path | None = None
    left_out: int = 0


def local_files(mime: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile()]


def sort_out(paths: Sequence[Path]) -> Dropped:
    """Choose what to open: a project before a folder before pictures.

    Pictures open the folder that holds them all, as long as that is one of their own folders or right
    above them; pictures from all over a disk open the folder of the first.
    """
    projects = [path for path in paths if path.suffix == PROJECT_SUFFIX and path.is_file()]
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if path.suffix.lower() in IMAGE_SUFFIXES and path.is_file()]
    if projects:
        return Dropped(projects[0], left_out=len(paths) - 1)
    if folders:
        within = [path for path in files if path.is_relative_to(folders[0])]
        return Dropped(folders[0], next(iter(within), None), left_out=len(paths) - 1 - len(within))
    if not files:
        return Dropped(None, left_out=len(paths))
    place = _common_folder(files)
    within = [path for path in files if path.is_relative_to(place)]
    return Dropped(place, within[0], left_out=len(paths) - len(within))


def _common_folder(files: Sequence[Path]) -> Path:
    own = files[0].parent
    try:
        common = Path(os.path.commonpath([file.parent for file in files]))
    except ValueError:  # on several drives
        return own
    near = all(len(file.parent.relative_to(common).parts) <= 1 for file in files)
    return common if near and common != Path(common.anchor) else own
