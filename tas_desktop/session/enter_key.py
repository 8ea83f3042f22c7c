"""The Enter key at the desk: its rules, applied to what is selected and to what the canvas has painted."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.methods import Chips
from tas_desktop.session.enter_rules import EnterRules, EnterVerdict, Painted
from tas_desktop.session.image_desk import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.mask_choice import MaskChoice
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.session_messages import SessionMessages


class Prompt(Enum):
    """What the expression box says about Enter."""

    NONE = auto()
    HOLDING = auto()  # Enter waits for the ranking of this text
    NEWCOMER = auto()  # the first candidate has just changed: Enter once more


class EnterKey(QObject):
    """Says when Enter accepts the selected candidate, holds it, or asks once more.

    Signals:
        prompt_changed: what the box says about Enter.
        candidate_highlighted: a newcomer to point out, by proposal index.
    """

    prompt_changed = Signal()
    candidate_highlighted = Signal(int)

    def __init__(
        self,
        *,
        desk: ImageDesk,
        ranking: RankingDesk,
        choice: MaskChoice,
        messages: SessionMessages,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.prompt = Prompt.NONE
        self._desk, self._ranking, self._messages, self._clock = desk, ranking, messages, clock
        self._choice = choice
        self._rules = EnterRules()
        ranking.ranking_changed.connect(self._on_ranking)
        ranking.chips_changed.connect(self._on_chips)
        ranking.failed.connect(self._on_ranking_failed)

    @property
    def to_paint(self) -> Painted | None:
        """What the canvas shall show as chosen; handed back once it is painted."""
        return self._choice.offer.to_paint

    @property
    def painted(self) -> Painted | None:
        """What is on the screen."""
        return self._rules.painted

    def press(self) -> bool:
        """Judge a press of Enter; True when the selected candidate is accepted now."""
        image, text = self._desk.image, self._ranking.text
        if image is None:
            return False
        offer = self._choice.offer
        selected = offer.to_paint if offer.is_current else None
        if selected is None and self._tells_why_not(current=offer.is_current):
            return False
        now = self._clock()
        verdict = self._rules.press(image_id=image.image_id, text=text, selected=selected, now=now)
        if verdict is EnterVerdict.HOLD:
            self._set_prompt(Prompt.HOLDING)
        elif verdict is EnterVerdict.ASK_AGAIN and selected is not None:
            self._set_prompt(Prompt.NEWCOMER)
            self.candidate_highlighted.emit(selected.proposal_index)
        return verdict is EnterVerdict.ACCEPT

    def note_painted(self, painted: Painted | None) -> bool:
        """Record a paint; True when a held Enter accepts the selected candidate now."""
        self._rules.note_painted(painted, now=self._clock())
        offer = self._choice.offer
        if painted is None or painted != offer.to_paint or not offer.is_current:
            return False
        return self._rules.take_held(complete=offer.is_complete)

    def choose_by_hand(self, choose: Callable[[], bool]) -> None:
        """Let the annotator choose a candidate; ``choose`` returns whether that changed the selection."""
        self._set_prompt(Prompt.NONE)
        self._rules.note_annotator_choice()
        if not choose():
            self._rules.forget_annotator_choice()

    def release(self) -> None:
        """Let go of a held Enter."""
        self._rules.release()
        self._set_prompt(Prompt.NONE)

    def forget_screen(self) -> None:
        """Let go of a held Enter and of what was painted: another image is coming."""
        self._rules.reset()
        self._set_prompt(Prompt.NONE)

    def _tells_why_not(self, *, current: bool) -> bool:
        """Say why nothing can be accepted; False where it only has to come."""
        if not self._choice.is_ranked:
            if current:
                self._messages.tell_nothing_chosen()
            return current
        if current and self._ranking.is_blind:
            self._messages.tell_choose_yourself()
            return True
        if self._desk.phase.is_working:
            return False
        if current:
            self._messages.tell_nothing_to_accept()
        elif self._desk.analysis is None:
            self._messages.tell_no_analysis(unreadable=self._desk.phase is Phase.UNREADABLE)
        return current or self._desk.analysis is None

    def _set_prompt(self, prompt: Prompt) -> None:
        if prompt is not self.prompt:
            self.prompt = prompt
            self.prompt_changed.emit()

    @Slot()
    def _on_ranking(self) -> None:
        ranking = self._ranking.ranking
        if ranking is None or ranking.candidates or self._desk.phase.is_working:
            return
        if not self._choice.is_ranked:
            return
        if self.prompt is Prompt.HOLDING:
            self.release()
            self._messages.tell_nothing_to_accept()

    @Slot()
    def _on_chips(self) -> None:
        if self._ranking.chips != Chips():
            self.release()

    @Slot(object)
    def _on_ranking_failed(self, _error: BaseException) -> None:
        self.release()
