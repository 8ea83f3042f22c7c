"""Which sentences are shown: the best, the worst, and those about which the contenders differ most."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.evaluation.comparison import Verdict


class CaseKind(StrEnum):
    """Why a sentence is shown; the value begins its file's name."""

    WORST = "worst"
    BEST = "best"
    DISAGREED = "disagreed"


def choose_cases(verdicts: Sequence[Verdict], *, most: int) -> dict[CaseKind, list[Verdict]]:
    """At most ``most`` sentences of each kind, no image twice within one.

    Ties are broken by the sentence's id, so that the same run shows the same cases.
    """
    by_iou = sorted(verdicts, key=lambda verdict: (verdict.mean_iou, verdict.unit_id))
    cases = {CaseKind.WORST: _spread_out(by_iou, most), CaseKind.BEST: _spread_out(by_iou[::-1], most)}
    if verdicts and len(verdicts[0].samples) > 1:
        apart = [verdict for verdict in by_disagreement(verdicts) if verdict.disagreement > 0.0]
        cases[CaseKind.DISAGREED] = _spread_out(apart, most)
    return cases


def by_disagreement(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Those first whose masks differ most; among equals those where it matters most for the score."""
    return sorted(verdicts, key=lambda one: (-one.disagreement, -one.spread, one.unit_id))


def _spread_out(verdicts: Sequence[Verdict], most: int) -> list[Verdict]:
    seen: set[int] = set()
    chosen: list[Verdict] = []
    for verdict in verdicts:
        if len(chosen) == most:
            break
        if verdict.image_id not in seen:
            seen.add(verdict.image_id)
            chosen.append(verdict)
    return chosen
