"""The terms a candidate's total is the sum of: one letter and one colour each, wherever they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.ui.theme import Tones


@dataclass(frozen=True, slots=True)
class Term:
    """One term.

    Attributes:
        letter: how it is named beside its colour.
        value_of: its signed contribution to a candidate's total.
        colour_in: its colour in a set of tones, as ``#rrggbb``.
    """

    letter: str
    value_of: Callable[[Candidate], float]
    colour_in: Callable[[Tones], str]


VISUAL = Term("V", lambda candidate: candidate.v, lambda tones: tones.visual)
CAPTION = Term("P", lambda candidate: candidate.p, lambda tones: tones.caption)
NEGATIVE = Term("N", lambda candidate: candidate.n, lambda tones: tones.negative)
MASK = Term("M", lambda candidate: candidate.prior, lambda tones: tones.prior)
SPATIAL = Term("S", lambda candidate: candidate.spatial, lambda tones: tones.spatial)
TERMS = (VISUAL, CAPTION, NEGATIVE, MASK, SPATIAL)
"""All of them: for every candidate their values sum to its total."""
