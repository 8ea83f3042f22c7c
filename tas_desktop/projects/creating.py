"""Making a project from a folder of pictures and a list of expressions, and adding more to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import CancelToken
from tas_desktop.projects.expression_import import ImportedExpressions, import_expressions, read_list
from tas_desktop.projects.folder_scan import find_images
from tas_desktop.storage.opening import remove_project_file
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import AddedImages

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.formats.expression_list import BadLine, ScannedList


class CreatedProject(NamedTuple):
    """What was made, or added to what was there.

    Attributes:
        file: the project file.
        images, expressions: how many are new.
        bad_lines: lines of the list that were left out.
        refused_images: names that a project cannot keep, with the reason.
    """

    file: Path
    images: int
    expressions: int
    bad_lines: list[BadLine]
    refused_images: tuple[tuple[str, str], ...]


def create_project(
    folder: Path,
    *,
    images: Path,
    expressions: Path | None,
    annotator: str,
    token: CancelToken | None = None,
) -> CreatedProject:
    """Make a project; nothing is left behind where it cannot be made or is interrupted.

    Args:
        folder: where the project file goes; made when missing.
        images: folder with the pictures, which stay where they are.
        expressions: CSV with the header ``image,expression``, or JSON lines; None for a project without.
        annotator: who makes it.
        token: cancels the scan of the pictures.

    Raises:
        InputRefused: the pictures' folder or the list cannot be read, or holds none.
        TargetNotWritable: the project's folder cannot be written, or has a project already.
        Cancelled: the token was set.
    """
    scanned = None if expressions is None else read_list(expressions)
    pictures = _find_pictures(images, token=token or CancelToken())
    store = ProjectStore.create(folder)
    try:
        with store:
            added = store.add_images(pictures, annotator=annotator)
            imported = _import(store, scanned, expressions, image_folder=images, annotator=annotator)
    except BaseException:
        remove_project_file(store.file)
        raise
    return CreatedProject(store.file, added.added, imported.added, imported.bad, added.refused)


def add_to_project(
    store: ProjectStore,
    *,
    images: Path | None,
    expressions: Path | None,
    annotator: str,
    token: CancelToken | None = None,
) -> CreatedProject:
    """Add the pictures of a folder that are new, and the expressions of a list.

    An expression that its picture has already is left out as a repeated one.

    Args:
        store: the project.
        images: folder with pictures; None adds none.
        expressions: CSV with the header ``image,expression``, or JSON lines; None adds none.
        annotator: who adds them.
        token: cancels the scan of the pictures.

    Raises:
        InputRefused: the pictures' folder or the list cannot be read, or holds none.
        ProjectReadOnly: the project cannot be written.
        Cancelled: the token was set.
    """
    scanned = None if expressions is None else read_list(expressions)
    added = AddedImages(0, 0, ())
    if images is not None:
        pictures = _find_pictures(images, token=token or CancelToken())
        added = store.add_images(pictures, annotator=annotator)
    imported = _import(store, scanned, expressions, image_folder=images or store.folder, annotator=annotator)
    return CreatedProject(store.file, added.added, imported.added, imported.bad, added.refused)


def _import(
    store: ProjectStore,
    scanned: ScannedList | None,
    file: Path | None,
    *,
    image_folder: Path,
    annotator: str,
) -> ImportedExpressions:
    if scanned is None or file is None:
        return ImportedExpressions(0, [])
    return import_expressions(
        store,
        scanned,
        list_folder=file.absolute().parent,
        image_folder=image_folder.absolute(),
        annotator=annotator,
    )


def _find_pictures(folder: Path, *, token: CancelToken) -> list[Path]:
    try:
        found = find_images(folder, token=token)
    except OSError as error:
        raise InputRefused(
            f"{folder} cannot be read: {error.strerror or error}",
            next_step="Check that it exists and may be read",
        ) from error
    if not found:
        raise InputRefused(
            f"There are no pictures in {folder}",
            next_step="Choose a folder with JPEG, PNG, WebP, BMP or TIFF files",
        )
    return [path.absolute() for path in found]
