"""Queries behind the project store's reading functions."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, select

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.storage.models import DecisionMask, DecisionRecord, Event, Expression, Image
from tas_desktop.storage.provenance import read_provenance
from tas_desktop.storage.referents import stored_mask
from tas_desktop.storage.rows import (
    DecisionRow,
    ExpressionRow,
    ExpressionSource,
    ExpressionStatus,
    ImagePlace,
    ImageRow,
    ImageStatus,
    ProjectCounts,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy.orm import Session


def read_images(
    connection: Connection,
    *,
    offset: int = 0,
    limit: int | None = None,
    image_ids: Collection[int] | None = None,
) -> list[ImageRow]:
    """Image rows in the order they were added; of some images only where their ids are given."""
    query = select(
        Image.id,
        Image.path,
        Image.expression_count,
        Image.decided_count,
        Image.flagged_count,
        Image.proposed,
        Image.width,
        Image.height,
        Image.content_hash,
        Image.orientation,
        Image.split,
        Image.earlier_decisions,
    ).order_by(Image.id)
    if limit is not None or offset:
        query = query.limit(-1 if limit is None else limit).offset(offset)
    if image_ids is not None:
        query = query.where(Image.id.in_(image_ids))
    statuses: dict[tuple[int, ...], ImageStatus] = {}
    images = []
    # Plain rows of the driver: wrapping each of 100,000 costs as much as reading them.
    for row in connection.execute(query).cursor.fetchall():
        counts = row[2:6]
        status = statuses.get(counts)
        if status is None:
            total, decided, flagged, proposed = counts
            status = image_status(total, decided=decided, flagged=flagged, proposed=bool(proposed))
            statuses[counts] = status
        images.append(ImageRow(row[0], row[1], status, row[2], row[3], *row[6:]))
    return images


def read_places(connection: Connection) -> list[ImagePlace]:
    """Where all images are, in the order they were added."""
    query = select(Image.id, Image.path, Image.content_hash, Image.width, Image.height).order_by(Image.id)
    return [ImagePlace(*row) for row in connection.execute(query)]


def read_expressions(connection: Connection, *, image_id: int) -> list[ExpressionRow]:
    """An image's expressions in list order, removed ones left out."""
    rows = connection.execute(
        select(Expression, DecisionMask.referent_id, DecisionMask.proposal_counts)
        .outerjoin(DecisionMask, DecisionMask.decision_id == Expression.decision_id)
        .where(Expression.image_id == image_id, Expression.removed.is_(False))
        .order_by(Expression.position, Expression.id, DecisionMask.ordinal)
    )
    expressions = []
    for _, group in groupby(rows, key=attrgetter("id")):
        found = list(group)
        row = found[0]
        expressions.append(
            ExpressionRow(
                expression_id=row.id,
                image_id=row.image_id,
                position=row.position,
                text=row.text,
                source=ExpressionSource(row.source),
                status=ExpressionStatus(row.status),
                decision_id=row.decision_id,
                referent_ids=tuple(r.referent_id for r in found if r.referent_id is not None),
                proposal_counts=tuple(r.proposal_counts for r in found if r.proposal_counts),
            )
        )
    return expressions


def read_texts(connection: Connection) -> list[tuple[int, str]]:
    """Image id and text of every expression on a list."""
    query = select(Expression.image_id, Expression.text).where(Expression.removed.is_(False))
    return [(row.image_id, row.text) for row in connection.execute(query)]


def read_decisions(session: Session, *, expression_id: int) -> list[DecisionRow]:
    """Every decision ever made on an expression, oldest first, undone ones included."""
    query = (
        select(DecisionRecord, Event.seq)
        .join(Event, Event.decision_id == DecisionRecord.id)
        .where(DecisionRecord.expression_id == expression_id, Event.target_seq.is_(None))
        .order_by(DecisionRecord.id)
    )
    return [_decision_row(session, record, seq=seq) for record, seq in session.execute(query)]


def read_decision(session: Session, decision_id: int) -> Decision:
    """One decision as it was made."""
    record = session.get_one(DecisionRecord, decision_id)
    return _decision(record, _mask_records(session, decision_id))


def read_counts(connection: Connection, *, image_id: int | None = None) -> ProjectCounts:
    """Totals over the project, or those of one image, which cost the same in a project of any size."""
    of_image: list[ColumnElement[bool]] = [] if image_id is None else [Image.id == image_id]
    of_expression: list[ColumnElement[bool]] = [Expression.removed.is_(False)]
    if image_id is not None:
        of_expression.append(Expression.image_id == image_id)
    is_done = and_(Image.expression_count > 0, Image.decided_count == Image.expression_count)
    images, expressions, decided, done = connection.execute(
        select(
            func.count(),
            func.coalesce(func.sum(Image.expression_count), 0),
            func.coalesce(func.sum(Image.decided_count), 0),
            func.coalesce(func.sum(case((is_done, 1), else_=0)), 0),
        )
        .select_from(Image)
        .where(*of_image)
    ).one()
    referents = connection.execute(
        select(func.count(func.distinct(DecisionMask.referent_id)))
        .join(Expression, Expression.decision_id == DecisionMask.decision_id)
        .where(*of_expression)
    ).scalar_one()
    accepted = connection.execute(
        select(func.count())
        .select_from(Expression)
        .where(Expression.status == ExpressionStatus.ACCEPTED, *of_expression)
    ).scalar_one()
    return ProjectCounts(images, done, expressions, decided, referents, accepted)


def image_status(total: int, *, decided: int, flagged: int, proposed: bool) -> ImageStatus:
    """The status dot of an image by its counts."""
    if flagged:
        return ImageStatus.FLAGGED
    if decided:
        return ImageStatus.DONE if decided == total else ImageStatus.PARTLY_DONE
    return ImageStatus.PROPOSED if proposed else ImageStatus.UNTOUCHED


def _decision_row(session: Session, record: DecisionRecord, *, seq: int) -> DecisionRow:
    rows = _mask_records(session, record.id)
    referent_ids = tuple(row.referent_id for row in rows)
    return DecisionRow(record.id, seq, record.created_at, _decision(record, rows), referent_ids)


def _mask_records(session: Session, decision_id: int) -> list[DecisionMask]:
    query = select(DecisionMask).where(DecisionMask.decision_id == decision_id)
    return list(session.scalars(query.order_by(DecisionMask.ordinal)))


def _decision(record: DecisionRecord, rows: list[DecisionMask]) -> Decision:
    return Decision(
        expression_id=record.expression_id,
        action=DecisionAction(record.action),
        text=record.text,
        annotator=record.annotator,
        masks=tuple(_chosen_mask(row) for row in rows),
        category=record.category,
        seconds_spent=record.seconds_spent,
        note=record.note,
        provenance=read_provenance(record),
    )


def _chosen_mask(row: DecisionMask) -> ChosenMask:
    return ChosenMask(
        mask=stored_mask(row.height, row.width, row.counts),
        proposal_mask=stored_mask(row.height, row.width, row.proposal_counts)
        if row.proposal_counts
        else None,
        candidate_rank=row.candidate_rank,
        edited=row.edited,
        scores=tuple((str(name), float(value)) for name, value in row.scores),
    )
