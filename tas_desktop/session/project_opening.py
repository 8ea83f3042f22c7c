"""Opening a project or a folder of images; everything here runs in the project lane."""

from __future__ import annotations

import csv
import hashlib
import shutil
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused, TargetNotWritable
from tas_desktop.projects.folder_scan import find_images
from tas_desktop.session.list_preview import ignore_preview, preview_of, preview_of_new

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.engine.control import CancelToken
    from tas_desktop.projects.relocating import Relocation
    from tas_desktop.session.list_preview import ListPreview
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import AddedImages, ImageRow, ProjectCounts, UndoHistory

SAMPLE_EXPRESSIONS = "samples.csv"
SAMPLE_AUTHOR = "sample project"


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project as it was when it was opened.

    Attributes:
        store: the open store.
        images: all images in the order they were added.
        counts, history: totals and this annotator's undo stack.
        added: what a scan of the folder brought, or None when a project file was opened.
        apart: the project file lies outside the folder, which cannot be written to.
        moved: pictures that were not in their old place, where a scan of the folder noticed any.
    """

    store: ProjectStore
    images: list[ImageRow]
    counts: ProjectCounts
    history: UndoHistory
    added: AddedImages | None = None
    apart: bool = False
    moved: Relocation | None = None

    @property
    def name(self) -> str:
        """The project's name for the title bar."""
        return self.store.file.stem


def open_project(file: Path, *, annotator: str) -> OpenedProject:
    """Open a ``*.tas`` file.

    Raises:
        KnownError: there is none, or it is damaged.
    """
    from tas_desktop.storage.project import ProjectStore

    return _read(ProjectStore.open(file), annotator=annotator)


def open_folder(
    folder: Path,
    *,
    fallback_folder: Path,
    annotator: str,
    token: CancelToken,
    show: Callable[[ListPreview], None] = ignore_preview,
) -> OpenedProject:
    """Open the project of a folder of images, making it where there is none, and add new images.

    Args:
        folder: the folder.
        fallback_folder: where the project file goes when the folder cannot be written.
        annotator: who opens it.
        token: cancels the scan.
        show: gets the list as soon as it is known, long before everything is written.

    Raises:
        KnownError: the folder cannot be read, holds no image, or its project is damaged.
        Cancelled: the token was set.
    """
    from tas_desktop.storage.project import ProjectStore

    files = sorted(folder.glob("*.tas")) if folder.is_dir() else []
    store: ProjectStore | None = None
    apart = False
    if files:
        store = ProjectStore.open(files[0] if len(files) == 1 else folder)
        show(preview_of(store))
    try:
        images = find_images(folder, token=token)
    except OSError as error:
        if store is not None:
            store.close()
        raise InputRefused(
            f"{folder} cannot be read: {error.strerror or error}",
            next_step="Check that it exists and may be read",
        ) from error
    if store is None and not images:
        raise InputRefused(
            f"There are no pictures in {folder}",
            next_step="Choose a folder with JPEG, PNG, WebP, BMP or TIFF files",
        )
    if store is None:
        preview = preview_of_new(folder, images)
        if preview is not None:
            show(preview)
        store, apart = _create(folder, fallback_folder=fallback_folder)
    added = moved = None
    if store.read_only_reason is None:
        moved = _bring_back(store, images, annotator=annotator, token=token)
        added = store.add_images(images, annotator=annotator)
    return replace(_read(store, annotator=annotator, added=added, apart=apart), moved=moved)


def _bring_back(
    store: ProjectStore, images: list[Path], *, annotator: str, token: CancelToken
) -> Relocation | None:
    """Find moved pictures among those of the folder, before they would be taken for new ones."""
    from tas_desktop.projects.relocating import find_moved, list_missing
    from tas_desktop.storage.rows import Origin

    missing = list_missing(store, present=images, token=token)
    if not missing:
        return None
    relocation = find_moved(store, missing, candidates=images, token=token)
    places = {moved.image_id: moved.path for moved in relocation.found}
    store.relocate_images(places, annotator=annotator, origin=Origin.PROGRAM)
    return relocation


def open_sample(pictures: Path, folder: Path, *, annotator: str, token: CancelToken) -> OpenedProject:
    """Open the sample project: the shipped pictures, copied once to where they can be worked on.

    Raises:
        KnownError: the pictures are missing or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for picture in find_images(pictures, token=token):
            if not (folder / picture.name).exists():
                shutil.copyfile(picture, folder / picture.name)
    except OSError as error:
        raise TargetNotWritable(
            f"The sample project cannot be made in {folder}: {error.strerror or error}",
            next_step="Open a folder of your own pictures",
        ) from error
    opened = open_folder(folder, fallback_folder=folder, annotator=annotator, token=token)
    if opened.counts.expressions or opened.store.read_only_reason is not None:
        return opened
    _add_sample_expressions(opened, pictures / SAMPLE_EXPRESSIONS)
    return _read(opened.store, annotator=annotator, added=opened.added)


def _add_sample_expressions(project: OpenedProject, table: Path) -> None:
    """Add the expressions of the shipped table, columns ``image,expression``; none where it is missing.

    Under a name of their own, so that the annotator's undo begins with the annotator's own doings.
    """
    if not table.is_file():
        return
    ids = {PurePosixPath(row.path).name: row.image_id for row in project.images}
    with table.open(encoding="utf-8", newline="") as stream:
        texts = [
            (ids[line["image"]], line["expression"])
            for line in csv.DictReader(stream)
            if line["image"] in ids
        ]
    project.store.add_expressions(texts, annotator=SAMPLE_AUTHOR)


def _create(folder: Path, *, fallback_folder: Path) -> tuple[ProjectStore, bool]:
    """Make a project in the folder or, where that cannot be written, beside the user's other data."""
    from tas_desktop.storage.project import ProjectStore

    try:
        return ProjectStore.create(folder), False
    except TargetNotWritable:
        digest = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        apart = fallback_folder / f"{folder.name or 'pictures'}-{digest}"
        if any(apart.glob("*.tas")):
            return ProjectStore.open(apart), True
        return ProjectStore.create(apart, name=folder.name or None), True


def _read(
    store: ProjectStore, *, annotator: str, added: AddedImages | None = None, apart: bool = False
) -> OpenedProject:
    return OpenedProject(
        store, store.list_images(), store.counts(), store.undo_history(annotator), added=added, apart=apart
    )
