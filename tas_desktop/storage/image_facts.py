"""What is learnt about an image after it was added: its identity, its size, that it was analysed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from tas_desktop.storage.image_projection import project_images, set_paths
from tas_desktop.storage.log import append_event, append_events
from tas_desktop.storage.models import Image, ImageChange
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


def write_splits(session: Session, splits: Mapping[int, str], *, annotator: str) -> int | None:
    """Set the part of the dataset that each image is in; returns the event's seq, None for no change."""
    before = {row.id: row.split for row in session.execute(select(Image.id, Image.split))}
    changes = {image_id: (before[image_id], name.strip()) for image_id, name in splits.items()}
    return append_image_changes(session, EventKind.SPLITS_SET, changes, annotator=annotator)


def write_paths(
    session: Session, paths: Mapping[int, str], *, annotator: str, origin: Origin = Origin.PERSON
) -> int | None:
    """Note where images lie now; returns the event's seq, None where all lie there already.

    Raises:
        ValueError: a place belongs to another image of the project.
    """
    now = {row.id: row.path for row in session.execute(select(Image.id, Image.path))}
    staying = {path for image_id, path in now.items() if image_id not in paths}
    if len(set(paths.values())) < len(paths) or not staying.isdisjoint(paths.values()):
        raise ValueError("two images cannot be one file")
    changes = {image_id: (now[image_id], path) for image_id, path in paths.items()}
    return append_image_changes(session, EventKind.IMAGES_MOVED, changes, annotator=annotator, origin=origin)


def append_image_changes(
    session: Session,
    kind: EventKind,
    changes: Mapping[int, tuple[str, str]],
    *,
    annotator: str,
    origin: Origin = Origin.PERSON,
    **columns: Any,
) -> int | None:
    """Append one event about images and what it does to each, and bring them up to date.

    Args:
        session: of the transaction.
        kind: one that is about images.
        changes: by image id, what it has before and after; those without a difference are left out.
        annotator: by whose hand.
        origin: on whose behalf.
        columns: the event's further columns.

    Returns:
        The event's seq; None where nothing changes.
    """
    rows = [
        {"image_id": image_id, "before": before, "after": after}
        for image_id, (before, after) in changes.items()
        if before != after
    ]
    if not rows:
        return None
    only = rows[0]["image_id"] if len(rows) == 1 else None
    value = str(len(rows))
    seq = append_event(
        session, kind, annotator=annotator, origin=origin, image_id=only, value=value, **columns
    )
    session.connection().execute(insert(ImageChange), [row | {"event_seq": seq} for row in rows])
    project_images(session, seq, kind=kind)
    return seq


def rewrite_paths(session: Session, paths: Mapping[int, str]) -> None:
    """Give all images of a project that moved as a whole the paths they have from its new folder."""
    set_paths(session, paths)
