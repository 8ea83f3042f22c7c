"""What follows from the log: which events stand, and the state of an expression or referent.

Undo appends a compensating event and never removes one. Whether an event stands depends only on the
last undo or redo that names it, so events may be undone in any order, also around other people's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select, text, update

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.storage.models import (
    EXPRESSIONS_ORDERED_ONLY,
    DecisionMask,
    DecisionRecord,
    Event,
    Expression,
    Image,
    Referent,
)
from tas_desktop.storage.rows import EventKind, ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

STATUS_AFTER = {
    DecisionAction.ACCEPT: ExpressionStatus.ACCEPTED,
    DecisionAction.PICK: ExpressionStatus.ACCEPTED,
    DecisionAction.DRAW: ExpressionStatus.ACCEPTED,
    DecisionAction.NO_TARGET: ExpressionStatus.NO_TARGET,
    DecisionAction.SKIP: ExpressionStatus.SKIPPED,
    DecisionAction.FLAG: ExpressionStatus.FLAGGED,
}


def standing_events(events: Iterable[Event]) -> list[Event]:
    """Those of the events, ordered by seq, that are no undo or redo and are not undone."""
    told: list[Event] = []
    undone: set[int | None] = set()
    for event in events:
        if event.kind == EventKind.UNDONE:
            undone.add(event.target_seq)
        elif event.kind == EventKind.REDONE:
            undone.discard(event.target_seq)
        else:
            told.append(event)
    return [event for event in told if event.seq not in undone]


def read_with_compensations(session: Session, query: Any) -> list[Event]:
    """The events of a query and the undos and redos that name them, by seq."""
    told = list(session.scalars(query))
    answers = select(Event).where(Event.target_seq.in_([event.seq for event in told]))
    return sorted([*told, *session.scalars(answers)], key=lambda event: event.seq)


def project_order(session: Session, image_id: int) -> None:
    """Set the positions of an image's expressions from the newest order that stands.

    Expressions that it does not name, because they came later, follow in the order they were added.
    """
    ordered = select(Event).where(text(EXPRESSIONS_ORDERED_ONLY), Event.image_id == image_id)
    standing = standing_events(read_with_compensations(session, ordered))
    named = json.loads(standing[-1].value or "[]") if standing else []
    places = {expression_id: place for place, expression_id in enumerate(named)}
    found = session.scalars(select(Expression).where(Expression.image_id == image_id))
    last = len(places)
    for position, row in enumerate(sorted(found, key=lambda row: (places.get(row.id, last), row.id))):
        row.position = position


def project_expression(session: Session, expression_id: int) -> None:
    """Set text, status and standing decision of an expression, and its image's counts, from the log.

    A decision stands for exactly the text it was made on: editing the text afterwards makes the
    expression undecided, and going back to that text, by undo or by typing, makes it decided again. One
    with a mask stands no more once a picture of another size was taken in place of the one it was made on.
    """
    events = session.scalars(select(Event).where(Event.expression_id == expression_id).order_by(Event.seq))
    standing = standing_events(events)
    expression = session.get_one(Expression, expression_id)
    expression.removed = not standing or standing[-1].kind == EventKind.EXPRESSION_REMOVED
    texts = [event.value for event in standing if event.value is not None]
    if texts:
        expression.text = texts[-1]
    decided = [e.decision_id for e in standing if e.kind == EventKind.DECIDED and e.value == expression.text]
    unfit = _made_on_another_size(session, expression)
    decided = [decision_id for decision_id in decided if decision_id not in unfit]
    expression.decision_id = decided[-1] if decided else None
    expression.status = _status_of(session, expression.decision_id)
    session.flush()
    count_expressions(session, expression.image_id)


def project_referent(session: Session, referent_id: int) -> None:
    """Set the category of a referent from the log: the newest one set, else that of its first decision."""
    events = session.scalars(select(Event).where(Event.referent_id == referent_id).order_by(Event.seq))
    names = [event.value for event in standing_events(events) if event.value is not None]
    first = (
        select(DecisionRecord.category)
        .join(DecisionMask, DecisionMask.decision_id == DecisionRecord.id)
        .where(DecisionMask.referent_id == referent_id)
        .order_by(DecisionRecord.id)
        .limit(1)
    )
    referent = session.get_one(Referent, referent_id)
    referent.category = names[-1] if names else session.scalars(first).one()


def count_expressions(session: Session, image_id: int) -> None:
    """Set the counts of an image from its expressions."""
    by_status = dict(
        session.execute(
            select(Expression.status, func.count())
            .where(Expression.image_id == image_id, Expression.removed.is_(False))
            .group_by(Expression.status)
        ).all()
    )
    total = sum(by_status.values())
    session.execute(
        update(Image)
        .where(Image.id == image_id)
        .values(
            expression_count=total,
            decided_count=total - by_status.get(ExpressionStatus.UNDECIDED, 0),
            flagged_count=by_status.get(ExpressionStatus.FLAGGED, 0),
        )
    )


def _made_on_another_size(session: Session, expression: Expression) -> set[int]:
    """Decisions on an expression whose masks fitted the picture that its image had before."""
    image = session.get_one(Image, expression.image_id)
    if not image.earlier_decisions:
        return set()
    query = (
        select(DecisionMask.decision_id)
        .join(DecisionRecord, DecisionRecord.id == DecisionMask.decision_id)
        .where(
            DecisionRecord.expression_id == expression.id,
            DecisionRecord.id <= image.earlier_decisions,
            or_(DecisionMask.width != image.width, DecisionMask.height != image.height),
        )
    )
    return set(session.scalars(query))


def _status_of(session: Session, decision_id: int | None) -> ExpressionStatus:
    if decision_id is None:
        return ExpressionStatus.UNDECIDED
    return STATUS_AFTER[DecisionAction(session.get_one(DecisionRecord, decision_id).action)]
