"""Why the expression in the box was flagged: by its annotator, or by a merge that met two decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tas_desktop.session.notices import Message
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.rows import DecisionRow

KEY = "flag-note"


class FlagNotes(QObject):
    """Shows the note while the expression is in the box; never in a blind check, which it would spoil."""

    def __init__(
        self,
        session: AnnotationSession,
        *,
        project: ProjectSession,
        notices: NoticeBoard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._project, self._notices = session, project, notices
        self._decision_id: int | None = None
        session.expression_changed.connect(self._on_expression)

    @Slot()
    def _on_expression(self) -> None:
        expression, store = self._session.expression, self._project.store
        is_flagged = expression is not None and expression.status is ExpressionStatus.FLAGGED
        if expression is None or store is None or not is_flagged or self._project.queue.checks.is_active:
            if self._decision_id is not None:
                self._decision_id = None
                self._notices.withdraw(KEY)
            return
        if expression.decision_id != self._decision_id:
            self._decision_id = expression.decision_id
            number = expression.expression_id
            fail = self._project.write_failed.emit
            self._project.ask(lambda: store.list_decisions(number), then=self._tell, otherwise=fail)

    def _tell(self, rows: list[DecisionRow]) -> None:
        flag = next((row.decision for row in rows if row.decision_id == self._decision_id), None)
        if flag is None:
            return  # another expression is in the box by now
        if not flag.note:
            self._notices.withdraw(KEY)
            return
        text = self.tr("Flagged by {0}: {1}").replace("{0}", flag.annotator).replace("{1}", flag.note)
        self._notices.post(Message(text, key=KEY, lasting=True))
