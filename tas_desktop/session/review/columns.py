"""Everything the queue asks about, as columns in memory: 100,000 pictures, 300,000 expressions.

A picture without expressions has one row all the same, with id 0 and no text, so that every picture
can pass a filter and has a place in every order. The rows of a picture are neighbours, pictures come in
the order they were added. A `QueueColumns` never changes: `with_image` gives a new one, so the GUI thread
may read the one it has while a lane makes the next.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from tas_desktop.session.review.text_column import TextColumn, Vocabulary
from tas_desktop.storage.review_values import ReviewExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from tas_desktop.storage.review_values import ReviewImage

_CHUNK = 8_192  # rows held at once: more would keep Python's collector busy, and other threads waiting
_NUMBERS = {
    "expression_ids": np.int64,
    "statuses": np.int8,
    "sources": np.int8,
    "categories": np.int32,
    "kinds": np.int32,
    "margins": np.float32,
    "rivals": np.float32,
    "disagreements": np.float32,
    "decision_ids": np.int64,
    "decided_at": np.float64,
    "checks": np.int8,
}
_FIELD_OF = {
    "expression_ids": "expression_id",
    "statuses": "status",
    "sources": "source",
    "categories": "category",
    "kinds": "kind",
    "margins": "margin",
    "rivals": "rivals",
    "disagreements": "disagreement",
    "decision_ids": "decision_id",
    "decided_at": "decided_at",
    "checks": "check",
}


def _no_category(_text: str) -> str:
    return ""


@dataclass(frozen=True)
class ImageColumns:
    """One entry for each picture.

    Attributes:
        ids: int64, ascending.
        statuses: int8, places in ``IMAGE_STATUSES``.
        splits: int32, numbers of the vocabulary.
        paths: in lower case.
    """

    ids: NDArray[np.int64]
    statuses: NDArray[np.int8]
    splits: NDArray[np.int32]
    paths: Sequence[str]


@dataclass(frozen=True)
class ExpressionColumns:
    """One entry for each expression, and one for each picture without any.

    Attributes:
        expression_ids: int64; 0 stands for "no expression".
        statuses: int8, places in ``EXPRESSION_STATUSES``; -1 without an expression.
        sources: int8, places in ``SOURCES``; -1 without an expression.
        categories: int32, numbers of the vocabulary: of the first object, or guessed from the text.
        kinds: int32, numbers of the vocabulary.
        margins, rivals, disagreements: float32 of the prediction; NaN without one.
        decision_ids: int64 of the standing decision; 0 without one.
        decided_at: float64, seconds since 1970 in UTC; NaN without a decision.
        checks: int8, places in ``CHECKS``.
        texts: in lower case; empty without an expression.
    """

    expression_ids: NDArray[np.int64]
    statuses: NDArray[np.int8]
    sources: NDArray[np.int8]
    categories: NDArray[np.int32]
    kinds: NDArray[np.int32]
    margins: NDArray[np.float32]
    rivals: NDArray[np.float32]
    disagreements: NDArray[np.float32]
    decision_ids: NDArray[np.int64]
    decided_at: NDArray[np.float64]
    checks: NDArray[np.int8]
    texts: TextColumn

    def slice(self, start: int, stop: int) -> ExpressionColumns:
        """The rows from ``start`` to ``stop`` (exclusive)."""
        return ExpressionColumns(*(getattr(self, field.name)[start:stop] for field in fields(self)))


@dataclass(frozen=True)
class QueueColumns:
    """The queue's table.

    Attributes:
        images, expressions: the columns.
        firsts: int64 of shape (images + 1,): where each picture's rows begin, and the end of all.
        vocabulary: the words behind the numbers.
        guess: gives a text in lower case the category that it has none of yet.
    """

    images: ImageColumns
    expressions: ExpressionColumns
    firsts: NDArray[np.int64]
    vocabulary: Vocabulary
    guess: Callable[[str], str]

    @cached_property
    def image_of(self) -> NDArray[np.int64]:
        """The picture of each row, as a place in ``images``."""
        return np.repeat(np.arange(len(self.images.ids)), np.diff(self.firsts))

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Expressions of each picture."""
        real = self.expressions.expression_ids != 0
        return np.add.reduceat(real.astype(np.int64), self.firsts[:-1]) if len(self.images.ids) else real[:0]

    @classmethod
    def build(
        cls,
        images: Iterable[ReviewImage],
        expressions: Iterable[ReviewExpression],
        *,
        guess: Callable[[str], str] = _no_category,
        vocabulary: Vocabulary | None = None,
    ) -> QueueColumns:
        """Make the columns.

        Args:
            images: by id; all of them are taken before the first expression.
            expressions: by image id, then by place in its list; of these images only.
            guess: gives a text in lower case the category that it has none of yet.
            vocabulary: words that other columns use already.
        """
        words = Vocabulary() if vocabulary is None else vocabulary
        pictures = _image_columns(images, words)
        parts = [_expression_columns([], words, guess)]
        owners = [np.zeros(0, dtype=np.int64)]
        for rows in _chunks(expressions):
            parts.append(_expression_columns(rows, words, guess))
            owners.append(np.array([row.image_id for row in rows], dtype=np.int64))
        places = np.searchsorted(pictures.ids, np.concatenate(owners))
        counts = np.bincount(places, minlength=len(pictures.ids))[: len(pictures.ids)]
        table = _joined(parts)
        holes = np.concatenate([[0], np.cumsum(counts)])[np.flatnonzero(counts == 0)]
        if len(holes):
            table = _with_holes(table, holes)
        firsts = np.concatenate([[0], np.cumsum(np.maximum(counts, 1))]).astype(np.int64)
        return cls(pictures, table, firsts, words, guess)

    def place_of(self, image_id: int) -> int | None:
        """Place of a picture in ``images``."""
        place = int(np.searchsorted(self.images.ids, image_id))
        known = place < len(self.images.ids) and self.images.ids[place] == image_id
        return place if known else None

    def rows_of(self, place: int) -> slice:
        """The rows of the picture in a place."""
        return slice(int(self.firsts[place]), int(self.firsts[place + 1]))

    def with_image(self, image: ReviewImage, expressions: Sequence[ReviewExpression]) -> QueueColumns:
        """The same columns with a picture's own rows read anew; a picture that is unknown changes nothing."""
        place = self.place_of(image.image_id)
        if place is None:
            return self
        fresh = QueueColumns.build([image], expressions, guess=self.guess, vocabulary=self.vocabulary)
        rows = self.rows_of(place)
        if self._is_the_same(place, rows, fresh):
            return self
        total = len(self.expressions.texts)
        before, after = self.expressions.slice(0, rows.start), self.expressions.slice(rows.stop, total)
        table = _joined([before, fresh.expressions, after])
        firsts = self.firsts.copy()
        firsts[place + 1 :] += len(fresh.expressions.texts) - (rows.stop - rows.start)
        statuses, splits = self.images.statuses.copy(), self.images.splits.copy()
        statuses[place], splits[place] = fresh.images.statuses[0], fresh.images.splits[0]
        images = ImageColumns(self.images.ids, statuses, splits, self.images.paths)
        return QueueColumns(images, table, firsts, self.vocabulary, self.guess)

    def _is_the_same(self, place: int, rows: slice, fresh: QueueColumns) -> bool:
        """Whether a picture's rows are as they were: most are only looked at, and all columns are long."""
        before, now = self.expressions.slice(rows.start, rows.stop), fresh.expressions
        return (
            self.images.statuses[place] == fresh.images.statuses[0]
            and self.images.splits[place] == fresh.images.splits[0]
            and before.texts.texts == now.texts.texts
            and all(np.array_equal(getattr(before, n), getattr(now, n), equal_nan=True) for n in _NUMBERS)
        )


