"""Handing a project out in parts, one for each of several people."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import InputRefused, TargetNotWritable
from tas_desktop.engine.control import WorkControl
from tas_desktop.storage.opening import remove_project_file
from tas_desktop.storage.parts import write_part
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tas_desktop.storage.rows import ImageRow

WRITING = "write"
COPYING = "copy"
_PICTURES = "pictures"


class WrittenPart(NamedTuple):
    """One part: its project file, and how many images and undecided expressions it has."""

    file: Path
    images: int
    shared: int
    to_decide: int


def split_project(
    store: ProjectStore,
    count: int,
    *,
    out: Path,
    shared: float = 0.0,
    with_pictures: bool = False,
    control: WorkControl | None = None,
) -> list[WrittenPart]:
    """Write the parts, each into a folder of its own; the project itself stays as it is.

    Where it fails or is cancelled nothing is left of the parts, but for what was there before.

    Images go round: each part gets every ``count``-th, so that easy and difficult stretches are shared
    out evenly. What is decided already goes along.

    Args:
        store: the project.
        count: how many parts.
        out: folder for the parts' folders.
        shared: share of the images that every part gets, in [0, 1], to measure agreement afterwards.
        with_pictures: copy the pictures too, so that a part can go to another machine.
        control: told how many parts, and pictures of a part, are written; cancels between two of them.

    Raises:
        InputRefused: there are fewer images than parts, or the numbers make no sense.
        Cancelled: the control's token was set.
        TargetNotWritable: a part is there already, or the folder cannot be written.
    """
    rows = store.list_images()
    if count < 2 or count > len(rows):
        raise InputRefused(
            f"{len(rows)} images cannot be handed out in {count} parts",
            next_step="Ask for at least two parts, and no more than there are images",
        )
    name = store.file.stem
    files = [out.absolute() / f"{name}-{number}" / f"{name}-{number}.tas" for number in range(1, count + 1)]
    for file in files:
        if any(file.parent.glob("*.tas")):
            raise TargetNotWritable(
                f"{file.parent} holds a project already", next_step="Choose another folder"
            )
    common, dealt = deal(rows, count, shared=shared)
    control = control or WorkControl()
    parts = []
    with _removed_on_failure(files):
        for number, (file, own) in enumerate(zip(files, dealt, strict=True), start=1):
            control.step(WRITING, number - 1, count)
            images = sorted([*common, *own])
            _make_folder(file.parent)
            pictures = file.parent / _PICTURES
            places = _copy_pictures(store, images, pictures, control=control) if with_pictures else {}
            control.step(WRITING, number - 1, count)
            ids = [row.image_id for row in images]
            write_part(store, file, ids, numbered=(number, count), places=places)
            to_decide = sum(row.expression_count - row.decided_count for row in images)
            parts.append(WrittenPart(file, len(images), len(common), to_decide))
        control.step(WRITING, count, count)
    return parts


def hand_out(
    control: WorkControl, *, project: Path, count: int, out: Path, shared: float, with_pictures: bool
) -> list[WrittenPart]:
    """Open a project and split it: a piece of work for another process; see ``split_project``."""
    with ProjectStore.open(project) as store:
        return split_project(
            store, count, out=out, shared=shared, with_pictures=with_pictures, control=control
        )


@contextmanager
def _removed_on_failure(files: Sequence[Path]) -> Iterator[None]:
    """Take away what was made for these parts, and only that, when the block does not end well."""
    makes = [path for file in files for path in (file.parent, file.parent / _PICTURES, file)]
    fresh = [path for path in makes if not path.exists()]
    try:
        yield
    except BaseException:
        for path in fresh:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                remove_project_file(path)
        raise


def deal(
    rows: Sequence[ImageRow], count: int, *, shared: float
) -> tuple[list[ImageRow], list[list[ImageRow]]]:
    """The images that all get, spread evenly over the list, and each one's own.

    Raises:
        InputRefused: the share is none.
    """
    if not 0 <= shared <= 1:
        raise InputRefused(
            f"{shared} is no share of the images", next_step="Give a number from 0 to 1, such as 0.1"
        )
    wanted = round(shared * len(rows))
    places = {int((n + 0.5) * len(rows) / wanted) for n in range(wanted)} if wanted else set()
    dealt: list[list[ImageRow]] = [[] for _ in range(count)]
    hands = cycle(dealt)
    for place, row in enumerate(rows):
        if place not in places:
            next(hands).append(row)
    return [rows[place] for place in sorted(places)], dealt


def _copy_pictures(
    store: ProjectStore, rows: Sequence[ImageRow], folder: Path, *, control: WorkControl
) -> dict[int, Path]:
    """Copy the pictures that are there; names that two of them have are told apart by the image's number."""
    places: dict[int, Path] = {}
    names: set[str] = set()
    _make_folder(folder)
    for number, row in enumerate(rows):
        control.step(COPYING, number, len(rows))
        source = store.image_path(row.path)
        name = source.name if source.name.lower() not in names else f"{row.image_id}-{source.name}"
        names.add(name.lower())
        try:
            if source.is_file():
                shutil.copy2(source, folder / name)
                places[row.image_id] = folder / name
        except OSError as error:
            raise TargetNotWritable(
                f"{source} cannot be copied to {folder}: {error.strerror or error}",
                next_step="Free some space there, or split without the pictures",
            ) from error
    return places


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetNotWritable(
            f"{folder} cannot be made: {error.strerror or error}", next_step="Choose another folder"
        ) from error
