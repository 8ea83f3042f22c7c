"""Taking an import back, and letting it stand again.

One event of a person's, followed by one of the import's for each that it is about.

An expression that somebody has worked on since stays, with what they did.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import bindparam, select, update

from tas_desktop.storage.category_projection import project_categories
from tas_desktop.storage.image_projection import project_images
from tas_desktop.storage.importing.counting import count_again
from tas_desktop.storage.models import DecisionRecord, Event, Expression, Image
from tas_desktop.storage.projection import STATUS_AFTER, project_expression, project_referent
from tas_desktop.storage.rows import EventKind, ExpressionStatus, Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

_CHUNK: Final = 10_000


class _Told(NamedTuple):
    """What is needed of an event of the import; there may be hundreds of thousands."""

    seq: int
    kind: str
    annotator: str
    image_id: int | None
    expression_id: int | None
    referent_id: int | None
    decision_id: int | None


def project_import(
    session: Session, target_seq: int, kind: EventKind, *, append: Callable[[list[dict[str, Any]]], None]
) -> None:
    """Undo or redo everything of the import that the event ``target_seq`` is about.

    Args:
        session: of the transaction; the undo or redo of ``target_seq`` itself is in the log already.
        target_seq: the event that an import ended with.
        kind: ``UNDONE`` or ``REDONE``.
        append: appends events whose consequences are written here.
    """
    told = json.loads(session.get_one(Event, target_seq).value or "{}")
    first, last = int(told["first"]), int(told["last"])
    of_import = select(*(getattr(Event, name) for name in _Told._fields)).where(
        Event.seq.between(first, last), Event.origin == Origin.IMPORT, Event.target_seq.is_(None)
    )
    undoable = {kind.value for kind in EventKind if kind.is_undoable}
    events = [_Told(*row) for row in session.execute(of_import) if row.kind in undoable]
    now = datetime.now(UTC)
    append([_compensation(event, kind, now=now) for event in events])
    _project(session, events, last_seq=last, kind=kind)


def imported_images(connection: Connection, event_seq: int) -> list[int]:
    """Ids of the images that an import changed, by the event it ended with; none for another event."""
    ended = select(Event.value).where(Event.seq == event_seq, Event.kind == EventKind.IMPORTED)
    value = connection.scalars(ended).one_or_none()
    if value is None:
        return []
    told = json.loads(value)
    within = (Event.seq.between(int(told["first"]), int(told["last"])), Event.origin == Origin.IMPORT)
    images = select(Event.image_id).where(*within, Event.image_id.is_not(None)).distinct()
    return [number for number in connection.scalars(images) if number is not None]


def _compensation(event: _Told, kind: EventKind, *, now: datetime) -> dict[str, Any]:
    names = ("annotator", "image_id", "expression_id", "referent_id", "decision_id")
    columns = {name: getattr(event, name) for name in names}
    return columns | {"kind": kind, "origin": Origin.IMPORT, "created_at": now, "target_seq": event.seq}


def _project(session: Session, events: Sequence[_Told], *, last_seq: int, kind: EventKind) -> None:
    """Bring what follows from the events up to date; expressions that nobody touched all at once."""
    expressions = {event.expression_id for event in events if event.expression_id is not None}
    added = {event.expression_id for event in events if event.kind == EventKind.EXPRESSION_ADDED}
    touched = _touched_since(session, last_seq, among=expressions)
    alone = [number for number in added - touched if number is not None]
    if kind is EventKind.UNDONE:
        rows = [{"number": number, "decision": None, "now": ExpressionStatus.UNDECIDED} for number in alone]
    else:
        rows = _decided_by(session, events, among=set(alone))
    if rows:
        session.connection().execute(
            update(Expression)
            .where(Expression.id == bindparam("number"))
            .values(
                removed=kind is EventKind.UNDONE, decision_id=bindparam("decision"), status=bindparam("now")
            ),
            rows,
        )
    session.expire_all()
    count_again(session, {event.image_id for event in events if event.image_id is not None})
    for expression_id in sorted(expressions - set(alone)):
        project_expression(session, expression_id)
    for event in events:
        if event.kind == EventKind.CATEGORY_SET and event.referent_id is not None:
            project_referent(session, event.referent_id)
        elif EventKind(event.kind).is_about_images:
            project_images(session, event.seq, kind=EventKind(event.kind))
    if any(EventKind(event.kind).is_about_categories for event in events):
        project_categories(session)


def _touched_since(session: Session, last_seq: int, *, among: Iterable[int]) -> set[int]:
    """Those that somebody changed or decided after the import, or whose picture was replaced once."""
    wanted = set(among)
    later = session.scalars(
        select(Event.expression_id).where(
            Event.seq > last_seq, Event.expression_id.is_not(None), Event.origin != Origin.IMPORT
        )
    )
    replaced = session.scalars(
        select(Expression.id).join(Image, Image.id == Expression.image_id).where(Image.earlier_decisions > 0)
    )
    return {number for number in (*later, *replaced) if number in wanted}


def _decided_by(session: Session, events: Sequence[_Told], *, among: set[int]) -> list[dict[str, Any]]:
    """Rows that let the import's own decisions stand again on the expressions it added."""
    decisions = {
        event.expression_id: event.decision_id for event in events if event.kind == EventKind.DECIDED
    }
    numbers = [number for number in decisions.values() if number is not None]
    actions: dict[int, Any] = {}
    for start in range(0, len(numbers), _CHUNK):
        query = select(DecisionRecord.id, DecisionRecord.action).where(
            DecisionRecord.id.in_(numbers[start : start + _CHUNK])
        )
        actions |= {row.id: STATUS_AFTER[row.action] for row in session.execute(query)}
    rows = []
    for number in sorted(among):
        decision = decisions.get(number)
        status = ExpressionStatus.UNDECIDED if decision is None else actions[decision]
        rows.append({"number": number, "decision": decision, "now": status})
    return rows
