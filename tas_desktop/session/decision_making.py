"""Drafting a decision from what is on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.decision import Decision, DecisionAction, Provenance

if TYPE_CHECKING:
    from tas_desktop.domain.decision import ChosenMask
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.session.expressions.category import CategoryChoice
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk


class Drafter:
    """Fills a decision with category, scores and provenance."""

    def __init__(
        self,
        *,
        project: ProjectSession,
        source: PipelineSource,
        ranking: RankingDesk,
        category: CategoryChoice,
    ) -> None:
        self._project, self._source = project, source
        self._desk, self._category = ranking, category

    def draft(
        self,
        action: DecisionAction,
        *,
        text: str,
        expression_id: int,
        ranking: Ranking | None,
        masks: tuple[ChosenMask, ...],
        seconds_spent: float,
        note: str,
    ) -> Decision:
        """The decision as the project stores it.

        Args:
            action: what was decided.
            text: the text in the box.
            expression_id: the expression, or 0 for one that is not in the list yet.
            ranking: the ranking on the screen, or None when there was none for this text.
            masks: what was chosen; empty for an action without a mask.
            seconds_spent: since the expression came into the box.
            note: free text.
        """
        return Decision(
            expression_id=expression_id,
            action=action,
            text=text,
            annotator=self._project.annotator,
            masks=masks,
            category=self._category.of(ranking),
            seconds_spent=round(max(seconds_spent, 0.0), 3),
            note=note,
            provenance=None if ranking is None else self._provenance(ranking),
        )

    def _provenance(self, ranking: Ranking) -> Provenance:
        pipeline, method = self._source.loaded, self._desk.method
        params = () if pipeline is None else pipeline.params
        return Provenance(
            ranking_id=ranking.ranking_id,
            method=ranking.method,
            profile="" if pipeline is None else pipeline.profile,
            components=ranking.components,
            params=params if method is None else method.params,
        )
