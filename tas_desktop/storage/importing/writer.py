"""The writing half of an import: rows and their events, made beforehand, then written by the thousand."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, update

from tas_desktop.storage import log
from tas_desktop.storage.image_facts import append_image_changes
from tas_desktop.storage.importing.counting import count_again
from tas_desktop.storage.importing.ids import Ids
from tas_desktop.storage.models import (
    DecisionMask,
    DecisionRecord,
    Event,
    Expression,
    Image,
    Referent,
)
from tas_desktop.storage.projection import STATUS_AFTER
from tas_desktop.storage.rows import EventKind, ExpressionStatus, Origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Executable
    from sqlalchemy.orm import Session

    from tas_desktop.storage.importing.rows import ImportedExpression, ImportedImage, ImportedLabel
    from tas_desktop.storage.importing.spool import RowSpool

_CHUNK: Final = 5_000  # rows gathered before they are handed on
_DECIDED: Final = "decided"  # what is spooled for expressions whose decision changes
# As they name each other.
_IN_ORDER: Final = (Image, Expression, Referent, DecisionRecord, DecisionMask, Event)
_BY_NAME: Final = {table.__tablename__: table for table in _IN_ORDER}
_DATED: Final = frozenset({DecisionRecord.__tablename__, Event.__tablename__})


class ImportWriter:
    """Makes rows of images, expressions, referents and decisions that come from a file, and writes them.

    All that takes long is done before ``write``, so that the project is held up for a moment only.

    Args:
        session: sees the project as it is now.
        annotator: who imports.
        spool: keeps the rows; None only counts and gives out ids.
    """

    def __init__(self, session: Session, *, annotator: str, spool: RowSpool | None) -> None:
        self._annotator, self._spool = annotator, spool
        self._first_seq = log.read_last_seq(session.connection()) + 1
        self._images = Ids(session, Image.id)
        self._expressions = Ids(session, Expression.id)
        self._referents = Ids(session, Referent.id)
        self._decisions = Ids(session, DecisionRecord.id)
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in (*_BY_NAME, _DECIDED)}
        self._touched: set[int] = set()
        self._splits: dict[int, tuple[str, str]] = {}
        self._categories: dict[int, str] = {}
        self._new_images = 0

    @property
    def newest_expression_id(self) -> int:
        """The newest expression that the project had before."""
        return self._expressions.newest_before

    def add_image(self, image: ImportedImage) -> int:
        """Add a picture; returns its id."""
        number = self._images.take(image.wanted_id)
        self._new_images += 1
        self._add(
            Image.__tablename__,
            id=number,
            path=image.path,
            width=image.width,
            height=image.height,
            content_hash=image.content_hash,
            orientation=image.orientation,
        )
        return number

    def set_split(self, image_id: int, *, before: str, after: str) -> None:
        """Put an image into a part of the dataset."""
        self._splits[image_id] = (before, after)

    def add_expression(self, expression: ImportedExpression) -> int:
        """Add an undecided expression with its event; returns its id."""
        number = self._expressions.take(expression.wanted_id)
        self._add(
            Expression.__tablename__,
            id=number,
            image_id=expression.image_id,
            position=expression.position,
            text=expression.text,
            source=expression.source,
            status=ExpressionStatus.UNDECIDED,
            decision_id=None,
        )
        self._tell(
            EventKind.EXPRESSION_ADDED,
            image_id=expression.image_id,
            expression_id=number,
            value=expression.text,
        )
        self._touched.add(expression.image_id)
        return number

    def add_referent(self, image_id: int, *, category: str, wanted_id: int = 0) -> int:
        """Add an object; returns its id. A decision has to name it."""
        number = self._referents.take(wanted_id)
        self._add(Referent.__tablename__, id=number, image_id=image_id, category=category)
        self._categories[number] = category
        return number

    def decide(self, label: ImportedLabel) -> int:
        """Let a decision stand on an expression, added before or undecided till now; returns its id."""
        number = self._decisions.take()
        ground = label.provenance
        self._add(
            DecisionRecord.__tablename__,
            id=number,
            expression_id=label.expression_id,
            action=label.action,
            text=label.text,
            annotator=label.annotator,
            category=label.category,
            seconds_spent=label.seconds_spent,
            note="",
            ranking_id=ground.ranking_id if ground else None,
            method=ground.method if ground else None,
            profile=ground.profile if ground else None,
            components=[[c.role, c.name, c.revision] for c in ground.components] if ground else [],
            params=[[name, value] for name, value in ground.params] if ground else [],
        )
        self._add_masks(label, decision_id=number)
        self._tell(
            EventKind.DECIDED,
            image_id=label.image_id,
            expression_id=label.expression_id,
            decision_id=number,
            value=label.text,
        )
        self._settle_categories(label)
        status = STATUS_AFTER[label.action]
        self._add(_DECIDED, expression=label.expression_id, decision=number, now=status)
        self._touched.add(label.image_id)
        return number

    def is_current(self, session: Session) -> bool:
        """Whether nothing happened in the project since the rows were begun: their ids are still free."""
        return log.read_last_seq(session.connection()) + 1 == self._first_seq

    def write(self, session: Session, *, step: Callable[[int], None]) -> None:
        """Write the rows and the counts that follow.

        Args:
            session: of the transaction.
            step: called with the number of rows written; raises to stop.
        """
        self._flush()
        if self._spool is None:
            raise ValueError("nothing was kept to be written")
        now = datetime.now(UTC)
        connection = session.connection()
        done = 0
        for name, rows in self._spool.chunks():
            if name in _DATED:
                for row in rows:
                    row["created_at"] = now
            connection.execute(_STATEMENTS[name], rows)
            done += len(rows)
            step(done)
        session.expire_all()
        self._finish_images(session)
        count_again(session, self._touched)

    def finish(self, session: Session, name: str) -> int | None:
        """Append the event that takes all of it back; returns its seq, None where nothing happened.

        Args:
            session: of the transaction.
            name: of what was imported, for a person.
        """
        last_seq = log.read_last_seq(session.connection())
        if last_seq < self._first_seq:
            return None
        value = json.dumps({"name": name, "first": self._first_seq, "last": last_seq})
        return log.append_event(session, EventKind.IMPORTED, annotator=self._annotator, value=value)

    def _finish_images(self, session: Session) -> None:
        if self._new_images:
            log.append_event(
                session,
                EventKind.IMAGES_ADDED,
                annotator=self._annotator,
                origin=Origin.IMPORT,
                value=str(self._new_images),
            )
        append_image_changes(
            session,
            EventKind.SPLITS_SET,
            self._splits,
            annotator=self._annotator,
            origin=Origin.IMPORT,
        )

    def _add_masks(self, label: ImportedLabel, *, decision_id: int) -> None:
        for ordinal, (referent_id, mask) in enumerate(label.masks):
            is_first = ordinal == 0  # what a file says of the candidate is about the first mask
            self._add(
                DecisionMask.__tablename__,
                decision_id=decision_id,
                ordinal=ordinal,
                referent_id=referent_id,
                height=mask.height,
                width=mask.width,
                counts=mask.counts,
                proposal_counts=None,
                candidate_rank=label.candidate_rank if is_first else None,
                edited=label.edited and is_first,
                scores=[[name, value] for name, value in label.scores] if is_first else [],
            )

    def _settle_categories(self, label: ImportedLabel) -> None:
        """Tell the category of a new referent that is not that of the first decision which names it."""
        for referent_id, _ in label.masks:
            category = self._categories.pop(referent_id, label.category)
            if category != label.category:
                self._tell(
                    EventKind.CATEGORY_SET,
                    image_id=label.image_id,
                    referent_id=referent_id,
                    value=category,
                )

    def _tell(self, kind: EventKind, **columns: Any) -> None:
        named = dict.fromkeys(("image_id", "expression_id", "referent_id", "decision_id", "value"))
        self._add(
            Event.__tablename__,
            kind=kind,
            annotator=self._annotator,
            origin=Origin.IMPORT,
            **(named | columns),
        )

    def _add(self, table: str, **columns: Any) -> None:
        rows = self._rows[table]
        rows.append(columns)
        if len(rows) >= _CHUNK:
            self._flush()

    def _flush(self) -> None:
        """Hand on what was gathered, each table after those that it names."""
        for name, rows in self._rows.items():
            if self._spool is not None:
                self._spool.add(name, rows)
            rows.clear()


_STATEMENTS: Final[dict[str, Executable]] = {
    **{name: insert(table) for name, table in _BY_NAME.items()},
    _DECIDED: update(Expression)
    .where(Expression.id == bindparam("expression"))
    .values(decision_id=bindparam("decision"), status=bindparam("now")),
}
