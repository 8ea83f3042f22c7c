"""Merging a project into another one, in one transaction: all of it or nothing.

What both have from a common past, or from an earlier merge, is recognised by its events. The rest of their
log is told again in ours, after everything of ours. Where both went on with one expression and ended
differently, the two decisions stay in the log and the expression is flagged: a person has to choose.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, insert, select, update

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import WorkControl
from tas_desktop.storage import log
from tas_desktop.storage.adding import stored_path
from tas_desktop.storage.merging import matching
from tas_desktop.storage.merging.outcomes import Agreement, Compared, compare, read_outcome
from tas_desktop.storage.merging.telling import Teller
from tas_desktop.storage.models import BackCheckRecord, Event, Expression, Image, ImageChange
from tas_desktop.storage.picture_identity import PictureIdentity
from tas_desktop.storage.rows import EventKind, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tas_desktop.storage.merging.matching import Matched
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import EventRow

MERGE_NOTE: Final = "merge"
"""How the note of an expression that was flagged by a merge begins."""

_CHANGES = frozenset(
    {
        EventKind.EXPRESSION_EDITED,
        EventKind.EXPRESSION_REMOVED,
        EventKind.DECIDED,
        EventKind.UNDONE,
        EventKind.REDONE,
    }
)
TELLING = "tell"
_REPORTED = 100  # events between two words about how far it is


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did.

    Attributes:
        images, expressions, decisions, events: how many of theirs came in.
        compared: expressions that both went on with since they parted, conflicts among them.
    """

    images: int
    expressions: int
    decisions: int
    events: int
    compared: tuple[Compared, ...]

    @property
    def conflicts(self) -> tuple[Compared, ...]:
        """Those that were flagged."""
        return tuple(row for row in self.compared if row.is_conflict)


def merge_project(
    ours: ProjectStore,
    theirs: ProjectStore,
    *,
    annotator: str,
    control: WorkControl | None = None,
    rehearse: bool = False,
) -> MergeReport:
    """Bring the work in one project into another; theirs stays as it is.

    Args:
        ours: what is merged into.
        theirs: what is merged: a part, a copy that somebody worked on, or any other project.
        annotator: who merges.
        control: told how many events are told of how many; cancels between them, and then nothing is written.
        rehearse: do it on a copy that is thrown away, to see what it would do.

    Raises:
        InputRefused: both are one file, or theirs was written by a newer program.
        ProjectReadOnly: ours cannot be written.
        Cancelled: the control's token was set.
    """
    if ours.file.resolve() == theirs.file.resolve():
        raise InputRefused("A project cannot be merged into itself", next_step="Name two projects")
    writing = ours.rehearse_writing() if rehearse else ours.begin_writing()
    with theirs.begin_reading() as source, writing as target:
        return _Merge(ours, theirs, target, source).run(annotator, control or WorkControl())


