"""Ref-Diff without its diffusion term (methods.md 5.3, 3 to 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.methods.common import BaselineParams, Scale
from tas_desktop.engine.methods.declared import number, switch
from tas_desktop.engine.methods.gate import gate_largest
from tas_desktop.engine.methods.shared_fields import largest_kept, least_pixels, pixel_scale
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.methods.vectors import mix, unit
from tas_desktop.language.parse import ParsedExpression

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.judged import Judgement
    from tas_desktop.engine.methods.question import Question
    from tas_desktop.engine.query import Query

_SIDES = ("left", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class RefDiffParams(BaselineParams):
    """S = hard cos(f_crop, t) + (1 - hard) f_region . (t / 2 + t_root / 2), after the ramp and the gate.

    Attributes:
        hard: weight of the crop on black; the region token has the rest.
        ramp: where the sentence contains "left" or "right", crops are taken of a picture that fades to black
            at two thirds of its width.
        keep_largest, floor_px: the gate; the released program has 10 and 10,000, or 0 on RefCOCOg.
    """

    method: str = "ref-diff"
    hard: float = number(
        0.7,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "Crop"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Share of the crop on black; the rest is the region's token."),
    )
    ramp: bool = switch(
        default=True,
        label=QT_TRANSLATE_NOOP("Methods", "Fade to a side"),
        meaning=QT_TRANSLATE_NOOP("Methods", "“left” and “right” fade the picture before it is cropped."),
    )
    keep_largest: int = largest_kept(10)
    floor_px: int = least_pixels(10_000)
    scale: Scale = pixel_scale()

    @property
    def needs(self) -> frozenset[Capability]:
        """Region tokens."""
        return frozenset({Capability.REGION_TOKENS, Capability.PICTURES})

    @property
    def extras(self) -> tuple[Extra, ...]:
        """Region tokens, and crops of the picture faded to either side."""
        faded = tuple(_faded(side) for side in _SIDES) if self.ramp else ()
        return (self._tokens, *faded)

    @property
    def _tokens(self) -> Extra:
        return Extra.of(ExtraKind.REGION_TOKENS, scale=self.scale.value)

    def texts(self, query: Query) -> tuple[str, ...]:
        """The root of the sentence."""
        return (_root(query),)

    def score(self, question: Question) -> Terms:
        """Both cosines, weighed; the mixed text is not scaled again."""
        tokens_nd = unit(question.analysis.array(self._tokens).astype(np.float64))
        text_d = question.words_d
        soft_n = tokens_nd @ mix(text_d, question.unit(_root(question.query)), share=0.5)
        return Terms.seen(mix(self._crops(question) @ text_d, soft_n, share=self.hard))

    def _crops(self, question: Question) -> NDArray[np.float64]:
        if self.ramp:
            for side in _SIDES:
                if side in question.query.words:
                    return question.analysis.array(_faded(side)).astype(np.float64)
        return question.crops_nd

    def guide(self, question: Question, terms: Terms) -> Judgement | None:
        """The gate."""
        return gate_largest(
            question.analysis, terms.total_n, keep_largest=self.keep_largest, floor_px=self.floor_px
        )


def _faded(side: str) -> Extra:
    return Extra.of(ExtraKind.RAMPED_CROPS, side=side)


def _root(query: Query) -> str:
    """The word that the sentence's syntax hangs on; its head noun, or the whole, where no parser says."""
    parsed = ParsedExpression.of(query.understood)
    if parsed.roots:
        return parsed.words[parsed.roots[-1]].lower()
    return query.understood.head or query.words
