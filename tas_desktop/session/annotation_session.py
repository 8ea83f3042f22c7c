"""The annotator's session: the one place where the keys of the loop become decisions."""

from __future__ import annotations

import time
from collections import deque
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.engine.methods import Chips
from tas_desktop.session.decision_making import Drafter
from tas_desktop.session.enter_rules import EnterRules, EnterVerdict, Painted
from tas_desktop.session.expression_list import ExpressionListModel
from tas_desktop.session.image_desk import Phase, Place
from tas_desktop.session.notices import Message, Severity
from tas_desktop.session.project_session import NEW_EXPRESSION
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_opening import OpenedProject
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.storage.rows import EventRow, ExpressionRow, ImageRow, RecordedDecision

AHEAD = 2
_STATUS_AFTER = {
    DecisionAction.NO_TARGET: ExpressionStatus.NO_TARGET,
    DecisionAction.SKIP: ExpressionStatus.SKIPPED,
    DecisionAction.FLAG: ExpressionStatus.FLAGGED,
}


class Prompt(Enum):
    """What the expression box says about Enter."""

    NONE = auto()
    HOLDING = auto()  # Enter waits for the ranking of this text
    NEWCOMER = auto()  # the first candidate has just changed: Enter once more


class AnnotationSession(QObject):
    """Ties project, image and ranking together; widgets read it and call it.

    Signals:
        expression_changed: another expression is in the box (or none).
        prompt_changed: what the box says about Enter.
        candidate_highlighted: a newcomer to point out, by proposal index.
        accepted: a decision was made; the proposal index, or -1 for one without a mask.
    """

    expression_changed = Signal()
    prompt_changed = Signal()
    candidate_highlighted = Signal(int)
    accepted = Signal(int)

    def __init__(
        self,
        *,
        project: ProjectSession,
        desk: ImageDesk,
        ranking: RankingDesk,
        notices: NoticeBoard,
        source: PipelineSource,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.project, self.desk, self.ranking, self.notices = project, desk, ranking, notices
        self.expressions = ExpressionListModel(self)
        self.expression: ExpressionRow | None = None
        self.prompt = Prompt.NONE
        self._source, self._clock = source, clock
        self._rules = EnterRules()
        self._shown_since = clock()
        self._drafter = Drafter(project, source)
        self._wanted_expression: int | None = None
        # Decisions on their way to the disk, in order: the list shows them as made.
        self._on_the_way: deque[tuple[int, ExpressionStatus]] = deque()
        self._awaiting_expressions = False
        project.opened.connect(self._on_opened)
        project.expressions_loaded.connect(self._on_expressions)
        project.decided.connect(self._on_decided)
        project.reverted.connect(self._on_reverted)
        project.write_failed.connect(self._on_write_failed)
        project.open_failed.connect(self._on_write_failed)
        desk.picture_changed.connect(self._on_picture)
        desk.analysis_changed.connect(self._on_analysis)
        desk.phase_changed.connect(self._on_phase)
        desk.failed.connect(self._on_desk_failed)
        ranking.ranking_changed.connect(self._on_ranking)
        ranking.chips_changed.connect(self._on_chips)
        ranking.failed.connect(self._on_ranking_failed)

    @property
    def image(self) -> ImageRow | None:
        """The current image."""
        return self.desk.image

    @property
    def to_paint(self) -> Painted | None:
        """What the canvas shall show as the selected candidate; handed back once it is painted."""
        ranking, candidate, image = self.ranking.ranking, self.ranking.selected, self.image
        if ranking is None or candidate is None or image is None:
            return None
        return Painted(image.image_id, ranking.expression, ranking.ranking_id, candidate.proposal_index)

    @property
    def painted(self) -> Painted | None:
        """What is on the screen."""
        return self._rules.painted

    # Going about

    def go_to_image(self, image_id: int, *, expression_id: int | None = None) -> None:
        """Bring an image to the desk, and one of its expressions into the box."""
        image = self.project.images.image(image_id)
        if image is None:
            return
        if (
            self.image is not None
            and image_id == self.image.image_id
            and self.desk.phase is not Phase.UNREADABLE
        ):
            self._choose_expression(expression_id)
            return
        self._reset_enter(forget_screen=True)
        self.expressions.set_rows([])
        self._put_expression(None)
        self._wanted_expression, self._awaiting_expressions = expression_id, True
        path = self.project.images.path_of(image)
        self.desk.put(image, path, ahead=self._places_ahead(image_id))
        self.project.load_expressions(image_id)

    def step_image(self, step: int, *, undecided: bool = False) -> bool:
        """Go to the next or previous image of the filtered list; False at its end."""
        current = None if self.image is None else self.image.image_id
        row = self.project.images.neighbour(current, step=step, undecided=undecided)
        if row is None:
            return False
        self.go_to_image(row.image_id)
        return True

    def go_to_expression(self, expression_id: int | None) -> None:
        """Put an expression of this image into the box; None starts a new one."""
        self._put_expression(self.expressions.find(expression_id))

    # The loop

    def type_text(self, text: str) -> None:
        """The annotator typed into the box."""
        if text.strip() != self.ranking.text:
            self._reset_enter()
            self.ranking.type_text(text)

    def step_candidate(self, by: int) -> None:
        """Walk the ranked candidates."""
        self._choose_by_hand(lambda: self.ranking.step(by))

    def select_proposal(self, proposal_index: int) -> None:
        """Select the candidate of a proposal, from the list or by a click on the canvas."""
        self._choose_by_hand(lambda: self.ranking.select(proposal_index))

    def press_enter(self) -> None:
        """Accept, hold or ask once more; with an empty box go on to what is next."""
        text, image = self.ranking.text, self.image
        if image is None:
            return
        if not text:
            self._advance(from_list=True)
            return
        selected = self.to_paint if self.ranking.is_current else None
        if self.ranking.is_current and selected is None and not self.desk.phase.is_working:
            self._tell_nothing_to_accept()
            return
        now = self._clock()
        verdict = self._rules.press(image_id=image.image_id, text=text, selected=selected, now=now)
        if verdict is EnterVerdict.ACCEPT:
            self._accept_selected(DecisionAction.ACCEPT)
        elif verdict is EnterVerdict.HOLD:
            self._set_prompt(Prompt.HOLDING)
        elif verdict is EnterVerdict.ASK_AGAIN and selected is not None:
            self._point_out(selected.proposal_index)

    def note_painted(self, painted: Painted | None) -> None:
        """The canvas has painted; a held Enter may now apply."""
        self._rules.note_painted(painted, now=self._clock())
        if painted is None or painted != self.to_paint or not self.ranking.is_current:
            return
        ranking = self.ranking.ranking
        complete = ranking is not None and (ranking.complete or not self.desk.phase.is_working)
        if self._rules.take_held(complete=complete):
            self._accept_selected(DecisionAction.ACCEPT)

    def pick(self, number: int) -> None:
        """Accept the candidate of a rank, 1-based, if it is on the screen for this text."""
        candidate = self.ranking.candidates.candidate_at(number - 1)
        painted, image = self._rules.painted, self.image
        if candidate is None or painted is None or image is None or not self.ranking.is_current:
            return
        ranking = self.ranking.ranking
        if ranking is None or (painted.image_id, painted.ranking_id) != (image.image_id, ranking.ranking_id):
            return
        self.ranking.select(candidate.proposal_index)
        self._accept(candidate, DecisionAction.PICK)

    def decide_without_mask(self, action: DecisionAction, *, note: str = "") -> None:
        """No such object, skip or flag: for the text in the box."""
        if self.image is None or not self.ranking.text:
            return
        ranking = self.ranking.ranking if self.ranking.is_current else None
        self._record(action, (), ranking_known=ranking is not None, note=note)

    def release_enter(self) -> None:
        """Let go of a held Enter."""
        self._reset_enter()

    def undo(self) -> None:
        """Take back the newest decision of this annotator."""
        self.project.undo()

    def redo(self) -> None:
        """Make the decision undone last stand again."""
        self.project.redo()

    # Deciding

    def _accept_selected(self, action: DecisionAction) -> None:
        candidate = self.ranking.selected
        if candidate is not None:
            self._accept(candidate, action)

    def _accept(self, candidate: Candidate, action: DecisionAction) -> None:
        self._record(action, (candidate,), ranking_known=True)

    def _record(
        self,
        action: DecisionAction,
        candidates: tuple[Candidate, ...],
        *,
        ranking_known: bool,
        note: str = "",
    ) -> None:
        image = self.image
        if image is None:
            return
        if self.project.project is not None and self.project.project.store.read_only_reason is not None:
            self._tell_read_only()
            return
        decision = self._drafter.draft(
            action,
            text=self.ranking.text,
            expression_id=NEW_EXPRESSION if self.expression is None else self.expression.expression_id,
            ranking=self.ranking.ranking if ranking_known else None,
            candidates=candidates,
            seconds_spent=self._clock() - self._shown_since,
            note=note,
        )
        from_list = self.expression is not None and self.expression.source is ExpressionSource.IMPORT
        status = _STATUS_AFTER.get(action, ExpressionStatus.ACCEPTED)
        self._on_the_way.append((decision.expression_id, status))
        self.expressions.set_status(decision.expression_id, status)
        self.project.decide(image.image_id, decision)
        self.accepted.emit(candidates[0].proposal_index if candidates else -1)
        self._reset_enter()
        self._advance(from_list=from_list)

    def _advance(self, *, from_list: bool) -> None:
        """Go on: the next undecided expression of this image, else a new one or the next image."""
        current = None if self.expression is None else self.expression.expression_id
        following = self.expressions.next_undecided(current)
        if following is not None and following.expression_id != current:
            self._put_expression(following)
        elif from_list and self.step_image(1, undecided=True):
            return
        elif from_list and not self.ranking.text:
            self.notices.post(Message(self.tr("This was the last picture of the list."), key="end-of-list"))
        else:
            self._put_expression(None)

    def _put_expression(self, expression: ExpressionRow | None) -> None:
        self._reset_enter()
        self.expression = expression
        self._shown_since = self._clock()
        self.ranking.load_text("" if expression is None else expression.text)
        self.expression_changed.emit()

    def _choose_expression(self, expression_id: int | None) -> None:
        """Put the wanted expression into the box, else the first undecided one."""
        chosen = self.expressions.find(expression_id) or self.expressions.next_undecided(None)
        self._put_expression(chosen)

    def _choose_by_hand(self, choose: Callable[[], bool]) -> None:
        self._set_prompt(Prompt.NONE)
        self._rules.note_annotator_choice()
        if not choose():
            self._rules.forget_annotator_choice()

    def _point_out(self, proposal_index: int) -> None:
        self._set_prompt(Prompt.NEWCOMER)
        self.candidate_highlighted.emit(proposal_index)

    def _reset_enter(self, *, forget_screen: bool = False) -> None:
        if forget_screen:
            self._rules.reset()
        else:
            self._rules.release()
        self._set_prompt(Prompt.NONE)

    def _set_prompt(self, prompt: Prompt) -> None:
        if prompt is not self.prompt:
            self.prompt = prompt
            self.prompt_changed.emit()

    def _places_ahead(self, image_id: int) -> list[Place]:
        places: list[Place] = []
        current: int | None = image_id
        for _ in range(AHEAD):
            row = self.project.images.neighbour(current, step=1)
            if row is None:
                break
            places.append(Place(row.image_id, self.project.images.path_of(row)))
            current = row.image_id
        return places

    # Telling

    def _tell_nothing_to_accept(self) -> None:
        self.notices.post(
            Message(
                self.tr("There is no mask to accept in this picture."),
                Severity.WARNING,
                self.tr("Say that there is no such object with Ctrl+Shift+N, or skip with Ctrl+Shift+K."),
                key="nothing-to-accept",
            )
        )

    def _tell_read_only(self) -> None:
        project = self.project.project
        reason = "" if project is None else project.store.read_only_reason or ""
        self.notices.post(
            Message(
                self.tr("Nothing can be decided: the project is open for reading only ({0}).").format(reason),
                Severity.WARNING,
                self.tr("Copy the folder to a place you may write to and open it there."),
                key="read-only",
                lasting=True,
            )
        )

    # What others report

    @Slot(object)
    def _on_opened(self, project: OpenedProject) -> None:
        self.desk.clear()
        self.expressions.set_rows([])
        self._put_expression(None)
        if project.apart:
            text = self.tr("The folder cannot be written to; the project is kept in {0}.").format(
                project.store.folder
            )
            self.notices.post(Message(text, Severity.WARNING, key="project-apart", lasting=True))
        if project.store.read_only_reason is not None:
            self._tell_read_only()
        if not self.step_image(1, undecided=True):
            self.step_image(1)

    @Slot(int, object)
    def _on_expressions(self, image_id: int, rows: tuple[ExpressionRow, ...]) -> None:
        if self.image is None or image_id != self.image.image_id:
            return
        self.expressions.set_rows(rows)
        for expression_id, status in self._on_the_way:
            self.expressions.set_status(expression_id, status)
        if self._awaiting_expressions:
            self._awaiting_expressions = False
            if self.ranking.text and self._wanted_expression is None:
                return  # the annotator has begun to type while the list was being read
            self._choose_expression(self._wanted_expression)
        elif self.expression is not None:
            self.expression = self.expressions.find(self.expression.expression_id)
            self.expression_changed.emit()

    @Slot(int, object)
    def _on_decided(self, image_id: int, recorded: RecordedDecision) -> None:
        if self._on_the_way:
            self._on_the_way.popleft()
        if recorded.joined and self.image is not None and image_id == self.image.image_id:
            text = self.tr("Same object as before: both expressions now name one referent.")
            self.notices.post(Message(text, key="joined"))

    @Slot(object)
    def _on_reverted(self, event: EventRow) -> None:
        if event.image_id is None:
            return
        if self.image is None or event.image_id != self.image.image_id:
            self.go_to_image(event.image_id, expression_id=event.expression_id)
        elif (row := self.expressions.find(event.expression_id)) is not None:
            self._put_expression(row)
        else:
            self._put_expression(None)

    @Slot(object)
    def _on_write_failed(self, error: BaseException) -> None:
        self._on_the_way.clear()
        if self.image is not None:
            self.project.load_expressions(self.image.image_id)
        self.notices.post_error(error, key="project")

    @Slot()
    def _on_picture(self) -> None:
        picture, image = self.desk.picture, self.image
        if picture is None or image is None:
            return
        loaded = picture.image
        self.project.note_picture(
            image.image_id, content_hash=loaded.content_hash, width=loaded.width, height=loaded.height
        )
        for notice in loaded.notices:
            self.notices.post_notice(notice)

    @Slot()
    def _on_analysis(self) -> None:
        self.ranking.set_analysis(self.desk.analysis)

    @Slot()
    def _on_phase(self) -> None:
        if self.desk.phase is Phase.READY and self.image is not None:
            self.project.note_proposed(self.image.image_id)

    @Slot(object)
    def _on_desk_failed(self, error: BaseException) -> None:
        key, action = (
            ("picture", "") if self.desk.phase is Phase.UNREADABLE else ("analysis", "analyse-again")
        )
        self.notices.post_error(error, key=key, action=action)

    @Slot()
    def _on_ranking(self) -> None:
        ranking = self.ranking.ranking
        if ranking is None or ranking.candidates or self.desk.phase.is_working:
            return
        if self.prompt is Prompt.HOLDING:
            self._reset_enter()
            self._tell_nothing_to_accept()

    @Slot()
    def _on_chips(self) -> None:
        if self.ranking.chips != Chips():
            self._reset_enter()

    @Slot(object)
    def _on_ranking_failed(self, error: BaseException) -> None:
        self._reset_enter()
        self.notices.post_error(error, key="ranking")

    @property
    def is_decided(self) -> bool:
        """Whether the expression in the box has a decision that stands."""
        return self.expression is not None and self.expression.status is not ExpressionStatus.UNDECIDED
