"""Facts about images as the standing events leave them: split, place, and which picture it is.

One event may be about 100,000 images; what it did to each of them stands beside the log (``ImageChange``).
An image has what the newest standing event gave it, and where none stands what it had before the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from tas_desktop.storage.models import AnalysisRecord, Event, Expression, Image, ImageChange, PredictionRecord
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.projection import project_expression, read_with_compensations, standing_events
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_CHUNK = 10_000  # ids named in one statement; SQLite takes 32,766


def project_images(session: Session, event_seq: int, *, kind: EventKind) -> None:
    """Bring the images that an event is about up to date, after it was told, undone or redone."""
    values = _standing_values(session, event_seq, kind=kind)
    if kind is EventKind.SPLITS_SET:
        _set(session, "split", values)
    elif kind is EventKind.IMAGES_MOVED:
        set_paths(session, _free_paths(session, values))
    elif kind is EventKind.PICTURES_TAKEN:
        _set_pictures(session, values)


def set_paths(session: Session, paths: Mapping[int, str]) -> None:
    """Give images new paths, also where one's new path is another's old one."""
    # Past names that belong to nobody, because every path is unique at every moment.
    _set(session, "path", {image_id: f"/{image_id}//" for image_id in paths})
    _set(session, "path", paths)


def changed_images(event_seq: int) -> Select[int]:
    """Query for the ids of the images that an event is about."""
    return select(ImageChange.image_id).where(ImageChange.event_seq == event_seq)


def _standing_values(session: Session, event_seq: int, *, kind: EventKind) -> dict[int, str]:
    """What each image of the event has by the events of this kind that stand."""
    about = ImageChange.image_id.in_(changed_images(event_seq))
    named = select(ImageChange.event_seq).where(about).distinct()
    told = read_with_compensations(session, select(Event).where(Event.seq.in_(named), Event.kind == kind))
    standing = {event.seq for event in standing_events(told)}
    of_kind = {event.seq for event in told if event.kind == kind}
    rows = session.execute(
        select(ImageChange.event_seq, ImageChange.image_id, ImageChange.before, ImageChange.after)
        .where(about)
        .order_by(ImageChange.event_seq)
    )
    values: dict[int, str] = {}
    for seq, image_id, before, after in rows:
        if seq in of_kind:
            values.setdefault(image_id, before)
            if seq in standing:
                values[image_id] = after
    return values


def _free_paths(session: Session, paths: Mapping[int, str]) -> dict[int, str]:
    """Those of the paths that no other image lies at; undo in any order can leave two that claim one."""
    now = {row.id: row.path for row in session.execute(select(Image.id, Image.path))}
    staying = {path: image_id for image_id, path in now.items() if image_id not in paths}
    free = dict(paths)
    while True:
        claimed = dict(staying)
        refused = [
            image_id for image_id, path in free.items() if claimed.setdefault(path, image_id) != image_id
        ]
        if not refused:
            return free
        for image_id in refused:
            del free[image_id]
            staying[now[image_id]] = image_id


def _set_pictures(session: Session, values: Mapping[int, str]) -> None:
    """Set hash, size and orientation; drop what models made of the picture before, and look what stands."""
    for image_id, value in values.items():
        identity = PictureIdentity.from_json(value)
        session.execute(update(Image).where(Image.id == image_id).values(identity._asdict()))
        session.flush()
        session.expire_all()  # records that this transaction has read are another now
        for table in (AnalysisRecord, PredictionRecord):
            session.execute(delete(table).where(table.image_id == image_id))
        for expression_id in session.scalars(select(Expression.id).where(Expression.image_id == image_id)):
            project_expression(session, expression_id)


def _set(session: Session, column: str, values: Mapping[int, str]) -> None:
    rows = [{"image": image_id, "value": value} for image_id, value in values.items()]
    for start in range(0, len(rows), _CHUNK):
        session.connection().execute(
            update(Image).where(Image.id == bindparam("image")).values({column: bindparam("value")}),
            rows[start : start + _CHUNK],
        )
