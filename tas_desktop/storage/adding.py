"""Bulk additions: images and expressions by the hundred thousand in one transaction."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from tas_desktop.storage.log import append_event, append_events
from tas_desktop.storage.models import Expression, Image
from tas_desktop.storage.rows import AddedImages, EventKind, ExpressionSource, ExpressionStatus, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

_ORIGIN = {
    ExpressionSource.PERSON: Origin.PERSON,
    ExpressionSource.IMPORT: Origin.IMPORT,
    ExpressionSource.MODEL: Origin.BATCH,
}
_CHUNK = 20_000  # rows handed to SQLite at once


def add_images(session: Session, paths: Iterable[Path], *, folder: Path, annotator: str) -> AddedImages:
    """Insert the paths that are new; one event says how many."""
    known = set(session.scalars(select(Image.path)))
    refused: list[tuple[str, str]] = []
    fresh: dict[str, None] = {}
    repeated = 0
    for path in paths:
        stored = stored_path(path, folder=folder)
        if not is_storable(stored):
            refused.append(
                (stored.encode("ascii", "backslashreplace").decode(), "its name is not valid UTF-8")
            )
        elif stored in known or stored in fresh:
            repeated += 1
        else:
            fresh[stored] = None
    if fresh:
        session.connection().execute(insert(Image), [{"path": path} for path in fresh])
        append_event(session, EventKind.IMAGES_ADDED, annotator=annotator, value=str(len(fresh)))
    return AddedImages(added=len(fresh), known=repeated, refused=tuple(refused))


def add_expressions(
    session: Session,
    texts: Sequence[tuple[int, str]],
    *,
    annotator: str,
    source: ExpressionSource,
    origin: Origin | None = None,
) -> list[int]:
    """Insert expressions at the end of their images' lists, each with its event.

    Args:
        session: a transaction.
        texts: image ids and texts.
        annotator: who adds them.
        source: who wrote them.
        origin: on whose behalf; as the source says where left out. A model's text that a person takes is the
            person's doing, and undone by them.
    """
    added = Counter(image_id for image_id, _ in texts)
    places = _next_positions(session, set(added))
    first_id = (session.scalar(select(func.max(Expression.id))) or 0) + 1
    now = datetime.now(UTC)
    for start in range(0, len(texts), _CHUNK):
        rows, events = [], []
        for number, (image_id, text) in enumerate(texts[start : start + _CHUNK], start=first_id + start):
            row = {"id": number, "image_id": image_id, "position": places[image_id], "text": text}
            rows.append(row | {"source": source, "status": ExpressionStatus.UNDECIDED})
            event = {"kind": EventKind.EXPRESSION_ADDED, "annotator": annotator, "created_at": now}
            event["origin"] = origin or _ORIGIN[source]
            events.append(event | {"image_id": image_id, "expression_id": number, "value": text})
            places[image_id] += 1
        session.connection().execute(insert(Expression), rows)
        append_events(session, events)
    _raise_counts(session, added)
    return list(range(first_id, first_id + len(texts)))


def stored_path(path: Path, *, folder: Path) -> str:
    """The path as the project keeps it: relative to its folder, with forward slashes.

    Absolute where there is no relative path (another drive on Windows).
    """
    text, below = os.fspath(path), f"{folder}{os.sep}"
    if text.startswith(below) and ".." not in text:  # what nearly all of 100,000 are
        return text[len(below) :].replace(os.sep, "/")
    try:
        kept = os.path.relpath(path, folder)
    except ValueError:
        kept = str(path.absolute())
    return kept.replace(os.sep, "/")


def is_storable(path: str) -> bool:
    """Whether a name can be written to the project: valid Unicode."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _raise_counts(session: Session, added: Counter[int]) -> None:
    """Count the new, undecided expressions of each image in."""
    if added:
        session.connection().execute(
            update(Image)
            .where(Image.id == bindparam("image"))
            .values(expression_count=Image.expression_count + bindparam("number")),
            [{"image": image_id, "number": number} for image_id, number in added.items()],
        )


def _next_positions(session: Session, image_ids: set[int]) -> Counter[int]:
    """First free place of each image's list."""
    found = select(Expression.image_id, func.max(Expression.position)).group_by(Expression.image_id)
    if len(image_ids) == 1:
        found = found.where(Expression.image_id.in_(image_ids))
    return Counter({image_id: last + 1 for image_id, last in session.execute(found)})
