"""Writing to the append-only log, and taking back by writing more."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from tas_desktop.storage.category_projection import project_categories
from tas_desktop.storage.image_projection import project_images
from tas_desktop.storage.importing.taking_back import project_import
from tas_desktop.storage.models import DecisionRecord, Event, Expression, Referent
from tas_desktop.storage.projection import project_expression, project_order, project_referent
from tas_desktop.storage.referents import assign_referents, mask_rows
from tas_desktop.storage.rows import EventKind, EventRow, Origin, RecordedDecision, UndoHistory

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from tas_desktop.domain.decision import Decision


def append_event(
    session: Session, kind: EventKind, *, annotator: str, about: EventKind | None = None, **columns: Any
) -> int:
    """Append one event, bring what follows from it up to date, and return its seq.

    Args:
        session: of the transaction.
        kind: what happened.
        annotator: by whose hand.
        about: the kind of the event that an undo or redo is about.
        columns: the event's further columns.
    """
    columns.setdefault("created_at", datetime.now(UTC))
    event = Event(kind=kind, annotator=annotator, **columns)
    session.add(event)
    session.flush()
    subject = about or kind
    if subject.is_about_categories:
        project_categories(session)
    elif subject.is_about_images and event.target_seq is not None:  # of a new one the images follow
        project_images(session, event.target_seq, kind=subject)
    elif subject is EventKind.IMPORTED and event.target_seq is not None:
        project_import(session, event.target_seq, kind, append=partial(append_events, session))
    elif subject is EventKind.EXPRESSIONS_ORDERED and event.image_id is not None:
        project_order(session, event.image_id)
    elif event.expression_id is not None:
        project_expression(session, event.expression_id)
    elif event.referent_id is not None:
        project_referent(session, event.referent_id)
    return event.seq


def append_expression_event(
    session: Session, kind: EventKind, expression_id: int, *, annotator: str, value: str | None = None
) -> int:
    """Append what happened to an expression."""
    image_id = session.get_one(Expression, expression_id).image_id
    return append_event(
        session, kind, annotator=annotator, image_id=image_id, expression_id=expression_id, value=value
    )


def append_order(session: Session, image_id: int, expression_ids: Sequence[int], *, annotator: str) -> int:
    """Append a new order of an image's list.

    Raises:
        ValueError: one of the expressions is not the image's, or is named twice.
    """
    known = set(session.scalars(select(Expression.id).where(Expression.image_id == image_id)))
    if len(set(expression_ids)) < len(expression_ids) or not known.issuperset(expression_ids):
        raise ValueError(f"{expression_ids} are not expressions of image {image_id}, each once")
    value = json.dumps(list(expression_ids))
    return append_event(
        session, EventKind.EXPRESSIONS_ORDERED, annotator=annotator, image_id=image_id, value=value
    )


def append_referent_event(
    session: Session, kind: EventKind, referent_id: int, *, annotator: str, value: str
) -> int:
    """Append what happened to a referent."""
    image_id = session.get_one(Referent, referent_id).image_id
    return append_event(
        session, kind, annotator=annotator, image_id=image_id, referent_id=referent_id, value=value
    )


def append_events(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    """Append many events whose consequences the caller writes itself."""
    if listed := list(rows):  # of none, SQLAlchemy would insert one of defaults
        session.connection().execute(insert(Event), listed)


def append_decision(
    session: Session,
    decision: Decision,
    *,
    created_at: datetime | None = None,
    origin: Origin = Origin.PERSON,
) -> RecordedDecision:
    """Write a decision, its masks, its referents and its event; made now where no moment is given."""
    created_at = created_at or datetime.now(UTC)
    image_id = session.get_one(Expression, decision.expression_id).image_id
    ground = decision.provenance
    record = DecisionRecord(
        expression_id=decision.expression_id,
        action=decision.action,
        text=decision.text,
        annotator=decision.annotator,
        category=decision.category,
        seconds_spent=decision.seconds_spent,
        note=decision.note,
        ranking_id=ground.ranking_id if ground else None,
        method=ground.method if ground else None,
        profile=ground.profile if ground else None,
        components=[[c.role, c.name, c.revision] for c in ground.components] if ground else [],
        params=[[name, value] for name, value in ground.params] if ground else [],
        created_at=created_at,
    )
    session.add(record)
    session.flush()
    assigned = assign_referents(session, decision, image_id=image_id)
    session.add_all(mask_rows(decision.masks, assigned, decision_id=record.id))
    session.flush()
    seq = append_event(
        session,
        EventKind.DECIDED,
        annotator=decision.annotator,
        image_id=image_id,
        expression_id=decision.expression_id,
        decision_id=record.id,
        value=decision.text,
        created_at=created_at,
        origin=origin,
    )
    return RecordedDecision(
        event_seq=seq,
        decision_id=record.id,
        referent_ids=tuple(row.referent_id for row in assigned),
        joined=tuple(row.referent_id for row in assigned if row.joined),
    )


def compensate_newest(session: Session, kind: EventKind, *, annotator: str, limit: int) -> EventRow | None:
    """Undo (redo) what this annotator did (undid) last; returns that event, None where there is none.

    Which one that is, is read in the same transaction: the same annotator may work in two processes.
    """
    history = read_undo_history(session.connection(), annotator=annotator, limit=limit)
    stack = history.done if kind is EventKind.UNDONE else history.undone
    if not stack:
        return None
    append_compensation(session, kind, target_seq=stack[-1].seq, annotator=annotator)
    return stack[-1]


def append_compensation(
    session: Session, kind: EventKind, *, target_seq: int, annotator: str, **columns: Any
) -> int:
    """Undo or redo the event ``target_seq`` by appending an event that says so.

    Raises:
        ValueError: the target is no undoable event, or is undone (redone) already.
    """
    target = session.get(Event, target_seq)
    if target is None or not EventKind(target.kind).is_undoable:
        raise ValueError(f"event {target_seq} cannot be undone or redone")
    last = select(Event.kind).where(Event.target_seq == target_seq).order_by(Event.seq.desc()).limit(1)
    is_undone = session.scalars(last).one_or_none() == EventKind.UNDONE
    if is_undone == (kind is EventKind.UNDONE):
        raise ValueError(f"event {target_seq} is {'already' if is_undone else 'not'} undone")
    return append_event(
        session,
        kind,
        annotator=annotator,
        about=EventKind(target.kind),
        image_id=target.image_id,
        expression_id=target.expression_id,
        referent_id=target.referent_id,
        decision_id=target.decision_id,
        target_seq=target_seq,
        **columns,
    )


def read_events(connection: Connection, *, after_seq: int) -> tuple[EventRow, ...]:
    """Events with a greater seq, oldest first."""
    return _event_rows(connection, select(*_COLUMNS).where(Event.seq > after_seq).order_by(Event.seq))


def read_last_seq(connection: Connection) -> int:
    """Seq of the newest event, 0 where there is none."""
    return connection.execute(select(func.max(Event.seq))).scalar_one() or 0


def read_undo_history(connection: Connection, *, annotator: str, limit: int) -> UndoHistory:
    """Rebuild an annotator's undo stack from the last ``limit`` events of their own hand.

    What was imported, or written by a batch or a merge under the same name, is not part of it.
    """
    newest = (
        select(*_COLUMNS)
        .where(Event.annotator == annotator, Event.origin == Origin.PERSON)
        .order_by(Event.seq.desc())
        .limit(limit)
    )
    done: dict[int, EventRow] = {}
    undone: dict[int, EventRow] = {}
    for event in reversed(_event_rows(connection, newest)):
        if event.kind.is_undoable:
            done[event.seq] = event
            undone.clear()
        elif event.kind is EventKind.UNDONE and event.target_seq in done:
            undone[event.target_seq] = done.pop(event.target_seq)
        elif event.kind is EventKind.REDONE and event.target_seq in undone:
            done[event.target_seq] = undone.pop(event.target_seq)
    return UndoHistory(tuple(done.values()), tuple(undone.values()))


_COLUMNS = (
    Event.seq,
    Event.kind,
    Event.annotator,
    Event.created_at,
    Event.image_id,
    Event.expression_id,
    Event.referent_id,
    Event.decision_id,
    Event.target_seq,
    Event.value,
    Event.origin,
)


def _event_rows(connection: Connection, query: Any) -> tuple[EventRow, ...]:
    rows = (EventRow(*row) for row in connection.execute(query))
    return tuple(row._replace(kind=EventKind(row.kind), origin=Origin(row.origin)) for row in rows)
