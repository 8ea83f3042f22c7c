"""Writing predictions: many expressions in one transaction, in place of older ones."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert

from tas_desktop.storage.log import append_events
from tas_desktop.storage.models import Expression, Image, PredictionRecord, SetupRecord
from tas_desktop.storage.rows import EventKind, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session

    from tas_desktop.storage.prediction_rows import Prediction, Setup

_KEPT_TOTALS: Final = 5
_CHUNK: Final = 500  # rows looked up at once


class _Before(NamedTuple):
    """The image of an expression, and what was predicted for it before, if anything was."""

    image_id: int
    text: str | None
    counts: str | None


def write_predictions(
    session: Session, setup: Setup, predictions: Sequence[Prediction], *, annotator: str
) -> tuple[int, ...]:
    """Write what belongs to expressions on a list; return those for which another mask came first."""
    before = _look_up(session, [p.expression_id for p in predictions])
    kept = [p for p in predictions if p.expression_id in before]
    if not kept:
        return ()
    setup_id = _setup_id(session, setup)
    now = datetime.now(UTC)
    rows = [_row(p, before[p.expression_id], setup_id=setup_id, now=now) for p in kept]
    _upsert(session, rows)
    _tell(session, rows, annotator=annotator, now=now)
    return tuple(row["expression_id"] for row in rows if row["previous_counts"] is not None)


def _look_up(session: Session, expression_ids: Sequence[int]) -> dict[int, _Before]:
    """Image, text and first mask of the present prediction, for each expression that is on a list."""
    found = {}
    for chunk in _chunks(expression_ids):
        query = (
            select(Expression.id, Expression.image_id, PredictionRecord.text, PredictionRecord.counts)
            .outerjoin(PredictionRecord, PredictionRecord.expression_id == Expression.id)
            .where(Expression.id.in_(chunk), Expression.removed.is_(False))
        )
        found.update({row[0]: _Before(*row[1:]) for row in session.execute(query)})
    return found


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _CHUNK):
        yield numbers[start : start + _CHUNK]


def _row(prediction: Prediction, before: _Before, *, setup_id: int, now: datetime) -> dict[str, Any]:
    mask = prediction.mask
    counts = None if mask is None else mask.counts
    differs = before.text == prediction.text and before.counts != counts
    return {
        "expression_id": prediction.expression_id,
        "image_id": before.image_id,
        "setup_id": setup_id,
        "ranking_id": prediction.ranking_id,
        "text": prediction.text,
        "height": 0 if mask is None else mask.height,
        "width": 0 if mask is None else mask.width,
        "counts": counts,
        "previous_counts": before.counts if differs else None,
        "totals": [float(total) for total in prediction.totals[:_KEPT_TOTALS]],
        "margin": float(prediction.margin),
        "rivals": prediction.rivals,
        "disagreement": float(prediction.disagreement),
        "expression_kind": prediction.expression_kind,
        "created_at": now,
    }


def _upsert(session: Session, rows: list[dict[str, Any]]) -> None:
    statement = insert(PredictionRecord)
    replaced = {name: statement.excluded[name] for name in rows[0] if name != "expression_id"}
    session.connection().execute(
        statement.on_conflict_do_update(index_elements=["expression_id"], set_=replaced), rows
    )


def _tell(session: Session, rows: list[dict[str, Any]], *, annotator: str, now: datetime) -> None:
    image_ids = list(dict.fromkeys(row["image_id"] for row in rows))
    for chunk in _chunks(image_ids):
        session.connection().execute(update(Image).where(Image.id.in_(chunk)).values(proposed=True))
    event = {"kind": EventKind.PREDICTED, "annotator": annotator, "origin": Origin.BATCH, "created_at": now}
    append_events(session, [event | {"image_id": image_id} for image_id in image_ids])


def _setup_id(session: Session, setup: Setup) -> int:
    found = session.scalar(select(SetupRecord.id).where(SetupRecord.fingerprint == setup.fingerprint))
    if found is not None:
        return found
    record = SetupRecord(
        fingerprint=setup.fingerprint,
        method=setup.method,
        profile=setup.profile,
        components=[[c.role, c.name, c.revision] for c in setup.components],
        params=[[name, value] for name, value in setup.params],
    )
    session.add(record)
    session.flush()
    return record.id
