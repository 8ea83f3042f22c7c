"""A project as a dataset: everything decided on it, image by image, from one consistent moment."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import func, select

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence, SentenceOrigin
from tas_desktop.storage.categories import read_categories
from tas_desktop.storage.category_projection import read_aliases
from tas_desktop.storage.errors import ProjectDamaged
from tas_desktop.storage.models import DecisionMask, DecisionRecord, Expression, Image, Referent
from tas_desktop.storage.provenance import read_provenance
from tas_desktop.storage.reading import read_images
from tas_desktop.storage.referents import live_referents
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.storage.rows import ImageRow, ReferentRow

_AT_ONCE: Final = 200  # images whose masks are in memory together
_LABELLED: Final = (ExpressionStatus.ACCEPTED, ExpressionStatus.NO_TARGET)


class _ChosenRow(NamedTuple):
    """One mask of a standing decision, without the mask."""

    referent_id: int
    candidate_rank: int | None
    edited: bool
    scores: Sequence[Sequence[Any]]


class StoredDataset:
    """What ``ProjectStore.begin_dataset`` gives; may be gone through several times while that lasts.

    Ids are the project's own, so that they stay the same from export to export: an object's is its
    referent's, a sentence's its expression's, a reference's the smallest of its sentences'. Sentences that
    name the same objects make one reference (formats.md section 0, clause 10); each that names none makes
    one of its own. Skipped and flagged expressions are in none, see ``count_by_status``.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def categories(self) -> CategoryTable:
        """The project's own table."""
        return read_categories(self._connection)

    @property
    def image_count(self) -> int:
        """Images with expressions."""
        query = select(func.count()).select_from(Image).where(Image.expression_count > 0)
        return self._connection.execute(query).scalar_one()

    def count_by_status(self) -> dict[ExpressionStatus, int]:
        """How many expressions stand where."""
        query = select(Expression.status, func.count()).where(Expression.removed.is_(False))
        rows = self._connection.execute(query.group_by(Expression.status))
        return {ExpressionStatus(status): count for status, count in rows}

    def image_rows(self) -> list[ImageRow]:
        """All images of the project, in the order they were added."""
        return read_images(self._connection)

    def paths(self) -> list[tuple[int, str]]:
        """Ids and stored paths of the images with expressions, in the order they were added.

        The others are in no dataset, so they have no say in how its images are named either.
        """
        query = select(Image.id, Image.path).where(Image.expression_count > 0)
        rows = self._connection.execute(query.order_by(Image.id))
        return [(image_id, path) for image_id, path in rows]

    def count_categories(self) -> list[tuple[int, str, int]]:
        """Image id, category and how many accepted objects of it, where there are any."""
        query = (
            select(Referent.image_id, Referent.category, func.count(func.distinct(Referent.id)))
            .join(DecisionMask, DecisionMask.referent_id == Referent.id)
            .join(Expression, Expression.decision_id == DecisionMask.decision_id)
            .where(Expression.removed.is_(False))
            .group_by(Referent.image_id, Referent.category)
            .order_by(Referent.image_id, Referent.category)
        )
        aliases = read_aliases(self._connection)
        return [
            (image_id, aliases.get(category, category), count)
            for image_id, category, count in self._connection.execute(query)
        ]

    def images(self, *, with_origin: bool = True) -> Iterator[DatasetImage]:
        """Images with expressions, by id.

        Names are the stored paths, sizes 0 where the project does not know them and no mask tells.

        Raises:
            ProjectDamaged: the project's file was tampered with.
        """
        query = select(Image.id, Image.path, Image.height, Image.width, Image.split)
        listed = iter(
            self._connection.execute(query.where(Image.expression_count > 0).order_by(Image.id)).all()
        )
        while rows := list(islice(listed, _AT_ONCE)):
            first, last = rows[0].id, rows[-1].id
            objects = self._objects(first, last)
            sentences = self._sentences(first, last, with_origin=with_origin)
            if strange := (objects.keys() | sentences.keys()) - {row.id for row in rows}:
                raise ProjectDamaged(
                    f"The project file lacks image {min(strange)}, which has annotations",
                    next_step="Put back a copy of the project file",
                )
            for row in rows:
                yield _as_image(row, objects.get(row.id, []), sentences.get(row.id, []))

    def _objects(self, first: int, last: int) -> dict[int, list[ReferentRow]]:
        found: dict[int, list[ReferentRow]] = {}
        for row in live_referents(self._connection, Referent.image_id.between(first, last)):
            found.setdefault(row.image_id, []).append(row)
        return found

    def _sentences(self, first: int, last: int, *, with_origin: bool) -> dict[int, list[_Said]]:
        chosen = self._chosen(first, last)
        query = (
            select(
                Expression.id,
                Expression.image_id,
                Expression.text,
                Expression.source,
                Expression.status,
                Expression.decision_id,
                DecisionRecord.text.label("decided_text"),
                DecisionRecord.annotator,
                DecisionRecord.action,
                DecisionRecord.seconds_spent,
                *(
                    (
                        DecisionRecord.ranking_id,
                        DecisionRecord.method,
                        DecisionRecord.profile,
                        DecisionRecord.components,
                        DecisionRecord.params,
                    )
                    if with_origin
                    else ()
                ),
            )
            .outerjoin(DecisionRecord, DecisionRecord.id == Expression.decision_id)
            .where(Expression.removed.is_(False), Expression.image_id.between(first, last))
            .where(Expression.status.in_([*_LABELLED, ExpressionStatus.UNDECIDED]))
            .order_by(Expression.image_id, Expression.position, Expression.id)
        )
        return {
            image_id: [
                _as_said(row, chosen.get(row.decision_id, []), with_origin=with_origin) for row in rows
            ]
            for image_id, rows in groupby(self._connection.execute(query), key=attrgetter("image_id"))
        }

    def _chosen(self, first: int, last: int) -> dict[int, list[_ChosenRow]]:
        query = (
            select(
                DecisionMask.decision_id,
                DecisionMask.referent_id,
                DecisionMask.candidate_rank,
                DecisionMask.edited,
                DecisionMask.scores,
            )
            .join(Expression, Expression.decision_id == DecisionMask.decision_id)
            .where(Expression.removed.is_(False), Expression.image_id.between(first, last))
            .order_by(DecisionMask.decision_id, DecisionMask.ordinal)
        )
        found: dict[int, list[_ChosenRow]] = {}
        for decision_id, referent_id, rank, edited, scores in self._connection.execute(query):
            found.setdefault(decision_id, []).append(_ChosenRow(referent_id, rank, edited, scores))
        return found


