"""Tells the queue what is ranked at the screen, so that its numbers are those that the annotator sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tas_desktop.engine.methods import Chips
from tas_desktop.session.review.column_reader import LiveRanking

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession


class LiveRankings(QObject):
    """Hands on each complete ranking of a text that the project has, as it stands there.

    A text that is still being typed, chips switched off, and a blind back-check are the annotator's own
    affair: they say nothing of the expression.
    """

    def __init__(self, session: AnnotationSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._queue = session, session.project.queue
        self._noted: LiveRanking | None = None
        session.ranking.ranking_changed.connect(self._look)
        session.expression_changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        live = self._find()
        if live is not None and live != self._noted:
            self._noted = live
            self._queue.note_live(live)

    def _find(self) -> LiveRanking | None:
        desk, image, row = self._session.ranking, self._session.image, self._session.expression
        ranking = desk.ranking
        if ranking is None or image is None or row is None:
            return None
        if not (ranking.complete and desk.is_current) or ranking.expression != row.text:
            return None
        if desk.is_blind or desk.chips != Chips():
            return None
        return LiveRanking(image.image_id, row.expression_id, ranking)
