"""What is learnt about an image after it was added: its identity, its size, that it was analysed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from tas_desktop.storage.log import append_events
from tas_desktop.storage.models import Image
from tas_desktop.storage.rows import EventKind, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


def read_content_hash(connection: Connection, image_id: int) -> str | None:
    """The content hash an image had when it was first read; None before that."""
    return connection.execute(select(Image.content_hash).where(Image.id == image_id)).scalar_one()


def write_identity(
    session: Session,
    image_id: int,
    *,
    content_hash: str,
    width: int,
    height: int,
    orientation: int | None = None,
) -> None:
    """Keep hash, size of the upright image and orientation, unless another process has done so meanwhile."""
    session.execute(
        update(Image)
        .where(Image.id == image_id, Image.content_hash.is_(None))
        .values(content_hash=content_hash, width=width, height=height, orientation=orientation)
    )


def write_proposed(session: Session, image_ids: Iterable[int]) -> None:
    """Note that these images have been analysed, with an event for each of which that is new."""
    query = select(Image.id).where(Image.id.in_(list(image_ids)), Image.proposed.is_(False))
    fresh = list(session.scalars(query))
    if not fresh:
        return
    session.execute(update(Image).where(Image.id.in_(fresh)).values(proposed=True))
    event = {"kind": EventKind.PROPOSED, "annotator": "", "origin": Origin.PROGRAM}
    now = datetime.now(UTC)
    append_events(session, [event | {"image_id": image_id, "created_at": now} for image_id in fresh])


def write_splits(session: Session, splits: Mapping[int, str], *, annotator: str) -> None:
    """Set the part of the dataset that each image is in, with an event for each that changes."""
    before = {row.id: row.split for row in session.execute(select(Image.id, Image.split))}
    changed = {image_id: name.strip() for image_id, name in splits.items()}
    changed = {image_id: name for image_id, name in changed.items() if before[image_id] != name}
    if not changed:
        return
    session.connection().execute(
        update(Image).where(Image.id == bindparam("image")).values(split=bindparam("name")),
        [{"image": image_id, "name": name} for image_id, name in changed.items()],
    )
    event = {"kind": EventKind.SPLIT_SET, "annotator": annotator, "created_at": datetime.now(UTC)}
    append_events(
        session, [event | {"image_id": image_id, "value": name} for image_id, name in changed.items()]
    )


def write_paths(session: Session, paths: Mapping[int, str], *, annotator: str) -> None:
    """Note where images lie now, with an event each.

    Raises:
        ValueError: a place belongs to another image of the project.
    """
    query = select(Image.id, Image.path).where(Image.path.in_(paths.values()))
    taken = {row.path: row.id for row in session.execute(query)}
    if len(set(paths.values())) < len(paths) or any(
        taken.get(path, image_id) != image_id for image_id, path in paths.items()
    ):
        raise ValueError("two images cannot be one file")
    _set_paths(session, paths)
    event = {"kind": EventKind.IMAGE_MOVED, "annotator": annotator, "created_at": datetime.now(UTC)}
    append_events(
        session, [event | {"image_id": image_id, "value": path} for image_id, path in paths.items()]
    )


def rewrite_paths(session: Session, paths: Mapping[int, str]) -> None:
    """Give all images of a project that moved as a whole the paths they have from its new folder."""
    # Past names that belong to nobody: the new path of one may be the old one of another.
    _set_paths(session, {image_id: f"/{image_id}//" for image_id in paths})
    _set_paths(session, paths)


def _set_paths(session: Session, paths: Mapping[int, str]) -> None:
    if paths:
        session.connection().execute(
            update(Image).where(Image.id == bindparam("image")).values(path=bindparam("place")),
            [{"image": image_id, "place": path} for image_id, path in paths.items()],
        )
