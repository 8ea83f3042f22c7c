"""How plots look and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Plot(StrEnum):
    """The plots; the value is the file's name."""

    RANKS_BY_KIND = "ranks-by-kind"
    RANKS_BY_METHOD = "ranks-by-method"
    OUTCOMES = "outcomes-by-kind"
    SECONDS = "seconds-by-kind"
    OVER_TIME = "over-time"
    BACK_CHECKS = "back-checks"


@dataclass(frozen=True, slots=True)
class PlotStyle:
    """Colours as ``#rrggbb``.

    Attributes:
        ground, text, muted, line: what they say.
        series: for what is compared within a plot, told apart in grey too.
        spared: for what is left over, such as skipped.
    """

    ground: str = "#ffffff"
    text: str = "#1c2230"
    muted: str = "#5c6678"
    line: str = "#d9dde4"
    series: tuple[str, str, str] = ("#2f4fb5", "#4f9bd9", "#a9cdec")
    warm: tuple[str, str, str] = ("#b85a18", "#e39b5c", "#f0cda9")
    spared: str = "#8f97a5"


@dataclass(frozen=True, slots=True)
class PlotTexts:
    """Every word on the plots; a window gives them in its language.

    Attributes:
        names: of kinds and methods, where they have another name than in the files.
    """

    accepted_by_kind: str = "Accepted at rank 1, 3 and 5, by kind of expression"
    accepted_by_method: str = "Accepted at rank 1, 3 and 5, by method"
    outcomes: str = "What was decided, by kind of expression"
    seconds: str = "Seconds per decision: median and middle half"
    over_time: str = "Decisions, and accepted at rank 1, over time"
    back_checks: str = "Back-checks: overlap of both masks"
    rank: str = "rank ≤ {0}"
    as_proposed: str = "as proposed"
    edited: str = "repaired"
    drawn: str = "drawn by hand"
    no_target: str = "no such object"
    skipped: str = "skipped"
    flagged: str = "flagged"
    decisions: str = "decisions"
    rank_one: str = "rank 1"
    checks: str = "checks"
    iou: str = "IoU"
    same_object: str = "{0} of {1} the same object"
    nothing: str = "nothing yet"
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, name: str) -> str:
        """What a kind or method is called."""
        return self.names.get(name, name)
