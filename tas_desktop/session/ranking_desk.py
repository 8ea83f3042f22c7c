"""The expression in the box, its ranking and the selected candidate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tas_desktop.engine.methods import Chips
from tas_desktop.session.candidate_list import CandidateListModel
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.review.blinding import blinded

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Candidate, Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods import Method
    from tas_desktop.session.pipeline import PipelineSource

DEBOUNCE_MS = 80


class RankingDesk(QObject):
    """Re-ranks the cached analysis whenever the text, a chip or the analysis changes.

    The selection follows the first candidate until the annotator chooses one; then it stays with that
    proposal while captions arrive and refine the order. Another text or chip frees it again. An expression
    that comes back shows the proposal that was accepted for it: Enter must not replace a pick unasked.
    """

    text_changed = Signal(str)  # set by the program, not by typing
    ranking_changed = Signal()
    selection_changed = Signal()
    chips_changed = Signal()
    method_changed = Signal()
    pending_changed = Signal(bool)  # whether a ranking of the text in the box is still to come
    failed = Signal(object)

    def __init__(self, source: PipelineSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.candidates = CandidateListModel(self)
        self._source = source
        self._lane = JobRunner("ranking")
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._debounce.timeout.connect(self._submit)
        self._analysis: ImageAnalysis | None = None
        self._text = ""
        self._chips = Chips()
        self._ranking: Ranking | None = None
        self._ranked_chips = Chips()
        self._method: Method | None = None
        self._ranked_method: Method | None = None
        self._selected: int | None = None
        self._pinned_for: str | None = None
        self._accepted: tuple[str, ...] = ()
        self._pending = False
        self._blind: tuple[str, int] | None = None

    def set_debounce(self, milliseconds: int) -> None:
        """How long typing must rest before it is ranked."""
        self._debounce.setInterval(milliseconds)

    @property
    def text(self) -> str:
        """The expression as it will be stored: the box without surrounding blanks."""
        return self._text

    @property
    def chips(self) -> Chips:
        """What is switched off under the box."""
        return self._chips

    @property
    def ranking(self) -> Ranking | None:
        """The ranking on display; may belong to an earlier text, see `is_current`."""
        return self._ranking

    @property
    def is_current(self) -> bool:
        """Whether the ranking on display is of exactly this text, these chips and this method."""
        ranking = self._ranking
        if ranking is None or ranking.expression != self._text:
            return False
        return self._ranked_chips == self._chips and self._ranked_method == self._method

    @property
    def method(self) -> Method | None:
        """The method chosen in the window; None for the one that the settings named at the start."""
        return self._method

    @property
    def is_blind(self) -> bool:
        """Whether the candidates of the text in the box are shown without their order."""
        return self._blind is not None and self._blind[0] == self._text

    @property
    def is_pending(self) -> bool:
        """Whether a ranking of the text in the box is still to come."""
        return self._pending

    @property
    def selected(self) -> Candidate | None:
        """The selected candidate."""
        if self._ranking is None or self._selected is None:
            return None
        row = self.candidates.row_of(self._selected)
        return None if row is None else self.candidates.candidate_at(row)

    @property
    def selected_row(self) -> int | None:
        """The selected candidate's row."""
        return None if self._selected is None else self.candidates.row_of(self._selected)

    def set_analysis(self, analysis: ImageAnalysis | None) -> None:
        """Rank against another analysis; None while an image has none."""
        if analysis is None or self._analysis is None or analysis.image_hash != self._analysis.image_hash:
            self._show(None)
        self._analysis = analysis
        self._request()

    def type_text(self, text: str) -> None:
        """The annotator typed; the ranking follows after a short pause."""
        text = text.strip()
        if text == self._text:
            return
        self._text = text
        self._accepted = ()
        self._reset_chips()
        if not text:
            self._request()
        else:
            self._set_pending(self._analysis is not None)
            self._debounce.start()

    def load_text(self, text: str, *, accepted: tuple[str, ...] = (), blind_seed: int | None = None) -> None:
        """Put an expression into the box and rank at once.

        Args:
            text: the expression.
            accepted: run lengths of the proposals chosen for it before; the first one found is selected.
            blind_seed: show the candidates of this very text shuffled by the seed, without scores and with
                none selected, until the annotator chooses one.
        """
        self._text = text.strip()
        self._accepted = accepted
        self._blind = None if blind_seed is None else (self._text, blind_seed)
        self._reset_chips()
        self._pinned_for = None
        self.text_changed.emit(text)
        self._request()

    def toggle_direction(self, span: tuple[int, int]) -> None:
        """Switch a direction off or on and rank anew."""
        self._set_chips(replace(self._chips, directions_off=self._chips.directions_off ^ {span}))

    def toggle_negative(self, phrase: str) -> None:
        """Switch a negative phrase off or on and rank anew."""
        self._set_chips(replace(self._chips, negatives_off=self._chips.negatives_off ^ {phrase}))

    def toggle_target(self) -> None:
        """Rank by the parser's target phrase, or by the whole text in its place."""
        self._set_chips(replace(self._chips, target="" if self._chips.target else self._text))

    def set_method(self, method: Method | None) -> None:
        """Rank by another method or other parameters, at once."""
        if method != self._method:
            self._method = method
            self._pinned_for = None
            self.method_changed.emit()
            self._request()

    def select(self, proposal_index: int) -> bool:
        """The annotator chose a proposal; return whether that changed the selection."""
        if self.candidates.row_of(proposal_index) is None:
            return False
        self._pinned_for = self._text
        if proposal_index == self._selected:
            return False
        self._selected = proposal_index
        self.selection_changed.emit()
        return True

    def step(self, by: int) -> bool:
        """Walk the ranked candidates; return whether that changed the selection."""
        count = self.candidates.rowCount()
        if not count:
            return False
        row = self.selected_row
        target = 0 if row is None else min(max(row + by, 0), count - 1)
        candidate = self.candidates.candidate_at(target)
        return candidate is not None and self.select(candidate.proposal_index)

    def close(self) -> bool:
        """End the lane."""
        self._debounce.stop()
        return self._lane.close()

    def _set_chips(self, chips: Chips) -> None:
        self._chips = chips
        self._pinned_for = None
        self.chips_changed.emit()
        self._request()

    def _reset_chips(self) -> None:
        if self._chips != Chips():
            self._chips = Chips()
            self.chips_changed.emit()

    def _request(self) -> None:
        self._debounce.stop()
        if self._analysis is None or not self._text:
            self._lane.drop_all()
            self._set_pending(False)
            self._show(None)
            return
        self._submit()

    @Slot()
    def _submit(self) -> None:
        analysis, text, chips, method = self._analysis, self._text, self._chips, self._method
        if analysis is None or not text:
            return
        self._set_pending(True)

        def run(_control: JobControl) -> Ranking:
            return self._source.get().rank(analysis, text, chips=chips, method=method)

        def deliver(ranking: Ranking) -> None:
            self._set_pending(False)
            self._ranked_chips, self._ranked_method = chips, method
            self._show(ranking)

        self._lane.submit(Job("", run, on_success=deliver, on_failure=self._fail), supersede=True)

    def _fail(self, error: BaseException) -> None:
        self._set_pending(False)
        self._show(None)
        self.failed.emit(error)

    def _show(self, ranking: Ranking | None) -> None:
        if ranking is None and self._ranking is None:
            return
        if ranking is not None and self._blind is not None and self._blind[0] == ranking.expression:
            ranking = blinded(ranking, seed=self._blind[1])
        before = self._selected
        self._ranking = ranking
        self.candidates.set_ranking(ranking)
        self._selected = self._choose(ranking)
        self.ranking_changed.emit()
        if self._selected != before:
            self.selection_changed.emit()

    def _choose(self, ranking: Ranking | None) -> int | None:
        if ranking is None or not ranking.candidates:
            return None
        pinned = self._pinned_for == ranking.expression and self._selected is not None
        if pinned and self.candidates.row_of(self._selected or 0) is not None:
            return self._selected
        if self.is_blind:
            return None
        again = (c for c in ranking.candidates if c.proposal.mask.counts in self._accepted)
        return next(again, ranking.candidates[0]).proposal_index

    def _set_pending(self, pending: bool) -> None:
        if pending != self._pending:
            self._pending = pending
            self.pending_changed.emit(pending)
