"""Hints on the expression in the box: gathered as it is typed, never in the way."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tas_desktop.domain.lint import Finding, LintCode, apply_finding
from tas_desktop.engine.agreement import find_wrong_sides
from tas_desktop.language.lint.wording import find_position_words, find_repeats, is_only_pronoun
from tas_desktop.language.oddities import OTHER_LANGUAGE
from tas_desktop.session.expressions.comparison import compare_with_image
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.session.expressions.referents import ImageReferents
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.navigation import Navigation
    from tas_desktop.session.ranking_desk import RankingDesk

logger = logging.getLogger(__name__)

PAUSE_MS = 400  # a word that is still being typed is no misspelling


class ExpressionChecks(QObject):
    """Findings on the text in the box, on its parse, on the selected mask and on the image's other texts.

    Spelling has a lane of its own, since its word list takes a third of a second to read; the rest is
    quick and follows each ranking.

    Signals:
        changed: ``findings`` differs.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        desk: ImageDesk,
        ranking: RankingDesk,
        navigation: Navigation,
        referents: ImageReferents,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._desk, self._ranking = desk, ranking
        self._navigation, self._referents = navigation, referents
        self._spelling_on, self._position_words_wanted = True, True
        self._spelled: tuple[str, tuple[Finding, ...]] = ("", ())
        self._lane = JobRunner("spelling")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._check_spelling)
        ranking.ranking_changed.connect(self._on_ranking)
        ranking.selection_changed.connect(self.refresh)
        ranking.chips_changed.connect(self.refresh)
        ranking.text_changed.connect(self._on_ranking)
        referents.changed.connect(self.refresh)
        navigation.expression_changed.connect(self.refresh)
        for signal in (navigation.expressions.modelReset, navigation.expressions.dataChanged):
            signal.connect(self.refresh)

    @property
    def wants_position_words(self) -> bool:
        """Whether places in the picture may be said; RefCOCO+ does without."""
        return self._position_words_wanted

    def set_position_words(self, wanted: bool) -> None:
        """Allow places in the picture, or hint at each."""
        self._position_words_wanted = wanted
        self.refresh()

    def set_spelling(self, on: bool) -> None:
        """Look at spelling or not."""
        self._spelling_on = on
        self._check_spelling()

    @property
    def mendable(self) -> Finding | None:
        """The first finding that one key mends."""
        return next((f for f in self.findings if f.better and f.code is not LintCode.WRONG_SIDE), None)

    def mended(self, finding: Finding) -> str:
        """The text in the box with a finding's best replacement."""
        return apply_finding(self._ranking.text, finding)

    @Slot()
    def refresh(self) -> None:
        """Gather what can be said now."""
        text = self._ranking.text
        looks = (self._against_image, self._of_parse, self._of_text) if text else ()
        findings = tuple(finding for look in looks for finding in look(text))
        if findings != self.findings:
            self.findings = findings
            self.changed.emit()

    def close(self) -> bool:
        """End the lane."""
        self._pause.stop()
        return self._lane.close()

    def _against_image(self, text: str) -> tuple[Finding, ...]:
        own = self._navigation.expression
        told = self._ranking.is_current and not self._ranking.is_blind  # a blind check hides what is first
        selected = self._ranking.selected if told else None
        return compare_with_image(
            text,
            own_expression=None if own is None else own.expression_id,
            mask=None if selected is None else selected.proposal.mask,
            expressions=self._navigation.expressions.rows,
            referents=self._referents.rows,
        )

    def _of_parse(self, text: str) -> tuple[Finding, ...]:
        """What the parse of exactly this text says, alone and together with the selected mask."""
        ranking = self._ranking.ranking
        if ranking is None or ranking.expression != text:
            return ()
        findings = list(self._of_place(ranking))
        if is_only_pronoun(ranking.understood):
            findings.append(Finding(LintCode.ONLY_PRONOUN, 0, len(text), text))
        if not self._position_words_wanted:
            findings += find_position_words(ranking.understood)
        return tuple(findings)

    def _of_place(self, ranking: Ranking) -> tuple[Finding, ...]:
        """Sides that the text names and the selected mask does not lie on."""
        analysis, selected = self._desk.analysis, self._ranking.selected
        if analysis is None or selected is None or self._ranking.is_blind:
            return ()
        own, count = selected.proposal_index, len(analysis.proposals)
        if own >= count:  # drawn by hand: no proposal of the analysis
            return ()
        like = {*(ranking.rivals or ()), ranking.candidates[0].proposal_index} - {own}
        sides = analysis.width, analysis.height
        centres_xy = [((x + 0.5) / sides[0], (y + 0.5) / sides[1]) for x, y in analysis.centroids_xy]
        return find_wrong_sides(
            ranking.understood,
            centre_xy=centres_xy[own],
            others_xy=[centres_xy[i] for i in like if i < count],
            directions_off=self._ranking.chips.directions_off,
        )

    def _of_text(self, text: str) -> tuple[Finding, ...]:
        spelled, found = self._spelled
        shown = self._spelling_on and spelled == text and not self._is_foreign(text)
        return (*find_repeats(text), *(found if shown else ()))

    def _is_foreign(self, text: str) -> bool:
        """Whether the parser took the text for another language than English."""
        ranking = self._ranking.ranking
        known = ranking is not None and ranking.expression == text
        return known and ranking is not None and OTHER_LANGUAGE in ranking.understood.notices

    @Slot()
    def _on_ranking(self) -> None:
        self.refresh()
        self._pause.start()

    @Slot()
    def _check_spelling(self) -> None:
        text = self._ranking.text
        if not text or not self._spelling_on or self._spelled[0] == text:
            self.refresh()
            return

        def run(_control: JobControl) -> tuple[Finding, ...]:
            from tas_desktop.language.lint.spelling import find_misspellings

            return find_misspellings(text)

        def deliver(found: tuple[Finding, ...]) -> None:
            self._spelled = text, found
            self.refresh()

        self._lane.submit(Job("", run, on_success=deliver, on_failure=self._give_up), supersede=True)

    def _give_up(self, error: BaseException) -> None:
        """Without a word list nothing is said about spelling."""
        self._spelling_on = False
        logger.error("spelling cannot be checked", exc_info=error)
