"""The annotator's session: the one place where the keys of the loop arrive.

A key's way to the export: ``type_text`` leads to the ranking desk, which re-ranks; the canvas paints
``to_paint`` and hands it back through ``note_painted``; ``press_enter`` asks the Enter key's rules; a
decision is drafted, sent to the project's lane (``decisions``) and committed; ``navigation`` goes on to the
next expression or image. ``walk`` chooses among the candidates, ``making`` makes masks that none of them has.
``export_session`` writes what the project holds.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.session.candidate_walk import CandidateWalk
from tas_desktop.session.decision_making import Drafter
from tas_desktop.session.decisions import Decisions
from tas_desktop.session.enter_key import EnterKey, Prompt
from tas_desktop.session.expressions.help import ExpressionHelp
from tas_desktop.session.mask_choice import MaskChoice
from tas_desktop.session.mask_making import MaskMaking
from tas_desktop.session.navigation import Navigation
from tas_desktop.session.reports import Reports
from tas_desktop.session.review.back_check_messages import BackCheckMessages
from tas_desktop.session.session_messages import SessionMessages
from tas_desktop.storage.rows import ExpressionSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.domain.decision import DecisionAction
    from tas_desktop.engine.suggesting import Suggestion
    from tas_desktop.session.enter_rules import Painted
    from tas_desktop.session.expression_list import ExpressionListModel
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.storage.rows import ExpressionRow, ImageRow

__all__ = ["AnnotationSession", "Prompt"]


class AnnotationSession(QObject):
    """Ties project, image and ranking together; widgets read it and call it.

    Signals:
        expression_changed: another expression is in the box (or none).
        prompt_changed: what the box says about Enter.
        candidate_highlighted: a newcomer to point out, by proposal index.
        accepted: a decision was made; the proposal index, or -1 for one without a proposal.
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
        messages = SessionMessages(notices, self)
        self.choice = MaskChoice(project=project, desk=desk, ranking=ranking, source=source, parent=self)
        self.repair, self.several = self.choice.repair, self.choice.several
        self._enter_key = EnterKey(
            desk=desk, ranking=ranking, choice=self.choice, messages=messages, clock=clock, parent=self
        )
        self._navigation = Navigation(
            project=project,
            desk=desk,
            ranking=ranking,
            enter_key=self._enter_key,
            kept=self.choice.kept,
            messages=messages,
            clock=clock,
            parent=self,
        )
        self.help = ExpressionHelp(
            project=project,
            desk=desk,
            ranking=ranking,
            navigation=self._navigation,
            source=source,
            messages=messages,
            parent=self,
        )
        self._decisions = Decisions(
            project=project,
            ranking=ranking,
            navigation=self._navigation,
            enter_key=self._enter_key,
            drafter=Drafter(project=project, source=source, ranking=ranking, category=self.help.category),
            suggestions=self.help.suggestions,
            messages=messages,
            parent=self,
        )
        self._reports = Reports(project=project, desk=desk, ranking=ranking, notices=notices, parent=self)
        BackCheckMessages(project.queue.checks, notices, self)
        self._navigation.expression_changed.connect(self.expression_changed)
        self._enter_key.prompt_changed.connect(self.prompt_changed)
        self._enter_key.candidate_highlighted.connect(self.candidate_highlighted)
        self._decisions.accepted.connect(self.choice.end)
        self._decisions.accepted.connect(self.accepted)
        self.making = MaskMaking(
            desk=desk,
            ranking=ranking,
            choice=self.choice,
            navigation=self._navigation,
            enter_key=self._enter_key,
            messages=messages,
            parent=self,
        )
        self.walk = CandidateWalk(
            ranking=ranking,
            choice=self.choice,
            enter_key=self._enter_key,
            decisions=self._decisions,
            suggestions=self.help.suggestions,
            parent=self,
        )
        self.repair.failed.connect(self._reports.tell_refused)
        self.help.editing.refused.connect(self._reports.tell_refused)
        self.help.suggestions.failed.connect(self._reports.tell_refused)

    @property
    def image(self) -> ImageRow | None:
        """The current image."""
        return self.desk.image

    @property
    def expressions(self) -> ExpressionListModel:
        """The current image's expressions."""
        return self._navigation.expressions

    @property
    def expression(self) -> ExpressionRow | None:
        """The expression in the box; None for one that is not in the list yet."""
        return self._navigation.expression

    @property
    def prompt(self) -> Prompt:
        """What the box says about Enter."""
        return self._enter_key.prompt

    @property
    def to_paint(self) -> Painted | None:
        """What the canvas shall show as the selected candidate; handed back once it is painted."""
        return self._enter_key.to_paint

    @property
    def painted(self) -> Painted | None:
        """What is on the screen."""
        return self._enter_key.painted

    # Going about

    def go_to_image(self, image_id: int, *, expression_id: int | None = None) -> None:
        """Bring an image to the desk, and one of its expressions into the box."""
        self._navigation.go_to_image(image_id, expression_id=expression_id)

    def step_image(self, step: int, *, undecided: bool = False) -> bool:
        """Go to the next or previous image of the filtered list; False at its end."""
        return self._navigation.step_image(step, undecided=undecided)

    def go_to_expression(self, expression_id: int | None) -> None:
        """Put an expression of this image into the box; None starts a new one."""
        self._navigation.go_to_expression(expression_id)

    def start_back_checks(self) -> None:
        """Decide some of what is decided once more, blind."""
        self._navigation.start_checks()

    # The loop

    def type_text(self, text: str) -> None:
        """The annotator typed into the box."""
        if text.strip() != self.ranking.text:
            self._enter_key.release()
            self.choice.choose_anew()
            self.ranking.type_text(text)
            if not self.choice.is_ranked:
                self.choice.changed.emit()  # the mask stays, and now belongs to this text

    def press_enter(self) -> None:
        """Accept, hold or ask once more; with an empty box go on to what is next."""
        if self.image is None:
            return
        if self.repair.is_active and not self.making.is_acceptable():
            return
        if not self.ranking.text:
            self._navigation.pass_on()
        elif self._enter_key.press():
            self._accept()

    def note_painted(self, painted: Painted | None) -> None:
        """The canvas has painted; a held Enter may now apply."""
        if self._enter_key.note_painted(painted):
            self._accept()

    def _accept(self) -> None:
        """Accept what is on offer; what was decided before and is shown as it was stands already."""
        if self.choice.is_decided and not self._is_of_earlier_picture():
            self._enter_key.release()
            self._navigation.pass_on()
        else:
            self._decisions.accept(self.choice.offer)

    def _is_of_earlier_picture(self) -> bool:
        """Whether the decision that is shown was made before another picture took this one's place.

        Accepting it then says that it still holds.
        """
        row, expression = self.image, self.expression
        image = None if row is None else self.project.images.image(row.image_id)
        decision = None if expression is None else expression.decision_id
        return image is not None and decision is not None and decision <= image.earlier_decisions

    def release_enter(self) -> None:
        """Let go of a held Enter."""
        self._enter_key.release()

    def escape(self) -> None:
        """Let go of a held Enter, else of the repair or the several."""
        if self.prompt is Prompt.HOLDING:
            self._enter_key.release()
        elif self.making.is_under_way:
            self.making.cancel()

    def decide_without_mask(self, action: DecisionAction, *, note: str = "") -> None:
        """No such object, skip or flag: for the text in the box."""
        self._decisions.decide_without_mask(action, note=note)

    def keep_text(self) -> None:
        """Put the text in the box on the list, undecided."""
        self._enter_key.release()
        by_model = self.help.suggestions.wrote(self.ranking.text)
        source = ExpressionSource.MODEL if by_model else ExpressionSource.PERSON
        self.help.editing.keep_text(source=source)

    def take_suggestion(self, suggestion: Suggestion) -> None:
        """Put a model-written text into the box, where a person decides on it.

        A text of its own is a new expression; words added to the annotator's text change that one.
        """
        if not suggestion.rewrites and self.expression is not None:
            self._navigation.go_to_expression(None)
        self.help.suggestions.note_taken(suggestion)
        self._enter_key.release()
        self.ranking.load_text(suggestion.text)

    def undo(self) -> None:
        """Take back the newest step of the repair, else the newest decision of this annotator."""
        if self.repair.is_active:
            self.repair.undo()
        else:
            self.project.undo()

    def redo(self) -> None:
        """Do the step of the repair taken back last again, else let the decision undone last stand again."""
        if self.repair.is_active:
            self.repair.redo()
        else:
            self.project.redo()

    def close(self) -> bool:
        """End the lanes."""
        return self.choice.close() and self.help.close()
