"""Pictures that moved: found again by what is in them, or by name where nothing is known of that yet."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.engine.control import CancelToken
from tas_desktop.formats.image_reading import read_header
from tas_desktop.projects.folder_scan import find_images
from tas_desktop.storage.adding import is_storable, stored_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ImagePlace

_CHUNK = 1 << 20  # bytes read at once


class MovedImage(NamedTuple):
    """A picture of the project that lies elsewhere now.

    ``by_content``: found by its SHA-256; else by a file name that only one candidate has, for a picture
    that was never read and so has no decision that could be led astray.
    """

    image_id: int
    before: str
    path: Path
    by_content: bool


class Relocation(NamedTuple):
    """Pictures that were not where the project looks for them: those found again, and those not."""

    found: list[MovedImage]
    missing: list[ImagePlace]


def list_missing(
    store: ProjectStore, *, present: Iterable[Path] = (), token: CancelToken
) -> list[ImagePlace]:
    """Images whose file is not there.

    Args:
        store: the project.
        present: files that are known to be there; they are not looked for again.
        token: cancels.
    """
    there = {stored_path(path, folder=store.folder) for path in present}
    missing = []
    for row in store.list_places():
        token.check()
        if row.path not in there and not _exists(store.image_path(row.path)):
            missing.append(row)
    return missing


def find_moved(
    store: ProjectStore,
    missing: Sequence[ImagePlace],
    *,
    candidates: Sequence[Path],
    token: CancelToken,
    report: Callable[[int, int], None] | None = None,
) -> Relocation:
    """Look for missing images among files; nothing is written.

    Files of the name that is looked for are read first; the others only while something is still missing,
    and only if they have the size in pixels of something missing, which their first bytes tell.

    Args:
        store: the project.
        missing: what to look for.
        candidates: where to look; files that are images of the project already are passed over.
        token: cancels between two files.
        report: called with files read and files to read at most.
    """
    taken = {row.path for row in store.list_places()}
    places = ((path, stored_path(path, folder=store.folder)) for path in candidates)
    free = [path for path, stored in places if stored not in taken and is_storable(stored)]
    wanted = {row.content_hash: row for row in missing if row.content_hash is not None}
    names = {PurePosixPath(row.path).name for row in missing}
    sizes = {(row.width, row.height) for row in wanted.values()}
    free.sort(key=lambda path: path.name not in names)  # stable: those of a wanted name first
    found: list[MovedImage] = []
    used: set[Path] = set()
    for number, path in enumerate(free):
        if not wanted:
            break
        token.check()
        if report is not None:
            report(number, len(free))
        if path.name not in names and not _has_size(path, sizes):
            continue
        row = wanted.pop(content_hash(path), None)
        if row is not None:
            found.append(MovedImage(row.image_id, row.path, path, by_content=True))
            used.add(path)
    found += _by_name(missing, [path for path in free if path not in used])
    again = {moved.image_id for moved in found}
    return Relocation(found, [row for row in missing if row.image_id not in again])


def bring_back(
    store: ProjectStore,
    folders: Sequence[Path],
    *,
    annotator: str,
    token: CancelToken | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Relocation:
    """Look for a project's missing images in folders, and note where they are.

    Raises:
        OSError: a folder cannot be listed.
        Cancelled: the token was set; nothing was noted.
    """
    token = token or CancelToken()
    missing = list_missing(store, token=token)
    if not missing:
        return Relocation([], [])
    candidates = [path for folder in folders for path in find_images(folder.absolute(), token=token)]
    relocation = find_moved(store, missing, candidates=candidates, token=token, report=report)
    store.relocate_images({moved.image_id: moved.path for moved in relocation.found}, annotator=annotator)
    return relocation


def _by_name(missing: Sequence[ImagePlace], free: Sequence[Path]) -> list[MovedImage]:
    by_name: dict[str, list[Path]] = defaultdict(list)
    for path in free:
        by_name[path.name].append(path)
    looking: dict[str, list[ImagePlace]] = defaultdict(list)
    for row in missing:
        if row.content_hash is None:
            looking[PurePosixPath(row.path).name].append(row)
    return [
        MovedImage(rows[0].image_id, rows[0].path, by_name[name][0], by_content=False)
        for name, rows in looking.items()
        if len(rows) == 1 and len(by_name.get(name, ())) == 1
    ]


def _has_size(path: Path, sizes: Collection[tuple[int | None, int | None]]) -> bool:
    """Whether an image has one of the sizes in pixels, upright; also where one of them is not known."""
    if (None, None) in sizes:
        return True
    try:
        header = read_header(path)
    except ImageRefused:
        return False
    return (header.width, header.height) in sizes


def content_hash(path: Path) -> str:
    """SHA-256 of a file as ``LoadedImage.content_hash`` gives it; empty where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a path too long, or one that none can have
        return False
