"""Decisions of the annotator on their way into the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.decision import ChosenMask, DecisionAction
from tas_desktop.session.offers import BY_HAND, Offer, chosen_mask
from tas_desktop.session.project_session import NEW_EXPRESSION
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus

if TYPE_CHECKING:
    from tas_desktop.session.decision_making import Drafter
    from tas_desktop.session.enter_key import EnterKey
    from tas_desktop.session.expressions.suggestions import Suggestions
    from tas_desktop.session.navigation import Navigation
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.session_messages import SessionMessages
    from tas_desktop.storage.rows import RecordedDecision

_STATUS_AFTER = {
    DecisionAction.NO_TARGET: ExpressionStatus.NO_TARGET,
    DecisionAction.SKIP: ExpressionStatus.SKIPPED,
    DecisionAction.FLAG: ExpressionStatus.FLAGGED,
}


class Decisions(QObject):
    """Records what was decided for the text in the box and goes on; the disk is not waited for.

    Signals:
        accepted: a decision was made; the proposal index, or -1 for one without a mask.
    """

    accepted = Signal(int)

    def __init__(
        self,
        *,
        project: ProjectSession,
        ranking: RankingDesk,
        navigation: Navigation,
        enter_key: EnterKey,
        drafter: Drafter,
        messages: SessionMessages,
        suggestions: Suggestions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self._project, self._ranking, self._navigation = project, ranking, navigation
        self._enter_key, self._drafter, self._messages = enter_key, drafter, messages
        project.decided.connect(self._on_decided)
        project.write_failed.connect(self._on_write_failed)

    def accept(self, offer: Offer) -> None:
        """Accept what is on offer and on the screen."""
        masks, painted = offer.masks(), offer.to_paint
        if masks and painted is not None:
            shown = painted.proposal_index
            self._record(offer.action, masks, shown=shown, ranking_known=self._ranking.is_current)

    def pick(self, number: int) -> None:
        """Accept the candidate of a rank, 1-based, if its ranking is on the screen for this text."""
        candidate = self._ranking.candidates.candidate_at(number - 1)
        on_screen = self._is_on_screen()
        if candidate is None or not on_screen:
            count = self._ranking.candidates.rowCount() if on_screen else 0
            self._messages.tell_cannot_pick(number, candidates=count)
            return
        self._ranking.select(candidate.proposal_index)
        shown = candidate.proposal_index
        self._record(DecisionAction.PICK, (chosen_mask(candidate),), shown=shown, ranking_known=True)

    def _is_on_screen(self) -> bool:
        """Whether the canvas shows the ranking of the text in the box."""
        painted, image, ranking = self._enter_key.painted, self._navigation.image, self._ranking.ranking
        if painted is None or image is None or ranking is None or not self._ranking.is_current:
            return False
        return (painted.image_id, painted.ranking_id) == (image.image_id, ranking.ranking_id)

    def decide_without_mask(self, action: DecisionAction, *, note: str) -> None:
        """No such object, skip or flag: for the text in the box."""
        if self._ranking.text:
            self._record(action, (), ranking_known=self._ranking.is_current, note=note)

    def _record(
        self,
        action: DecisionAction,
        masks: tuple[ChosenMask, ...],
        *,
        shown: int = BY_HAND,
        ranking_known: bool,
        note: str = "",
    ) -> None:
        image, store = self._navigation.image, self._project.store
        if image is None:
            return
        if store is not None and store.read_only_reason is not None:
            self._messages.tell_read_only(store.read_only_reason)
            return
        expression = self._navigation.expression
        decision = self._drafter.draft(
            action,
            text=self._ranking.text,
            expression_id=NEW_EXPRESSION if expression is None else expression.expression_id,
            ranking=self._ranking.ranking if ranking_known else None,
            masks=masks,
            seconds_spent=self._navigation.seconds_shown,
            note=note,
        )
        if self._project.queue.checks.take(decision):
            self.accepted.emit(shown)
            self._enter_key.release()
            self._navigation.return_from_check()
            return
        status = _STATUS_AFTER.get(action, ExpressionStatus.ACCEPTED)
        self._navigation.expressions.expect_status(decision.expression_id, status)
        by_model = self._suggestions.wrote(decision.text)
        source = ExpressionSource.MODEL if by_model else ExpressionSource.PERSON
        self._project.decide(image.image_id, decision, source=source)
        self.accepted.emit(shown)
        self._enter_key.release()
        self._navigation.advance()

    @Slot(int, object)
    def _on_decided(self, image_id: int, recorded: RecordedDecision) -> None:
        self._navigation.expressions.settle_oldest()
        image = self._navigation.image
        if recorded.joined and image is not None and image_id == image.image_id:
            self._messages.tell_joined()

    @Slot(object)
    def _on_write_failed(self, _error: BaseException) -> None:
        self._navigation.expressions.forget_expected()
        if self._navigation.image is not None:
            self._project.load_expressions(self._navigation.image.image_id)
