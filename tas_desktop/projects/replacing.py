"""Pictures whose file holds something else than when the project first read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.formats.image_reading import read_header
from tas_desktop.projects.relocating import content_hash
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.storage.rows import ImagePlace

READING = "read"


class ReplacedPicture(NamedTuple):
    """A picture that is not the one that was annotated, and what taking it would mean.

    Attributes:
        image_id, path: the image.
        size_before: width and height that its masks were painted on.
        identity: the new file; None where that cannot be read.
        kept, lost: decisions that would stay, to be looked at, and those whose masks do not fit.
        problem: why the new file cannot be taken; empty where it can.
    """

    image_id: int
    path: str
    size_before: tuple[int | None, int | None]
    identity: PictureIdentity | None
    kept: int = 0
    lost: int = 0
    problem: str = ""

    @property
    def same_size(self) -> bool:
        """Whether the new file has as many pixels, so that masks may fit."""
        now = self.identity
        return now is not None and self.size_before == (now.width, now.height)


def find_replaced(
    store: ProjectStore,
    *,
    control: WorkControl,
    image_ids: Collection[int] | None = None,
) -> list[ReplacedPicture]:
    """Read the files of a project and list those that are not what they were; nothing is written.

    Args:
        store: the project.
        control: told how many files are read of how many; cancels between two.
        image_ids: look at these only.

    Raises:
        Cancelled: the control's token was set.
    """
    places = [
        row
        for row in store.list_places()
        if row.content_hash is not None and (image_ids is None or row.image_id in image_ids)
    ]
    found = []
    for number, place in enumerate(places):
        control.step(READING, number, len(places))
        now = content_hash(store.image_path(place.path))
        if now not in ("", place.content_hash):  # one that is missing is another story
            found.append(_describe(store, place, now))
    return found


def list_replaced(
    control: WorkControl, *, project: Path, image_ids: Collection[int] | None = None
) -> list[ReplacedPicture]:
    """Open a project and look through its files: a piece of work for another process; see `find_replaced`."""
    with ProjectStore.open(project) as store:
        return find_replaced(store, control=control, image_ids=image_ids)


def take_replaced(
    store: ProjectStore, pictures: Iterable[ReplacedPicture], *, annotator: str
) -> frozenset[int]:
    """Take the new files of these pictures, all in one undoable step; returns the ids of those taken.

    Those that cannot be read are left out.
    """
    identities = {row.image_id: row.identity for row in pictures if row.identity is not None}
    seq = store.take_pictures(identities, annotator=annotator) if identities else None
    return frozenset() if seq is None else frozenset(store.images_of_event(seq))


def _describe(store: ProjectStore, place: ImagePlace, now: str) -> ReplacedPicture:
    size_before = (place.width, place.height)
    try:
        header = read_header(store.image_path(place.path))
    except ImageRefused as error:
        return ReplacedPicture(place.image_id, place.path, size_before, None, problem=error.message)
    identity = PictureIdentity(now, header.width, header.height, header.orientation)
    (foreseen,) = store.foresee_pictures({place.image_id: identity})
    return ReplacedPicture(
        place.image_id, place.path, size_before, identity, kept=foreseen.kept, lost=foreseen.lost
    )
