"""Makes the queue's columns from the project, and from what was ranked in the window since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.domain.understanding import kind_of
from tas_desktop.engine.ambiguity import disagreement
from tas_desktop.session.review.category_guess import CategoryGuess
from tas_desktop.session.review.columns import QueueColumns

if TYPE_CHECKING:
    from collections.abc import Collection

    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.review_values import ReviewExpression


@dataclass(frozen=True, slots=True)
class LiveRanking:
    """A ranking at the screen of an expression that the project has.

    Attributes:
        image_id, expression_id: whose it is.
        ranking: complete, of the expression's text as it is stored.
    """

    image_id: int
    expression_id: int
    ranking: Ranking


class ColumnReader:
    """Lives in the queue's lane, where alone new columns are made; others look at the newest.

    What was ranked in the window is newer than the prediction in the project, and not written there: it
    counts until the project is opened again, or somebody else writes about that picture.

    Attributes:
        columns: the newest; None until the project has been read.
        is_outdated: a reading has failed since; the next one has to read everything.
    """

    def __init__(self) -> None:
        self.columns: QueueColumns | None = None
        self.is_outdated = False
        self._live: dict[int, LiveRanking] = {}

    def read_all(self, store: ProjectStore) -> QueueColumns:
        """Read every picture, as it is in the project."""
        self._live.clear()
        guess = CategoryGuess(store.categories.table())
        with store.review.stream() as (images, expressions):
            columns = QueueColumns.build(images, expressions, guess=guess)
        self.columns, self.is_outdated = columns, False
        return columns

    def read_images(
        self, store: ProjectStore, image_ids: Collection[int], *, by_others: bool = False
    ) -> None:
        """Read some pictures anew.

        Args:
            store: the project.
            image_ids: which ones.
            by_others: another process wrote about them; its predictions are newer than the window's.
        """
        if by_others:
            self._live = {n: live for n, live in self._live.items() if live.image_id not in image_ids}
        for number in image_ids:
            images, expressions = store.review.read(number)
            if self.columns is not None and images:
                rows = [self._with_live(row) for row in expressions]
                self.columns = self.columns.with_image(images[0], rows)

    def note(self, store: ProjectStore, live: LiveRanking) -> None:
        """Give an expression the numbers of its newest ranking."""
        self._live[live.expression_id] = live
        self.read_images(store, (live.image_id,))

    def _with_live(self, row: ReviewExpression) -> ReviewExpression:
        live = self._live.get(row.expression_id)
        if live is None or live.ranking.expression != row.text:
            return row
        ranking = live.ranking
        return row._replace(
            margin=ranking.margin,
            rivals=len(ranking.rivals or ()),
            disagreement=disagreement(ranking),
            kind=kind_of(ranking.understood),
        )
