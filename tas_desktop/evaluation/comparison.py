"""Several contenders on the same sentences: figures with intervals, differences, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.evaluation.intervals import Estimate, Resampling, Sums, estimate, redraw
from tas_desktop.evaluation.metrics import FIGURES, Sample, grouped
from tas_desktop.evaluation.report import Report, reports_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.engine.control import CancelToken
    from tas_desktop.evaluation.running import Run

Figures = dict[str, "Estimate | None"]
"""An estimate for each of ``FIGURES``; None where nothing was measured."""


class Group(NamedTuple):
    """A part of the sentences: ``all``, those of one ``kind``, or by whether training met their ``words``."""

    division: str
    name: str


ALL: Final = Group("all", "all")


class Verdict(NamedTuple):
    """What the contenders say of one sentence.

    Attributes:
        unit_id, image_id, kind: of the sentence.
        samples: one for each contender, in their order.
        disagreement: mean of 1 - IoU over pairs of their masks, in [0, 1]; two empty ones agree.
    """

    unit_id: str
    image_id: int
    kind: str
    samples: tuple[Sample, ...]
    disagreement: float

    @property
    def mean_iou(self) -> float:
        """How well it is answered by all together."""
        return sum(sample.iou for sample in self.samples) / len(self.samples)

    @property
    def spread(self) -> float:
        """How far the contenders' IoUs with the truth lie apart."""
        ious = [sample.iou for sample in self.samples]
        return max(ious) - min(ious)


@dataclass(frozen=True, eq=False)
class Comparison:
    """A run, summed up.

    Attributes:
        run: what was measured.
        reports: of each contender.
        resampling: how the intervals were made.
        estimates: by contender and group.
        differences: of the first contender minus each other one, by that one's name and group; on the
            sentences that count for both.
    """

    run: Run
    reports: tuple[Report, ...]
    resampling: Resampling
    estimates: Mapping[str, Mapping[Group, Figures]]
    differences: Mapping[str, Mapping[Group, Figures]]

    @property
    def names(self) -> tuple[str, ...]:
        """Of the contenders."""
        return tuple(report.method for report in self.reports)

    @property
    def groups(self) -> list[Group]:
        """Those that any contender has, all sentences first."""
        found = dict.fromkeys(group for groups in self.estimates.values() for group in groups)
        order = {"all": 0, "kind": 1, "words": 2}
        return sorted(found, key=lambda group: (order[group.division], group.name))

    def count(self, group: Group) -> int:
        """Sentences of a group; of the contender that has most of them."""
        return max(len(groups_of(report.samples).get(group, ())) for report in self.reports)

    def verdicts(self) -> list[Verdict]:
        """One for each sentence, in the order of the labels."""
        return [_verdict(samples) for samples in zip(*self.run.measured_samples(), strict=True)]

    def to_json(self) -> dict[str, Any]:
        """Protocol, figures with intervals, differences, and what was left out."""
        run = self.run
        return {
            "labels": run.labels.name,
            "protocol": run.protocol.to_json(),
            "images": len(run.image_ids),
            "sentences": len(next(iter(run.contenders.values())).samples),
            "left_out": [_loss_json(loss) for loss in run.left_out],
            "beside": [_loss_json(loss) for loss in run.labels.beside],
            "favoured": dict(run.labels.favoured),
            "intervals": {
                "level": self.resampling.level,
                "repeats": self.resampling.repeats,
                "seed": self.resampling.seed,
                "resampled": "images",
            },
            "methods": {report.method: self._method_json(report) for report in self.reports},
            "differences": [
                {"first": self.names[0], "second": name, **_groups_json(groups)}
                for name, groups in self.differences.items()
            ],
        }

    def _method_json(self, report: Report) -> dict[str, Any]:
        return {
            **report.to_json(),
            "intervals": _groups_json(self.estimates[report.method]),
            "proposals": report.proposals,
            "proposals_per_image": round(report.proposals_per_image, 3),
            "rectified_share": round(report.rectified_share, 6),
            "empty": report.empty_count,
            "rank_ms_median": round(1000 * report.rank_seconds, 3),
        }


