"""Answers: masks that other programs gave for expressions, imported to be reviewed.

Unlike predictions they stay when the models here rank the expression themselves, so that both can be looked
at. They are no decisions and touch none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import delete, func, insert, select

from tas_desktop.storage.models import AnswerRecord, Event, Expression
from tas_desktop.storage.referents import stored_mask
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from tas_desktop.domain.mask import Mask
    from tas_desktop.storage.transactions import Transactions

_CHUNK: Final = 10_000


class Answer(NamedTuple):
    """One mask that a program gave for an expression; several where it names several objects.

    Attributes:
        expression_id, image_id, text: the expression, as the program was asked.
        name: of the program.
        mask: what it gave.
        score: how sure it was; None where it does not say.
    """

    expression_id: int
    image_id: int
    text: str
    name: str
    mask: Mask
    score: float | None = None


class Answers:
    """Reads the answers of one project."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_expression(self, expression_id: int) -> list[Answer]:
        """The newest program's masks for an expression's present text, in the order it gave them.

        Those of an import that was taken back are left out.
        """
        query = (
            _standing()
            .where(AnswerRecord.expression_id == expression_id)
            .order_by(AnswerRecord.import_seq.desc(), AnswerRecord.name, AnswerRecord.ordinal)
        )
        with self._transactions.read_records() as session:
            rows = list(session.scalars(query))
            return [_answer(row) for row in rows if row.name == rows[0].name]

    def iterate(self) -> Iterator[Answer]:
        """Every program's masks for the present text of each expression, in the order it gave them.

        Those of an import that was taken back are left out.
        """
        order = (AnswerRecord.name, AnswerRecord.expression_id, AnswerRecord.ordinal)
        with self._transactions.read_records() as session:
            for row in session.scalars(_standing().order_by(*order)):
                yield _answer(row)

    def names(self) -> list[str]:
        """Of the programs that have answered any present text, sorted."""
        named = _standing().with_only_columns(AnswerRecord.name).distinct().order_by(AnswerRecord.name)
        with self._transactions.read() as connection:
            return list(connection.scalars(named))

    def count(self) -> int:
        """How many expressions have an answer."""
        query = select(func.count(func.distinct(AnswerRecord.expression_id)))
        with self._transactions.read() as connection:
            return connection.execute(query).scalar_one()


def _standing() -> Select[AnswerRecord]:
    """Answers to the present text of an expression, without those of an import that was taken back."""
    last_word = (
        select(Event.kind)
        .where(Event.target_seq == AnswerRecord.import_seq)
        .order_by(Event.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(AnswerRecord)
        .join(Expression, Expression.id == AnswerRecord.expression_id)
        .where(Expression.text == AnswerRecord.text, Expression.removed.is_(False))
        .where(func.coalesce(last_word, "") != EventKind.UNDONE)
    )


def write_answers(session: Session, answers: Sequence[Answer], *, import_seq: int) -> None:
    """Write answers in place of older ones of the same program to the same expressions.

    Args:
        session: of the transaction.
        answers: those of one program for one expression in its order.
        import_seq: the event that the import ended with.
    """
    connection = session.connection()
    asked = {answer.expression_id: answer.name for answer in answers}
    for name in set(asked.values()):
        ids = [number for number, other in asked.items() if other == name]
        for start in range(0, len(ids), _CHUNK):
            old = AnswerRecord.expression_id.in_(ids[start : start + _CHUNK])
            connection.execute(delete(AnswerRecord).where(AnswerRecord.name == name, old))
    given: Counter[tuple[int, str]] = Counter()
    rows = []
    for answer in answers:
        mask = answer.mask
        key = (answer.expression_id, answer.name)
        rows.append(
            {
                "expression_id": answer.expression_id,
                "name": answer.name,
                "ordinal": given[key],
                "image_id": answer.image_id,
                "text": answer.text,
                "height": mask.height,
                "width": mask.width,
                "counts": mask.counts,
                "score": answer.score,
                "import_seq": import_seq,
            }
        )
        given[key] += 1
    for start in range(0, len(rows), _CHUNK):
        connection.execute(insert(AnswerRecord), rows[start : start + _CHUNK])


def _answer(row: AnswerRecord) -> Answer:
    mask = stored_mask(row.height, row.width, row.counts)
    return Answer(row.expression_id, row.image_id, row.text, row.name, mask, row.score)
