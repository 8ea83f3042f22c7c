"""The writing half of an import: rows and their events, gathered and handed to SQLite by the thousand."""

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
    Base,
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
    from sqlalchemy.orm import Session

    from tas_desktop.storage.importing.rows import ImportedExpression, ImportedImage, ImportedLabel

_CHUNK: Final = 20_000  # rows gathered before they are handed on
_IN_ORDER: Final = (
    Image,
    Expression,
    Referent,
    DecisionRecord,
    DecisionMask,
    Event,
)  # as they name each other


class ImportWriter:
    """Writes images, expressions, referents and decisions that come from a file.

    Nothing that it wrote is there to be queried before ``finish``.

    Args:
        session: of the transaction.
        annotator: who imports.
        dry: only give out ids; write nothing.

    Attributes:
        first_seq: seq of the first event that it writes.
    """

    def __init__(self, session: Session, *, annotator: str, dry: bool = False) -> None:
        self._session, self._annotator, self._dry = session, annotator, dry
        self._now = datetime.now(UTC)
        self.first_seq = log.read_last_seq(session.connection()) + 1
        self._images = Ids(session, Image.id)
        self._expressions = Ids(session, Expression.id)
        self._referents = Ids(session, Referent.id)
        self._decisions = Ids(session, DecisionRecord.id)
        self._rows: dict[type[Base], list[dict[str, Any]]] = {table: [] for table in _IN_ORDER}
        self._decided: list[dict[str, Any]] = []
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
            Image,
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
            Expression,
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
        self._add(Referent, id=number, image_id=image_id, category=category)
        self._categories[number] = category
        return number

    def decide(self, label: ImportedLabel) -> int:
        """Let a decision stand on an expression, added before or undecided till now; returns its id."""
        number = self._decisions.take()
        ground = label.provenance
        self._add(
            DecisionRecord,
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
            created_at=self._now,
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
        self._decided.append(
            {"expression": label.expression_id, "decision": number, "now": STATUS_AFTER[label.action]}
        )
        self._touched.add(label.image_id)
        return number

    def flush(self) -> None:
        """Hand what was gathered to SQLite."""
        connection = self._session.connection()
        for table in _IN_ORDER:
            rows, self._rows[table] = self._rows[table], []
            if rows and not self._dry:
                connection.execute(insert(table), rows)
        decided, self._decided = self._decided, []
        if decided and not self._dry:
            connection.execute(
                update(Expression)
                .where(Expression.id == bindparam("expression"))
                .values(decision_id=bindparam("decision"), status=bindparam("now")),
                decided,
            )

    def finish(self, name: str) -> int | None:
        """Write the rest, the counts and the event that takes all of it back; returns its seq.

        Args:
            name: of what was imported, for a person.

        Returns:
            None where nothing was new, or nothing is written.
        """
        self.flush()
        if self._dry:
            return None
        session = self._session
        session.expire_all()
        self._finish_images()
        count_again(session, self._touched)
        last_seq = log.read_last_seq(session.connection())
        if last_seq < self.first_seq:
            return None
        value = json.dumps({"name": name, "first": self.first_seq, "last": last_seq})
        return log.append_event(session, EventKind.IMPORTED, annotator=self._annotator, value=value)

    def _finish_images(self) -> None:
        if self._new_images:
            log.append_event(
                self._session,
                EventKind.IMAGES_ADDED,
                annotator=self._annotator,
                origin=Origin.IMPORT,
                value=str(self._new_images),
            )
        append_image_changes(
            self._session,
            EventKind.SPLITS_SET,
            self._splits,
            annotator=self._annotator,
            origin=Origin.IMPORT,
        )

    def _add_masks(self, label: ImportedLabel, *, decision_id: int) -> None:
        for ordinal, (referent_id, mask) in enumerate(label.masks):
            is_first = ordinal == 0  # what a file says of the candidate is about the first mask
            self._add(
                DecisionMask,
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
            Event,
            kind=kind,
            annotator=self._annotator,
            origin=Origin.IMPORT,
            created_at=self._now,
            **(named | columns),
        )

    def _add(self, table: type[Base], **columns: Any) -> None:
        rows = self._rows[table]
        rows.append(columns)
        if len(rows) >= _CHUNK:
            self.flush()
