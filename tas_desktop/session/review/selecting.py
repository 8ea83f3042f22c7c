"""Which rows of the queue pass a filter, and in what order their pictures come."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.session.review.filter_terms import NumberTerm, QueueFilter, TextTerm, WordTerm
from tas_desktop.session.review.orders import UNDECIDED, QueueOrder, expression_keys, order_images
from tas_desktop.storage.review_values import CHECKS, EXPRESSION_STATUSES, IMAGE_STATUSES, SOURCES
from tas_desktop.storage.rows import ExpressionStatus, ImageStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from tas_desktop.engine.control import CancelToken
    from tas_desktop.session.review.columns import QueueColumns
    from tas_desktop.session.review.filter_terms import Term

_CHUNK = 16_384  # texts searched before other threads get their turn
_COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
_OF_IMAGE = {
    "todo": (ImageStatus.UNTOUCHED, ImageStatus.PROPOSED, ImageStatus.PARTLY_DONE),
    "untouched": (ImageStatus.UNTOUCHED,),
    "proposed": (ImageStatus.PROPOSED,),
    "partly": (ImageStatus.PARTLY_DONE,),
    "done": (ImageStatus.DONE,),
    "flagged": (ImageStatus.FLAGGED,),
}
_OF_EXPRESSION = {
    "undecided": ExpressionStatus.UNDECIDED,
    "accepted": ExpressionStatus.ACCEPTED,
    "no-target": ExpressionStatus.NO_TARGET,
    "skipped": ExpressionStatus.SKIPPED,
}


@dataclass(frozen=True)
class Selection:
    """What the list shows.

    Attributes:
        columns: the table that was asked.
        places: int64, places of the pictures in ``columns.images``, in the queue's order.
        passed: for each row of the columns whether the filter lets it through.
        order, seed: the queue's order.
    """

    columns: QueueColumns
    places: NDArray[np.int64]
    passed: NDArray[np.bool_]
    order: QueueOrder
    seed: int

    @property
    def open_count(self) -> int:
        """Undecided expressions that pass."""
        return int(np.count_nonzero(self.passed & (self.columns.expressions.statuses == UNDECIDED)))

    @cached_property
    def open_places(self) -> NDArray[np.bool_]:
        """Whether each picture has something left to decide that passes."""
        return np.logical_or.reduceat(self.passed & _is_open(self.columns), self.columns.firsts[:-1])

    @cached_property
    def _hidden_ids(self) -> NDArray[np.int64]:
        return np.sort(self.columns.expressions.expression_ids[~self.passed])

    def passing(self, expression_ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the expressions pass; those that are younger than the selection do."""
        hidden = self._hidden_ids
        if not len(hidden):
            return np.ones(len(expression_ids), dtype=bool)
        places = np.minimum(np.searchsorted(hidden, expression_ids), len(hidden) - 1)
        found: NDArray[np.bool_] = hidden[places] != expression_ids
        return found


def select(
    columns: QueueColumns,
    query: QueueFilter,
    *,
    order: QueueOrder,
    seed: int = 0,
    token: CancelToken | None = None,
) -> Selection:
    """Ask the columns.

    Args:
        columns: the queue's table.
        query: the filter.
        order: the order of the pictures.
        seed: of the random order.
        token: stops the search between chunks.

    Raises:
        Cancelled: the token was set.
    """
    passed = np.ones(len(columns.expressions.texts), dtype=bool)
    search = _Search(columns, passed, token)
    # Numbers first: texts are then looked for in the rows that are left.
    for term in sorted(query.terms, key=_is_text):
        found = search.rows_of(term)
        passed &= ~found if term.negated else found
    return Selection(columns, order_images(columns, passed, order, seed=seed), passed, order, seed)


def rank_on_image(selection: Selection, columns: QueueColumns, image_id: int) -> tuple[int, ...]:
    """Ids of those expressions of an image that pass, in the queue's order.

    Args:
        selection: what the list shows.
        columns: the newest table.
        image_id: the picture.
    """
    place = columns.place_of(image_id)
    if place is None:
        return ()
    rows = columns.rows_of(place)
    ids = columns.expressions.expression_ids[rows]
    keys = expression_keys(columns, selection.order, seed=selection.seed, rows=rows)
    order = np.argsort(np.nan_to_num(keys, nan=np.inf), kind="stable")
    wanted = selection.passing(ids) & (ids != 0)
    return tuple(ids[order][wanted[order]].tolist())


def has_open(selection: Selection, columns: QueueColumns, image_id: int) -> bool:
    """Whether an image has something left to decide that passes."""
    place = columns.place_of(image_id)
    if place is None:
        return False
    rows = columns.rows_of(place)
    ids = columns.expressions.expression_ids[rows]
    return bool(np.any(selection.passing(ids) & _is_open(columns)[rows]))


