"""What the window says about blind back-checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tas_desktop.session.notices import Message, Severity

if TYPE_CHECKING:
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.review.back_check_round import BackCheckRound
    from tas_desktop.storage.back_checks import BackCheckRow

UNDER_WAY, OUTCOME = "back-check", "back-check-outcome"


class BackCheckMessages(QObject):
    """Says that a check is under way, and what it found."""

    def __init__(self, checks: BackCheckRound, notices: NoticeBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        checks.began.connect(self._on_began)
        checks.ended.connect(self._on_ended)
        checks.answered.connect(self._on_answered)
        checks.nothing_due.connect(self._on_nothing_due)
        checks.failed.connect(self._on_failed)

    @Slot()
    def _on_began(self) -> None:
        self._notices.withdraw(OUTCOME)
        text = self.tr("Back-check: decide this one once more. The first choice and the order are hidden.")
        step = self.tr("Click the object or walk with the arrow keys; ‹skip› leaves it out.")
        self._notices.post(Message(text, Severity.INFO, step, key=UNDER_WAY, lasting=True))

    @Slot()
    def _on_ended(self) -> None:
        self._notices.withdraw(UNDER_WAY)

    @Slot(object)
    def _on_answered(self, row: BackCheckRow) -> None:
        overlap = f"{row.iou:.2f}"
        if row.same_referent:
            text = self.tr("Back-check: the same object as the first time, IoU {0}.").format(overlap)
            self._notices.post(Message(text, key=OUTCOME))
            return
        text = self.tr("Back-check: not the object of the first time, IoU {0}. The first decision stands.")
        step = self.tr("The filter check:other lists such expressions, to be decided anew.")
        self._notices.post(Message(text.format(overlap), Severity.WARNING, step, key=OUTCOME))

    @Slot()
    def _on_nothing_due(self) -> None:
        text = self.tr("There is no decision left to check.")
        self._notices.post(Message(text, key=OUTCOME))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._notices.post_error(error, key=OUTCOME)
