"""Telling the events of one project's log again in another, with that one's ids."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, text

from tas_desktop.storage import log
from tas_desktop.storage.categories import next_id
from tas_desktop.storage.image_facts import append_image_changes
from tas_desktop.storage.models import (
    CATEGORIES_ONLY,
    CategoryRecord,
    DecisionMask,
    DecisionRecord,
    Event,
    Expression,
    Image,
    ImageChange,
)
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.reading import read_decision
from tas_desktop.storage.rows import EventKind, ExpressionStatus, Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.orm import Session

    from tas_desktop.storage.merging.matching import Matched
    from tas_desktop.storage.rows import EventRow


class Teller:
    """Appends their events to our log, one by one and in their order.

    Moments and annotators stay theirs; the order is that of telling. All of it belongs to the merge, so that
    it is in nobody's undo stack.

    Args:
        ours, theirs: a writing and a reading session.
        matched: what is known already; grows with what is told.
    """

    def __init__(self, ours: Session, theirs: Session, matched: Matched) -> None:
        self._ours, self._theirs, self._matched = ours, theirs, matched
        self._categories: dict[int, int] = {}
        self._referents: dict[int, int] = {}
        self._tell: dict[EventKind, Callable[[EventRow], int | None]] = {
            EventKind.EXPRESSION_ADDED: self._tell_added,
            EventKind.EXPRESSION_EDITED: self._tell_of_expression,
            EventKind.EXPRESSION_REMOVED: self._tell_of_expression,
            EventKind.EXPRESSIONS_ORDERED: self._tell_order,
            EventKind.DECIDED: self._tell_decision,
            EventKind.CATEGORY_SET: self._tell_category_set,
            EventKind.SPLIT_SET: self._tell_old_split,
            EventKind.SPLITS_SET: self._tell_splits,
            EventKind.PICTURES_TAKEN: self._tell_pictures,
            EventKind.CATEGORY_WRITTEN: self._tell_category,
            EventKind.CATEGORY_REMOVED: self._tell_category,
            EventKind.UNDONE: self._tell_compensation,
            EventKind.REDONE: self._tell_compensation,
        }

    def tell(self, event: EventRow) -> int | None:
        """Tell an event; returns its seq in ours, None where it says nothing here."""
        tell = self._tell.get(event.kind)
        seq = None if tell is None else tell(event)
        if seq is not None:
            self._matched.events[event.seq] = seq
        return seq

    def _append(self, event: EventRow, **columns: Any) -> int:
        return log.append_event(
            self._ours,
            event.kind,
            annotator=event.annotator,
            origin=Origin.MERGE,
            created_at=event.created_at,
            **columns,
        )

    def _tell_added(self, event: EventRow) -> int | None:
        image_id = self._matched.images.get(event.image_id or 0)
        if image_id is None or event.expression_id is None:
            return None
        theirs = self._theirs.get_one(Expression, event.expression_id)
        last = select(func.coalesce(func.max(Expression.position), -1)).where(Expression.image_id == image_id)
        added = Expression(
            image_id=image_id,
            position=self._ours.scalars(last).one() + 1,
            text=event.value or theirs.text,
            source=theirs.source,
            status=ExpressionStatus.UNDECIDED,
        )
        self._ours.add(added)
        self._ours.flush()
        self._matched.expressions[event.expression_id] = added.id
        return self._append(event, image_id=image_id, expression_id=added.id, value=event.value)

    def _tell_of_expression(self, event: EventRow) -> int | None:
        expression_id = self._matched.expressions.get(event.expression_id or 0)
        if expression_id is None:
            return None
        image_id = self._ours.get_one(Expression, expression_id).image_id
        return self._append(event, image_id=image_id, expression_id=expression_id, value=event.value)

    def _tell_order(self, event: EventRow) -> int | None:
        image_id = self._matched.images.get(event.image_id or 0)
        listed = json.loads(event.value or "[]")
        known = [
            self._matched.expressions[number] for number in listed if number in self._matched.expressions
        ]
        if image_id is None or not known:
            return None
        return self._append(event, image_id=image_id, value=json.dumps(known))

    def _tell_decision(self, event: EventRow) -> int | None:
        expression_id = self._matched.expressions.get(event.expression_id or 0)
        if expression_id is None or event.decision_id is None:
            return None
        decision = replace(read_decision(self._theirs, event.decision_id), expression_id=expression_id)
        recorded = log.append_decision(self._ours, decision, created_at=event.created_at, origin=Origin.MERGE)
        self._matched.decisions[event.decision_id] = recorded.decision_id
        return recorded.event_seq

    def _tell_category_set(self, event: EventRow) -> int | None:
        referent_id = self._our_referent(event.referent_id or 0)
        image_id = self._matched.images.get(event.image_id or 0)
        if referent_id is None or image_id is None:
            return None
        return self._append(event, image_id=image_id, referent_id=referent_id, value=event.value)

    def _our_referent(self, referent_id: int) -> int | None:
        """Our referent of one of theirs: where a decision that both have put the same mask."""
        if referent_id not in self._referents:
            query = select(DecisionMask.decision_id, DecisionMask.ordinal).where(
                DecisionMask.referent_id == referent_id
            )
            for decision_id, ordinal in self._theirs.execute(query.order_by(DecisionMask.decision_id)):
                ours = self._ours.get(DecisionMask, (self._matched.decisions.get(decision_id, 0), ordinal))
                if ours is not None:
                    self._referents[referent_id] = ours.referent_id
                    break
        return self._referents.get(referent_id)

    def _tell_old_split(self, event: EventRow) -> int | None:
        """One image, as versions before schema 4 wrote it."""
        return self._put_into_splits(event, {event.image_id or 0: event.value or ""})

    def _tell_splits(self, event: EventRow) -> int | None:
        changes = self._theirs.scalars(select(ImageChange).where(ImageChange.event_seq == event.seq))
        return self._put_into_splits(event, {change.image_id: change.after for change in changes})

    def _put_into_splits(self, event: EventRow, splits: Mapping[int, str]) -> int | None:
        """Theirs counts where we have put the image nowhere."""
        changes = {}
        for image_id, name in splits.items():
            ours = self._ours.get(Image, self._matched.images.get(image_id, 0), populate_existing=True)
            if ours is not None and not ours.split:
                changes[ours.id] = ("", name)
        return self._append_image_changes(event, changes)

    def _tell_pictures(self, event: EventRow) -> int | None:
        """Where we still had the picture that they had before, we take the one that they took."""
        newest = self._ours.scalar(select(func.max(DecisionRecord.id))) or 0
        changes = {}
        for change in self._theirs.scalars(select(ImageChange).where(ImageChange.event_seq == event.seq)):
            image_id = self._matched.images.get(change.image_id, 0)
            ours = self._ours.get(Image, image_id, populate_existing=True)
            before = PictureIdentity.from_json(change.before)
            if ours is not None and ours.content_hash == before.content_hash:
                after = PictureIdentity.from_json(change.after)._replace(earlier_decisions=newest)
                changes[ours.id] = (PictureIdentity.of(ours).to_json(), after.to_json())
        return self._append_image_changes(event, changes)

    def _append_image_changes(self, event: EventRow, changes: Mapping[int, tuple[str, str]]) -> int | None:
        return append_image_changes(
            self._ours,
            event.kind if event.kind.is_about_images else EventKind.SPLITS_SET,
            changes,
            annotator=event.annotator,
            origin=Origin.MERGE,
            created_at=event.created_at,
        )

    def _tell_category(self, event: EventRow) -> int:
        told = json.loads(event.value or "{}")
        number = self._our_category(int(told["id"]), name=str(told["name"]), is_new=event.kind)
        return self._append(event, value=json.dumps(told | {"id": number}))

    def _our_category(self, number: int, *, name: str, is_new: EventKind) -> int:
        """Our id of one of their categories: shipped ones are the same, others go by their name."""
        if number in self._categories:
            return self._categories[number]
        ours = self._ours.get(CategoryRecord, number)
        if ours is not None and (ours.name == name or _is_shipped(self._ours, number)):
            return number
        if is_new is EventKind.CATEGORY_WRITTEN:
            twin = select(CategoryRecord.id).where(
                CategoryRecord.name == name, CategoryRecord.removed.is_(False)
            )
            found = self._ours.scalar(twin)
            self._categories[number] = next_id(self._ours.connection()) if found is None else found
        return self._categories.get(number, number)

    def _tell_compensation(self, event: EventRow) -> int | None:
        target = self._ours.get(Event, self._matched.events.get(event.target_seq or 0, 0))
        if target is None:
            return None
        last = select(Event.kind).where(Event.target_seq == target.seq).order_by(Event.seq.desc()).limit(1)
        is_undone = self._ours.scalars(last).one_or_none() == EventKind.UNDONE
        if is_undone == (event.kind is EventKind.UNDONE):
            return None  # it came to the same here already
        return log.append_compensation(
            self._ours,
            event.kind,
            target_seq=target.seq,
            annotator=event.annotator,
            origin=Origin.MERGE,
            created_at=event.created_at,
        )


def _is_shipped(session: Session, number: int) -> bool:
    first = select(Event.value).where(text(CATEGORIES_ONLY)).order_by(Event.seq).limit(1)
    shipped = json.loads(session.scalars(first).one_or_none() or "[]")
    return isinstance(shipped, list) and any(row["id"] == number for row in shipped)