def compare(
    run: Run, resampling: Resampling, *, proposals: str = "", token: CancelToken | None = None
) -> Comparison:
    """Sum up a run.

    Args:
        run: at least one contender.
        resampling: how intervals are made.
        proposals: where candidates came from, for the report.
        token: the cancel flag.

    Raises:
        Cancelled: the flag was set.
    """
    reports = reports_of(run, proposals=proposals)
    columns = _Columns(run)
    own = {report.method: columns.add(report.samples) for report in reports}
    first = reports[0]
    pairs = {other.method: columns.add_pair(first, other, own=own) for other in reports[1:]}
    drawn_rkf = redraw(columns.sums, resampling, token=token)

    def figures(place: int, less: int | None = None) -> Figures:
        values_f, draws_rf = columns.sums[place].values_f, drawn_rkf[:, place]
        if less is not None:
            values_f = values_f - columns.sums[less].values_f
            draws_rf = draws_rf - drawn_rkf[:, less]
        images_f = columns.sums[place].images_f
        return {
            name: estimate(
                float(values_f[number]),
                draws_rf[:, number],
                level=resampling.level,
                images=int(images_f[number]),
            )
            for number, name in enumerate(FIGURES)
        }

    estimates = {
        name: {group: figures(place) for group, place in places.items()} for name, places in own.items()
    }
    differences = {
        name: {group: figures(place, theirs[group]) for group, place in ours.items() if group in theirs}
        for name, (ours, theirs) in pairs.items()
    }
    return Comparison(run, tuple(reports), resampling, estimates, differences)


class _Columns:
    """The sums that are redrawn together; those that several figures need are there once."""

    def __init__(self, run: Run) -> None:
        self.sums: list[Sums] = []
        self._comparator = run.protocol.comparator
        self._rows = {image_id: row for row, image_id in enumerate(run.image_ids)}

    def add(self, samples: Sequence[Sample]) -> dict[Group, int]:
        """Where the sums of each group of some samples are."""
        places = {}
        for group, members in groups_of(samples).items():
            places[group] = len(self.sums)
            self.sums.append(Sums.over(members, rows=self._rows, comparator=self._comparator))
        return places

    def add_pair(
        self, first: Report, other: Report, *, own: Mapping[str, dict[Group, int]]
    ) -> tuple[dict[Group, int], dict[Group, int]]:
        """The same of two contenders on the sentences that count for both."""
        ours, theirs = ({sample.unit_id for sample in report.samples} for report in (first, other))
        if ours == theirs:
            return own[first.method], own[other.method]
        shared = ours & theirs
        both = [[s for s in report.samples if s.unit_id in shared] for report in (first, other)]
        return self.add(both[0]), self.add(both[1])


def groups_of(samples: Sequence[Sample]) -> dict[Group, list[Sample]]:
    """All samples, then those of each kind, then by what training never met where the labels say so."""
    groups = {ALL: list(samples)}
    groups |= {Group("kind", name): members for name, members in grouped(samples).items()}
    if any(sample.unseen for sample in samples):
        by_words = grouped(samples, by_unseen=True)
        groups |= {Group("words", name): members for name, members in by_words.items()}
    return groups


def _verdict(samples: tuple[Sample, ...]) -> Verdict:
    first = samples[0]
    return Verdict(first.unit_id, first.image_id, first.kind, samples, _disagreement(samples))


def _disagreement(samples: Sequence[Sample]) -> float:
    """Mean of 1 - IoU over pairs of masks; an empty one agrees with empty ones only."""
    masks = [sample.predicted for sample in samples if sample.predicted is not None]
    empty, pairs = len(samples) - len(masks), len(samples) * (len(samples) - 1) // 2
    if not pairs:
        return 0.0
    ious_mm = pairwise_iou(masks, masks)
    agreeing = (float(ious_mm.sum()) - len(masks)) / 2 + empty * (empty - 1) / 2
    return min(1.0, max(0.0, 1.0 - agreeing / pairs))


def _groups_json(groups: Mapping[Group, Figures]) -> dict[str, Any]:
    by_division: dict[str, Any] = {}
    for group, figures in groups.items():
        told = {name: None if one is None else one.to_json() for name, one in figures.items()}
        if group == ALL:
            by_division |= told
        else:
            by_division.setdefault(f"by_{'kind' if group.division == 'kind' else 'unseen'}", {})[
                group.name
            ] = told
    return by_division


def _loss_json(loss: Any) -> dict[str, Any]:
    return {"what": loss.what, "count": loss.count, "examples": list(loss.examples)}
