"""CLIP-only, and the largest-k gate over it (methods.md 3; 5.3, 1 and 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.engine.methods.common import BaselineParams
from tas_desktop.engine.methods.gate import gate_largest
from tas_desktop.engine.methods.shared_fields import largest_kept, least_pixels
from tas_desktop.engine.methods.terms import Terms

if TYPE_CHECKING:
    from tas_desktop.engine.judged import Judgement
    from tas_desktop.engine.methods.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class CropsParams(BaselineParams):
    """The crop on black against the sentence, by cosine: TAS' V alone.

    Attributes:
        keep_largest: only so many of the largest masks may come first; 0 lets all.
        floor_px: only masks of more pixels may; the released gate has 10,000, and 0 on RefCOCOg.
    """

    method: str = "clip-only"
    keep_largest: int = largest_kept(0)
    floor_px: int = least_pixels(0)

    def score(self, question: Question) -> Terms:
        """V."""
        return Terms.seen(question.crops_nd @ question.words_d)

    def guide(self, question: Question, terms: Terms) -> Judgement | None:
        """The gate."""
        return gate_largest(
            question.analysis, terms.total_n, keep_largest=self.keep_largest, floor_px=self.floor_px
        )
