"""Adding, changing, removing and ordering an image's expressions without deciding on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.errors import ExpressionRefused
from tas_desktop.domain.expression import check_expression
from tas_desktop.storage.rows import ExpressionSource, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.session.navigation import Navigation
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.session_messages import SessionMessages
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ExpressionRow, ImageRow


class ExpressionEditing(QObject):
    """Each change is one event of the project, written in its lane and undone by the annotator's undo.

    Signals:
        refused: a text that is no expression (``ExpressionRefused``).
    """

    refused = Signal(object)

    def __init__(
        self,
        *,
        project: ProjectSession,
        navigation: Navigation,
        ranking: RankingDesk,
        messages: SessionMessages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._navigation = project, navigation
        self._ranking, self._messages = ranking, messages
        navigation.expressions.text_given.connect(self.change_text)

    @property
    def can_keep(self) -> bool:
        """Whether the text in the box is not in the list yet."""
        row, text = self._navigation.expression, self._ranking.text
        return self._navigation.image is not None and bool(text) and (row is None or row.text != text)

    def keep_text(self, *, source: ExpressionSource = ExpressionSource.PERSON) -> None:
        """Put the text in the box on the list, undecided, and make room for the next one.

        The text of an expression that is in the box replaces its old text instead.

        Args:
            source: who wrote it.
        """
        image, text = self._navigation.image, self._ranking.text
        if image is None or not self.can_keep or not self._may_write():
            return
        row = self._navigation.expression
        if row is not None:
            self.change_text(row, text)
            return

        annotator = self._project.annotator

        def add(store: ProjectStore) -> None:
            store.add_expression(
                image.image_id, text=text, annotator=annotator, source=source, origin=Origin.PERSON
            )

        self._project.write(image.image_id, add)
        self._navigation.go_to_expression(None)

    @Slot(object, str)
    def change_text(self, row: ExpressionRow, text: str) -> bool:
        """Give an expression another text; False for one that is none. A decision on the old text goes."""
        text = text.strip()
        try:
            check_expression(text)
        except ExpressionRefused as error:
            self.refused.emit(error)
            return False
        if text == row.text or not self._may_write():
            return True
        annotator = self._project.annotator

        def edit(store: ProjectStore) -> None:
            store.edit_expression(row.expression_id, text=text, annotator=annotator)

        self._project.write(row.image_id, edit)
        current = self._navigation.expression
        if current is not None and current.expression_id == row.expression_id and self._ranking.text != text:
            self._ranking.load_text(text, accepted=row.proposal_counts)
        return True

    def remove(self, row: ExpressionRow) -> None:
        """Take an expression off the list; its neighbour comes into the box."""
        image = self._navigation.image
        if image is None or not self._may_write():
            return
        neighbour = self._neighbour(row)
        self._project.remove_expression(image.image_id, row.expression_id)
        self._navigation.go_to_expression(None if neighbour is None else neighbour.expression_id)

    def move(self, row: ExpressionRow, *, by: int) -> None:
        """Move an expression up (negative) or down the list."""
        rows = list(self._navigation.expressions.rows)
        at = self._navigation.expressions.row_of(row.expression_id)
        if at is None:
            return
        to = min(max(at + by, 0), len(rows) - 1)
        if to != at:
            rows.insert(to, rows.pop(at))
            self.order(rows)

    def order(self, rows: Sequence[ExpressionRow]) -> None:
        """Put the image's expressions into this order."""
        image = self._navigation.image
        if image is None or not self._may_write():
            return
        ids, annotator = [row.expression_id for row in rows], self._project.annotator

        def write(store: ProjectStore) -> None:
            store.order_expressions(image.image_id, ids, annotator=annotator)

        self._navigation.expressions.expect_order(ids)
        self._project.write(image.image_id, write)

    def _neighbour(self, row: ExpressionRow) -> ExpressionRow | None:
        expressions = self._navigation.expressions
        at = expressions.row_of(row.expression_id)
        if at is None:
            return None
        return expressions.row_at(at + 1) or (expressions.row_at(at - 1) if at else None)

    def _may_write(self) -> bool:
        store = self._project.store
        if store is not None and store.read_only_reason is not None:
            self._messages.tell_read_only(store.read_only_reason)
            return False
        return store is not None

    @property
    def image(self) -> ImageRow | None:
        """The image whose list this is."""
        return self._navigation.image
