"""From decisions to figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.evaluation.statistics.figures import Mean, Quartiles, Share
from tas_desktop.evaluation.statistics.kinds import KINDS, kind_by_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tas_desktop.engine.control import CancelToken
    from tas_desktop.storage.back_checks import BackCheckRow
    from tas_desktop.storage.decision_facts import DecisionFact

RANKS = (1, 3, 5)
NO_METHOD = "none"  # decided before there was a ranking
_LOOKED_AT_EVERY = 2_000  # decisions between two looks at the token


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of some decisions.

    Attributes:
        name: what they have in common.
        decisions: how many.
        accepted_at: for each of ``RANKS``, decisions that took a candidate of that rank or better, out of
            those that name a referent. A mask drawn by hand was at no rank.
        edited, drawn: out of those that name a referent: mask repaired; mask drawn by hand.
        no_target, skipped, flagged: out of all decisions.
        seconds: time per decision; None where none was measured.
        first_iou: mean IoU of the model's first mask with what was accepted; None without predictions.
    """

    name: str
    decisions: int
    accepted_at: tuple[Share, ...]
    edited: Share
    drawn: Share
    no_target: Share
    skipped: Share
    flagged: Share
    seconds: Quartiles | None
    first_iou: Mean | None


@dataclass(frozen=True, slots=True)
class Period:
    """Figures of the decisions made from ``start`` on, for ``length``."""

    start: datetime
    length: timedelta
    group: Group


@dataclass(frozen=True, slots=True)
class Agreement:
    """What blind back-checks found.

    Attributes:
        name: whose checks.
        same_referent: checks that named the same object again.
        iou: mean IoU of both masks; None without checks.
        ious: of each check, oldest first.
    """

    name: str
    same_referent: Share
    iou: Mean | None
    ious: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything the statistics page shows.

    Attributes:
        overall: of all standing decisions.
        by_kind, by_method, by_annotator: the same, divided; kinds in a fixed order, the others by name.
        over_time: by hour, day, week or month, whichever gives a readable number; empty periods left out.
        agreement: of all back-checks.
        agreement_by_annotator: by who checked.
    """

    overall: Group
    by_kind: tuple[Group, ...]
    by_method: tuple[Group, ...]
    by_annotator: tuple[Group, ...]
    over_time: tuple[Period, ...]
    agreement: Agreement
    agreement_by_annotator: tuple[Agreement, ...]


def count_decisions(
    facts: Iterable[DecisionFact], checks: Sequence[BackCheckRow], *, token: CancelToken | None = None
) -> Statistics:
    """Count.

    Args:
        facts: standing decisions, oldest first.
        checks: back-checks, oldest first.
        token: stops the counting.

    Raises:
        Cancelled: the token was set.
    """
    listed: list[DecisionFact] = []
    for number, fact in enumerate(facts):
        if token is not None and number % _LOOKED_AT_EVERY == 0:
            token.check()
        listed.append(fact if fact.kind else fact._replace(kind=kind_by_words(fact.text)))
    kinds = _divide(listed, lambda fact: fact.kind)
    return Statistics(
        overall=_group("all", listed),
        by_kind=tuple(sorted(kinds, key=lambda group: _place_of_kind(group.name))),
        by_method=_divide(listed, lambda fact: fact.method or NO_METHOD),
        by_annotator=_divide(listed, lambda fact: fact.annotator),
        over_time=_periods(listed),
        agreement=_agreement("all", checks),
        agreement_by_annotator=tuple(
            _agreement(name, [check for check in checks if check.checked_by == name])
            for name in sorted({check.checked_by for check in checks})
        ),
    )


def _group(name: str, facts: Sequence[DecisionFact]) -> Group:
    naming = [fact for fact in facts if fact.action.has_mask]
    by_action = {action: sum(fact.action is action for fact in facts) for action in DecisionAction}
    return Group(
        name=name,
        decisions=len(facts),
        accepted_at=tuple(
            Share(sum(fact.rank is not None and fact.rank <= rank for fact in naming), len(naming))
            for rank in RANKS
        ),
        edited=Share(sum(fact.edited for fact in naming), len(naming)),
        drawn=Share(sum(fact.rank is None for fact in naming), len(naming)),
        no_target=Share(by_action[DecisionAction.NO_TARGET], len(facts)),
        skipped=Share(by_action[DecisionAction.SKIP], len(facts)),
        flagged=Share(by_action[DecisionAction.FLAG], len(facts)),
        seconds=Quartiles.of([fact.seconds_spent for fact in facts if fact.seconds_spent > 0]),
        first_iou=Mean.of([fact.first_iou for fact in facts if fact.first_iou is not None]),
    )


def _divide(facts: Sequence[DecisionFact], key: Callable[[DecisionFact], str]) -> tuple[Group, ...]:
    parts: defaultdict[str, list[DecisionFact]] = defaultdict(list)
    for fact in facts:
        parts[key(fact)].append(fact)
    return tuple(_group(name, parts[name]) for name in sorted(parts))


def _place_of_kind(kind: str) -> tuple[int, str]:
    return (KINDS.index(kind) if kind in KINDS else len(KINDS), kind)


def _periods(facts: Sequence[DecisionFact]) -> tuple[Period, ...]:
    if not facts:
        return ()
    moments = [fact.created_at for fact in facts]
    length = _period_length(max(moments) - min(moments))
    parts: defaultdict[datetime, list[DecisionFact]] = defaultdict(list)
    for fact in facts:
        parts[_start_of_period(fact.created_at, length)].append(fact)
    return tuple(
        Period(start, length, _group(start.isoformat(timespec="minutes"), parts[start]))
        for start in sorted(parts)
    )


def _period_length(span: timedelta) -> timedelta:
    """The shortest of ten minutes, hour, day, week and four weeks that gives no more than about forty."""
    for length in (timedelta(minutes=10), timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)):
        if span <= 40 * length:
            return length
    return timedelta(weeks=4)


def _start_of_period(moment: datetime, length: timedelta) -> datetime:
    """Periods begin on whole multiples since a Monday, so that they do not move as decisions are added."""
    origin = datetime(2024, 1, 1, tzinfo=UTC)
    return origin + (moment.astimezone(UTC) - origin) // length * length


def _agreement(name: str, checks: Sequence[BackCheckRow]) -> Agreement:
    ious = tuple(check.iou for check in checks)
    return Agreement(
        name, Share(sum(check.same_referent for check in checks), len(checks)), Mean.of(ious), ious
    )
