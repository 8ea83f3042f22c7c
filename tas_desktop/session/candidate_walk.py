"""Choosing among the ranked candidates: by the arrows, by a click, by their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from tas_desktop.session.decisions import Decisions
    from tas_desktop.session.enter_key import EnterKey
    from tas_desktop.session.expressions.suggestions import Suggestions
    from tas_desktop.session.mask_choice import MaskChoice
    from tas_desktop.session.ranking_desk import RankingDesk


class CandidateWalk(QObject):
    """Selects candidates; while a mask is repaired the ranking stays as it is."""

    def __init__(
        self,
        *,
        ranking: RankingDesk,
        choice: MaskChoice,
        enter_key: EnterKey,
        decisions: Decisions,
        suggestions: Suggestions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ranking, self._choice, self._enter_key = ranking, choice, enter_key
        self._decisions, self._suggestions = decisions, suggestions

    @Slot(int)
    def step(self, by: int) -> None:
        """Walk the ranked candidates."""
        if self._choice.repair.is_active:
            return
        self._choice.choose_anew()
        self._enter_key.choose_by_hand(lambda: self._ranking.step(by))

    def select(self, proposal_index: int) -> None:
        """Select the candidate of a proposal, from the list or by a click on the canvas.

        Without a text there are no candidates: the click then asks for words for what was clicked.
        """
        choice = self._choice
        if choice.repair.is_active:
            choice.combine_proposal(proposal_index)
            return
        choice.choose_anew()
        if choice.several.is_active:
            choice.several.toggle(proposal_index)
        if not self._ranking.text:
            self._suggestions.suggest_for(proposal_index)
            return
        self._enter_key.choose_by_hand(lambda: self._ranking.select(proposal_index))

    def reach(self, proposal_index: int) -> None:
        """Select the candidate that the keys have reached in the list."""
        selected = self._ranking.selected
        if self._choice.repair.is_active or (
            selected is not None and selected.proposal_index == proposal_index
        ):
            return
        self._choice.choose_anew()
        self._enter_key.choose_by_hand(lambda: self._ranking.select(proposal_index))

    def pick(self, number: int) -> None:
        """Accept the candidate of a rank, 1-based, if it is on the screen for this text.

        While several are chosen it is chosen too, or no longer; while a mask is repaired nothing is picked.
        """
        candidate, several = self._ranking.candidates.candidate_at(number - 1), self._choice.several
        if several.is_active and candidate is not None:
            several.toggle(candidate.proposal_index)
        elif not self._choice.repair.is_active:
            self._choice.choose_anew()
            self._decisions.pick(number)
