"""Texts that the model offers for a mask; a person takes one into the box and decides there."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.methods import Chips
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.suggesting import Suggestion
    from tas_desktop.session.expressions.referents import ImageReferents
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.ranking_desk import RankingDesk

TAKEN_SHARE = 0.5


class SuggestionState(Enum):
    """How far the suggestions are."""

    CLOSED = auto()
    WORKING = auto()
    READY = auto()  # perhaps with none


class Suggestions(QObject):
    """Asks the pipeline for expressions of one mask, in a lane of its own.

    Each text that is tried is one ranking, so that what the annotator types meanwhile waits for one of
    them at most.

    Signals:
        changed: state or rows differ.
        target_changed: the proposal that texts are offered for, -1 for none.
        failed: what went wrong.
    """

    changed = Signal()
    target_changed = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        *,
        source: PipelineSource,
        desk: ImageDesk,
        ranking: RankingDesk,
        referents: ImageReferents,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = SuggestionState.CLOSED
        self.rows: tuple[Suggestion, ...] = ()
        self.target = -1
        self.by_key = False  # asked for by the keyboard, which goes on to what is offered
        self._source, self._desk, self._ranking, self._referents = source, desk, ranking, referents
        self._lane = JobRunner("suggestions")
        self._passed: set[int] = set()
        self._taken_text = ""
        self._asked = ""
        desk.image_changed.connect(self._on_image)
        desk.analysis_changed.connect(self.dismiss)
        for signal in (ranking.ranking_changed, ranking.selection_changed, ranking.pending_changed):
            signal.connect(self._on_ranking)

    @property
    def can_suggest(self) -> bool:
        """Whether the picture has masks, is analysed to the end, and no blind check is under way."""
        analysis = self._desk.analysis
        if self._ranking.is_blind:
            return False
        return analysis is not None and analysis.complete and bool(analysis.proposals)

    @Slot()
    def suggest(self) -> None:
        """For the selected mask; without a text for the next thing that has no expression yet.

        What a click has asked for already is only handed to the keyboard.
        """
        if self.rows and not self.by_key:
            self.by_key = True
            self.changed.emit()
            return
        selected = self._ranking.selected if self._ranking.text and self._ranking.is_current else None
        index = self._next_thing() if selected is None else selected.proposal_index
        if index is not None:
            self.suggest_for(index, by_key=True)

    def suggest_for(self, proposal_index: int, *, by_key: bool = False) -> None:
        """Offer texts for a proposal, beginning with better words for what is in the box."""
        analysis, text, chips = self._desk.analysis, self._ranking.text, self._ranking.chips
        if analysis is None or not self.can_suggest:
            return
        method = self._ranking.method
        self._passed.add(proposal_index)
        self._asked, self.by_key = text, by_key
        self._set(SuggestionState.WORKING, (), proposal_index)

        def run(control: JobControl) -> tuple[Suggestion, ...]:
            from tas_desktop.engine.suggesting import improve_expression, suggest_expressions

            pipeline = self._source.get()

            def ranked(tried: str) -> Ranking:
                return pipeline.rank(analysis, tried, chips=Chips(), method=method)

            better: tuple[Suggestion, ...] = ()
            if text and chips == Chips():
                better = improve_expression(analysis, proposal_index, text, rank=ranked, token=control.token)
            told = {suggestion.text.lower() for suggestion in better} | {text.lower()}
            fresh = suggest_expressions(analysis, proposal_index, rank=ranked, token=control.token)
            return (*better, *(s for s in fresh if s.text.lower() not in told))

        def deliver(rows: tuple[Suggestion, ...]) -> None:
            self._set(SuggestionState.READY, rows, proposal_index)

        def fail(error: BaseException) -> None:
            self.dismiss()
            self.failed.emit(error)

        self._lane.submit(Job("suggest", run, on_success=deliver, on_failure=fail), supersede=True)

    @Slot()
    def dismiss(self) -> None:
        """Offer nothing."""
        self._lane.drop_all()
        if self.state is not SuggestionState.CLOSED:
            self._set(SuggestionState.CLOSED, (), -1)

    def note_taken(self, suggestion: Suggestion) -> None:
        """A person took a text into the box; unchanged it stays model-written."""
        self._taken_text = "" if suggestion.rewrites else suggestion.text
        self.dismiss()

    def wrote(self, text: str) -> bool:
        """Whether exactly this text was taken from a suggestion on this image."""
        return bool(text) and text == self._taken_text

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()

    def _next_thing(self) -> int | None:
        """The most salient thing without an expression, going on from what was offered before."""
        from tas_desktop.engine.describing import things_by_salience

        analysis = self._desk.analysis
        if analysis is None or not self.can_suggest:
            return None
        named = _overlapping([p.mask for p in analysis.proposals], [r.mask for r in self._referents.rows])
        things = things_by_salience(analysis, taken=named)
        fresh = [index for index in things if index not in self._passed]
        if not fresh and things:
            self._passed.clear()
            fresh = list(things)
        return fresh[0] if fresh else None

    def _set(self, state: SuggestionState, rows: tuple[Suggestion, ...], target: int) -> None:
        self.state, self.rows = state, rows
        if target != self.target:
            self.target = target
            self.target_changed.emit(target)
        self.changed.emit()

    @Slot()
    def _on_ranking(self) -> None:
        """What is offered belongs to one text and one mask."""
        selected = self._ranking.selected
        other = selected is not None and self._ranking.is_current and selected.proposal_index != self.target
        if self.state is not SuggestionState.CLOSED and (self._ranking.text != self._asked or other):
            self.dismiss()

    @Slot()
    def _on_image(self) -> None:
        self._passed.clear()
        self._taken_text = ""
        self.dismiss()


def _overlapping(masks: Sequence[Mask], named: Sequence[Mask]) -> list[int]:
    """Which masks lie on an object that has an expression."""
    from tas_desktop.domain.mask import pairwise_iou

    size = (masks[0].height, masks[0].width) if masks else None
    like = [mask for mask in named if (mask.height, mask.width) == size]
    if not like:
        return []
    return [i for i, overlaps in enumerate(pairwise_iou(masks, like)) if overlaps.max() >= TAKEN_SHARE]