class _Said(NamedTuple):
    """A sentence and what it names; None while nobody decided."""

    sentence: Sentence
    object_ids: tuple[int, ...] | None


def _as_said(row: Any, chosen: Sequence[_ChosenRow], *, with_origin: bool) -> _Said:
    origin = _as_origin(row, chosen) if with_origin else None
    if row.status not in _LABELLED:
        return _Said(Sentence(row.id, row.text, origin), None)
    # One object may be named twice where two masks of a decision were joined to it.
    object_ids = tuple(sorted({mask.referent_id for mask in chosen}))
    return _Said(Sentence(row.id, row.decided_text, origin), object_ids)


def _as_origin(row: Any, chosen: Sequence[_ChosenRow]) -> SentenceOrigin:
    if row.action is None:
        return SentenceOrigin(source=row.source, annotator="", action="")
    first = chosen[0] if chosen else None
    return SentenceOrigin(
        source=row.source,
        annotator=row.annotator,
        action=row.action,
        seconds_spent=row.seconds_spent,
        edited=any(mask.edited for mask in chosen),
        candidate_rank=first.candidate_rank if first else None,
        scores=tuple((str(name), float(value)) for name, value in first.scores) if first else (),
        provenance=read_provenance(row),
    )


def _as_image(row: Any, referents: Sequence[ReferentRow], said: Sequence[_Said]) -> DatasetImage:
    sized = referents[0].mask if referents else None
    return DatasetImage(
        image_id=row.id,
        file_name=row.path,
        height=row.height or (sized.height if sized else 0),
        width=row.width or (sized.width if sized else 0),
        objects=tuple(DatasetObject(known.referent_id, known.category, known.mask) for known in referents),
        references=_references(said),
        undecided=tuple(one.sentence for one in said if one.object_ids is None),
        split=row.split,
    )


def _references(said: Sequence[_Said]) -> tuple[Reference, ...]:
    by_target: defaultdict[tuple[int, ...], list[Sentence]] = defaultdict(list)
    references = []
    for sentence, object_ids in said:
        if object_ids:
            by_target[object_ids].append(sentence)
        elif object_ids is not None:
            references.append(Reference(sentence.sentence_id, (), (sentence,)))
    references += [
        Reference(min(sentence.sentence_id for sentence in sentences), object_ids, tuple(sentences))
        for object_ids, sentences in by_target.items()
    ]
    return tuple(sorted(references, key=attrgetter("reference_id")))