class _Merge:
    def __init__(self, ours: ProjectStore, theirs: ProjectStore, target: Session, source: Session) -> None:
        self._ours, self._theirs, self._target, self._source = ours, theirs, target, source
        self._our_log = matching.read_log(target.connection())
        self._their_log = matching.read_log(source.connection())
        self._name = matching.project_name(source.connection())
        self._matched = self._match()

    def run(self, annotator: str, control: WorkControl) -> MergeReport:
        control.step(TELLING)
        images = self._bring_images(annotator)
        self._match_texts()
        dropped = self._dropped()
        control.step(TELLING)
        compared = self._compare()
        before = set(self._matched.events)
        news = [e for e in self._their_log if e.seq not in before and e.expression_id not in dropped]
        teller = Teller(self._target, self._source, self._matched)
        told: list[EventRow] = []
        for number, event in enumerate(news):
            if number % _REPORTED == 0:
                control.step(TELLING, number, len(news))
            if teller.tell(event) is not None:
                told.append(event)
        self._bring_back_checks()
        for row in compared:
            if row.is_conflict:
                self._flag(row, annotator)
        if told or images:
            value = matching.merged_value(self._name, self._matched.events, theirs=self._their_log)
            log.append_event(
                self._target,
                EventKind.MERGED,
                annotator=annotator,
                origin=Origin.MERGE,
                value=json.dumps(value),
            )
        return MergeReport(
            images=images,
            expressions=sum(event.kind is EventKind.EXPRESSION_ADDED for event in told),
            decisions=sum(event.kind is EventKind.DECIDED for event in told),
            events=len(told),
            compared=tuple(compared),
        )

    def _match(self) -> Matched:
        matched = matching.Matched(
            events=matching.match_events(self._our_log, self._their_log, name=self._name),
            images=matching.match_images(
                matching.known_images(self._target.connection(), resolve=self._ours.image_path),
                matching.known_images(self._source.connection(), resolve=self._theirs.image_path),
            ),
        )
        matching.match_told_back(self._our_log, self._their_log, matched)
        matching.match_ids(self._our_log, self._their_log, matched)
        return matched

    def _bring_images(self, annotator: str) -> int:
        """Add the images that are new, and what only they know of the others; how many are new."""
        facts = (Image.content_hash, Image.orientation, Image.width, Image.height)
        unread = set(self._target.scalars(select(Image.id).where(Image.content_hash.is_(None))))
        free = (self._target.scalars(select(func.max(Image.id))).one() or 0) + 1
        first = self._first_pictures()
        fresh: list[dict[str, Any]] = []
        learnt: list[dict[str, Any]] = []
        for row in self._source.execute(select(Image.id, Image.path, *facts).order_by(Image.id)):
            known = {fact.key: getattr(first.get(row.id, row), fact.key) for fact in facts}
            ours = self._matched.images.get(row.id)
            if ours is None:
                ours = self._matched.images[row.id] = free + len(fresh)
                place = stored_path(self._theirs.image_path(row.path), folder=self._ours.folder)
                fresh.append(known | {"id": ours, "path": place})
            elif ours in unread and row.content_hash is not None:
                learnt.append(known | {"image": ours})
        connection = self._target.connection()
        if learnt:
            values: dict[Any, Any] = {fact.key: bindparam(fact.key) for fact in facts}
            connection.execute(update(Image).where(Image.id == bindparam("image")).values(values), learnt)
        if fresh:
            connection.execute(insert(Image), fresh)
            log.append_event(
                self._target,
                EventKind.IMAGES_ADDED,
                annotator=annotator,
                origin=Origin.MERGE,
                value=str(len(fresh)),
            )
        return len(fresh)

    def _first_pictures(self) -> dict[int, PictureIdentity]:
        """What was in their images before others took their place, which the log then tells."""
        query = (
            select(ImageChange.image_id, ImageChange.before)
            .join(Event, Event.seq == ImageChange.event_seq)
            .where(Event.kind == EventKind.PICTURES_TAKEN)
            .order_by(ImageChange.event_seq.desc())
        )
        return {row.image_id: PictureIdentity.from_json(row.before) for row in self._source.execute(query)}

    def _bring_back_checks(self) -> None:
        """Add their blind checks of decisions that both have now."""
        facts = [c.key for c in BackCheckRecord.__table__.columns if c.key not in ("id", "decision_id")]
        known = {
            (row.decision_id, row.annotator, row.created_at)
            for row in self._target.scalars(select(BackCheckRecord))
        }
        for row in self._source.scalars(select(BackCheckRecord).order_by(BackCheckRecord.id)):
            ours = self._matched.decisions.get(row.decision_id)
            if ours is not None and (ours, row.annotator, row.created_at) not in known:
                values = {fact: getattr(row, fact) for fact in facts}
                self._target.add(BackCheckRecord(decision_id=ours, **values))

    def _match_texts(self) -> None:
        """An expression that only they have is ours too where the same text is on the same image."""
        free: dict[tuple[int, str], list[int]] = {}
        taken = set(self._matched.expressions.values())
        for row in self._listed(self._target):
            if row.id not in taken:
                free.setdefault((row.image_id, row.text), []).append(row.id)
        added = {e.expression_id: e.seq for e in self._our_log if e.kind is EventKind.EXPRESSION_ADDED}
        theirs = {e.expression_id: e.seq for e in self._their_log if e.kind is EventKind.EXPRESSION_ADDED}
        for row in self._listed(self._source):
            twins = free.get((self._matched.images[row.image_id], row.text))
            if row.id not in self._matched.expressions and twins:
                twin = twins.pop(0)
                self._matched.expressions[row.id] = twin
                if row.id in theirs and twin in added:
                    self._matched.events[theirs[row.id]] = added[twin]

    def _listed(self, session: Session) -> Iterable[Any]:
        """Id, image and text of the expressions on a list."""
        columns = (Expression.id, Expression.image_id, Expression.text)
        return session.execute(select(*columns).where(Expression.removed.is_(False)).order_by(Expression.id))

    def _dropped(self) -> set[int]:
        """Expressions that came and went in theirs alone."""
        gone = self._source.scalars(select(Expression.id).where(Expression.removed.is_(True)))
        return {number for number in gone if number not in self._matched.expressions}

    def _compare(self) -> list[Compared]:
        """Compare the outcomes of what both went on with."""
        known = set(self._matched.events.values())
        ours = {e.expression_id for e in self._our_log if e.seq not in known and e.kind in _CHANGES}
        theirs = {
            e.expression_id
            for e in self._their_log
            if e.seq not in self._matched.events and e.kind in _CHANGES and e.expression_id is not None
        }
        rows = []
        for number in sorted(theirs):
            twin = self._matched.expressions.get(number)
            if twin is None or twin not in ours:
                continue
            left, right = read_outcome(self._target, twin), read_outcome(self._source, number)
            agreement, iou = compare(left, right)
            image_id = self._target.get_one(Expression, twin).image_id
            rows.append(Compared(image_id, twin, left, right, agreement, iou))
        return rows

    def _flag(self, row: Compared, annotator: str) -> None:
        """Let neither outcome stand; who chooses decides anew."""
        sides = [
            f"{side.annotator or 'nobody'}: {side.words} ({side.text})" for side in (row.ours, row.theirs)
        ]
        note = f"{MERGE_NOTE}, {row.agreement.value}: {'; '.join(sides)}"
        expression = self._target.get_one(Expression, row.expression_id)
        text = row.ours.text if row.agreement is Agreement.OTHER_TEXT else expression.text
        flag = Decision(row.expression_id, DecisionAction.FLAG, text, annotator, note=note)
        log.append_decision(self._target, flag, origin=Origin.MERGE)
