"""What an evaluation found of one contender, for machines and for people."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from tas_desktop.evaluation.metrics import Comparator, Sample, Scores, counted, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.evaluation.running import Run


@dataclass(frozen=True, slots=True)
class Report:
    """Samples of one method on one set of labels.

    Attributes:
        method: the method's name, or that of who made the predictions.
        proposals: ``model``, ``ground-truth``, or empty where that is unknown.
        samples: one for each sentence that counts.
        comparator: of P@X.
        images: how many.
        proposals_per_image: mean after the overlap filter.
        analysed: how many of the images were analysed in this run.
        analysis_seconds: mean wall time of those; shared with other methods of the same run.
        kept: how many analyses were read in this run; what is neither was measured in a run before.
    """

    method: str
    proposals: str
    samples: Sequence[Sample]
    comparator: Comparator
    images: int
    proposals_per_image: float
    analysed: int
    analysis_seconds: float
    kept: int = 0

    @property
    def overall(self) -> Scores:
        return Scores.over(self.samples, comparator=self.comparator)

    @property
    def by_kind(self) -> dict[str, Scores]:
        return self._scores(by_unseen=False)

    @property
    def by_unseen(self) -> dict[str, Scores]:
        return self._scores(by_unseen=True)

    @property
    def rectified_share(self) -> float:
        """Share of sentences that the rectifier touched."""
        return sum(sample.rectified for sample in self.samples) / max(1, len(self.samples))

    @property
    def empty_count(self) -> int:
        """Sentences without a predicted pixel among those that count."""
        return sum(sample.predicted is None for sample in self.samples)

    @property
    def rank_seconds(self) -> float:
        """Median wall time of ranking one sentence on an analysed image; 0 where nothing was timed."""
        timed = [sample.method_seconds for sample in self.samples if sample.method_seconds]
        return median(timed) if timed else 0.0

    def to_json(self) -> dict[str, Any]:
        """The overall figures, and the same under ``by_kind`` and ``by_unseen``."""
        return {
            **self.overall.to_json(),
            "by_kind": {kind: scores.to_json() for kind, scores in self.by_kind.items()},
            "by_unseen": {name: scores.to_json() for name, scores in self.by_unseen.items()},
        }

    def _scores(self, *, by_unseen: bool) -> dict[str, Scores]:
        groups = grouped(self.samples, by_unseen=by_unseen)
        return {name: Scores.over(group, comparator=self.comparator) for name, group in groups.items()}


def reports_of(run: Run, *, proposals: str) -> list[Report]:
    """One report for each contender of a run; ``proposals``: where candidates came from."""
    return [
        Report(
            method=name,
            proposals=proposals if one.proposals else "",
            samples=tuple(counted(one.samples, run.protocol.empties)),
            comparator=run.protocol.comparator,
            images=len(run.image_ids),
            proposals_per_image=sum(one.proposals) / max(1, len(one.proposals)),
            analysed=len(one.analysis_seconds),
            analysis_seconds=sum(one.analysis_seconds) / max(1, len(one.analysis_seconds)),
            kept=one.kept,
        )
        for name, one in run.contenders.items()
    ]