def _is_open(columns: QueueColumns) -> NDArray[np.bool_]:
    """Undecided expressions, and pictures that have none yet."""
    table = columns.expressions
    found: NDArray[np.bool_] = (table.statuses == UNDECIDED) | (table.expression_ids == 0)
    return found


def _is_text(term: Term) -> bool:
    return isinstance(term, TextTerm) or term.field in {"name", "text"}


class _Search:
    """Answers single terms with one truth value for each row of the columns.

    ``wanted`` says which rows still matter; an answer about the others may be anything.
    """

    def __init__(
        self,
        columns: QueueColumns,
        wanted: NDArray[np.bool_],
        token: CancelToken | None,
    ) -> None:
        self._columns, self._wanted, self._token = columns, wanted, token

    def rows_of(self, term: Term) -> NDArray[np.bool_]:
        if isinstance(term, NumberTerm):
            return self._compare(term)
        if isinstance(term, TextTerm):
            return self._in_path(term.text) | self._in_text(term.text)
        answers: dict[str, Callable[[WordTerm], NDArray[np.bool_]]] = {
            "status": self._status,
            "source": self._source,
            "check": self._check,
            "split": self._split,
            "category": self._category,
            "kind": self._kind,
            "name": lambda term: self._in_path(term.words[0]),
            "text": lambda term: self._in_text(term.words[0]),
        }
        return answers[term.field](term)

    def _compare(self, term: NumberTerm) -> NDArray[np.bool_]:
        table = self._columns.expressions
        values: NDArray[np.generic]
        if term.field == "expressions":
            values = self._columns.counts[self._columns.image_of]
        else:
            values = {
                "margin": table.margins,
                "rivals": table.rivals,
                "disagreement": table.disagreements,
            }[term.field]
        # A value that is not there passes no comparison, "not equal" included.
        found: NDArray[np.bool_] = _COMPARE[term.sign](values, np.float32(term.value)) & ~np.isnan(values)
        return found

    def _status(self, term: WordTerm) -> NDArray[np.bool_]:
        of_image = {s for word in term.words for s in _OF_IMAGE.get(word, ())}
        of_expression = [_OF_EXPRESSION[word] for word in term.words if word in _OF_EXPRESSION]
        images = np.isin(self._columns.images.statuses, [IMAGE_STATUSES.index(s) for s in of_image])
        rows = np.isin(
            self._columns.expressions.statuses, [EXPRESSION_STATUSES.index(s) for s in of_expression]
        )
        found: NDArray[np.bool_] = images[self._columns.image_of] | rows
        return found

    def _source(self, term: WordTerm) -> NDArray[np.bool_]:
        wanted = [place for place, source in enumerate(SOURCES) if source.value in term.words]
        return np.isin(self._columns.expressions.sources, wanted)

    def _check(self, term: WordTerm) -> NDArray[np.bool_]:
        wanted = [CHECKS.index(word) for word in term.words]
        table = self._columns.expressions
        found: NDArray[np.bool_] = np.isin(table.checks, wanted) & (table.decision_ids != 0)
        return found

    def _split(self, term: WordTerm) -> NDArray[np.bool_]:
        return np.isin(self._columns.images.splits, self._numbers(term.words))[self._columns.image_of]

    def _kind(self, term: WordTerm) -> NDArray[np.bool_]:
        table = self._columns.expressions
        found: NDArray[np.bool_] = np.isin(table.kinds, self._numbers(term.words))
        found &= table.expression_ids != 0
        return found

    def _category(self, term: WordTerm) -> NDArray[np.bool_]:
        table = self._columns.expressions
        found: NDArray[np.bool_] = np.isin(table.categories, self._numbers(term.words))
        found &= table.expression_ids != 0
        return found

    def _numbers(self, words: Sequence[str]) -> list[int]:
        numbers = (self._columns.vocabulary.find(word) for word in words)
        return [number for number in numbers if number is not None]

    def _in_path(self, text: str) -> NDArray[np.bool_]:
        asked = np.flatnonzero(np.logical_or.reduceat(self._wanted, self._columns.firsts[:-1]))
        return self._contains(self._columns.images.paths, asked, text)[self._columns.image_of]

    def _in_text(self, text: str) -> NDArray[np.bool_]:
        if self._token is not None:
            self._token.check()
        return self._columns.expressions.texts.contain(text)

    def _contains(self, texts: Sequence[str], asked: NDArray[np.int64], wanted: str) -> NDArray[np.bool_]:
        found = np.zeros(len(texts), dtype=bool)
        every = len(asked) == len(texts)
        for start in range(0, len(asked), _CHUNK):
            if self._token is not None:
                self._token.check()
            rows = asked[start : start + _CHUNK]
            part = texts[start : start + _CHUNK] if every else [texts[row] for row in rows.tolist()]
            hits = map(operator.contains, part, repeat(wanted))
            found[rows] = np.fromiter(hits, dtype=bool, count=len(part))
        return found