def _image_columns(images: Iterable[ReviewImage], words: Vocabulary) -> ImageColumns:
    ids, statuses, splits, paths = [], [], [], []
    for image in images:
        ids.append(image.image_id)
        statuses.append(image.status)
        splits.append(words.number(image.split.lower()))
        paths.append(image.path.lower())
    return ImageColumns(
        np.array(ids, dtype=np.int64), np.array(statuses, np.int8), np.array(splits, np.int32), paths
    )


def _chunks(rows: Iterable[ReviewExpression]) -> Iterator[list[ReviewExpression]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _expression_columns(
    rows: Sequence[ReviewExpression], words: Vocabulary, guess: Callable[[str], str]
) -> ExpressionColumns:
    by_name = dict(zip(ReviewExpression._fields, zip(*rows, strict=True), strict=True)) if rows else {}
    values: dict[str, Sequence[Any]] = {name: by_name.get(field, ()) for name, field in _FIELD_OF.items()}
    texts = [text.lower() for text in by_name.get("text", ())]
    named = zip(values["categories"], texts, strict=True)
    values["categories"] = [words.number(category.lower() or guess(text)) for category, text in named]
    values["kinds"] = [words.number(kind.lower()) for kind in values["kinds"]]
    arrays = {name: np.array(values[name], dtype=kind) for name, kind in _NUMBERS.items()}
    return ExpressionColumns(texts=TextColumn.build(texts, words), **arrays)


_HOLE = {
    "statuses": -1,
    "sources": -1,
    "margins": np.nan,
    "rivals": np.nan,
    "disagreements": np.nan,
    "decided_at": np.nan,
}


def _with_holes(table: ExpressionColumns, holes: NDArray[np.int64]) -> ExpressionColumns:
    """Rows that stand for "no expression" put in before each of the given rows."""
    arrays = {name: np.insert(getattr(table, name), holes, _HOLE.get(name, 0)) for name in _NUMBERS}
    column = table.texts
    texts: list[str] = []
    start = 0
    for hole in holes.tolist():
        texts += column.texts[start:hole]
        texts.append("")
        start = hole
    texts += column.texts[start:]
    # Each has one word, the empty one, whose number is 0.
    words = np.insert(column.words, column.firsts[holes], 0)
    lengths = np.insert(np.diff(column.firsts), holes, 1)
    firsts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return ExpressionColumns(texts=TextColumn(texts, words, firsts, column.vocabulary), **arrays)


def _joined(parts: Sequence[ExpressionColumns]) -> ExpressionColumns:
    arrays = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _NUMBERS}
    return ExpressionColumns(texts=TextColumn.join([part.texts for part in parts]), **arrays)
