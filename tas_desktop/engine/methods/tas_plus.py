"""tas-plus, our own method: TAS' terms, what masks of one thing agree on, colours, then our rectifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.marking import QT_TRANSLATE_NOOP
from tas_desktop.domain.understanding import DirectionKind
from tas_desktop.engine.capabilities import Capability
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.fallback import colour_match, named_colours
from tas_desktop.engine.geometry import areas_px
from tas_desktop.engine.methods.declared import number
from tas_desktop.engine.methods.heat_map import POOLING, places_of, pooling_of
from tas_desktop.engine.methods.params import likeness_of_kind
from tas_desktop.engine.methods.tas import TasParams
from tas_desktop.engine.methods.terms import Terms
from tas_desktop.engine.methods.vectors import unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.question import Question

REGIONS = Extra.of(ExtraKind.MASKED_TOKENS, share=0.5, scale="model", masks="area")
"""Masked tokens in the second half of the blocks, where the starter's encoder was trained to see them."""

CONTEXT = Extra.of(ExtraKind.CONTEXT_CROPS, margin=0.3)
"""Crops a little larger than the box, with what is around the mask."""

VALUES = Extra.of(ExtraKind.MAP, path="value", scale="model")


@dataclass(frozen=True, slots=True, kw_only=True)
class TasPlusParams(TasParams):
    """TAS with more to look at; a weight of 0 leaves a term out, and what it needs of the encoder with it.

    The weights were chosen on validation scenes of the starter pack by ``benchmarks/tas_plus.py``, which also
    prints what each term is worth. With the starter's encoder no further term gained anything there, so that
    they are off; directions weigh less than in ``tas``, but for ordinals and relations, which weigh more.

    Attributes:
        ordinal, relation: how much more than other directions these weigh.
        region: weight of the cosine of the mask's tokens within the whole picture.
        context: weight of the cosine of the crop with its surroundings.
        heat: weight of the values' map inside the mask less outside.
        kinship: share of each score that comes from the masks of the same thing, by their overlap: one crop
            says little, ten crops of one thing that agree say more; trust then picks the mask.
        colour: weight of the pixels' own colours where the words name some.
    """

    method: str = "tas-plus"
    spatial: float = number(
        0.07,
        label=QT_TRANSLATE_NOOP("Methods", "S, places"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of places under our direction rule."),
    )
    ordinal: float = number(
        1.4,
        high=10.0,
        label=QT_TRANSLATE_NOOP("Methods", "S, ordinals"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "How much more than other places “second from the left” weighs."
        ),
        is_offered=False,
    )
    relation: float = number(
        2.0,
        high=10.0,
        label=QT_TRANSLATE_NOOP("Methods", "S, relations"),
        meaning=QT_TRANSLATE_NOOP("Methods", "How much more than other places “left of the box” weighs."),
        is_offered=False,
    )
    likeness: float = likeness_of_kind(0.085)
    region: float = number(
        0.0,
        high=5.0,
        label=QT_TRANSLATE_NOOP("Methods", "R, region in the picture"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of the mask's tokens within the whole picture."),
    )
    context: float = number(
        0.0,
        high=5.0,
        label=QT_TRANSLATE_NOOP("Methods", "C, surroundings"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of the crop with what is around the mask."),
    )
    heat: float = number(
        0.0,
        high=5.0,
        label=QT_TRANSLATE_NOOP("Methods", "H, map"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of the map of values inside the mask less outside."),
    )

    kinship: float = number(
        0.0,
        high=1.0,
        label=QT_TRANSLATE_NOOP("Methods", "K, masks that agree"),
        meaning=QT_TRANSLATE_NOOP(
            "Methods", "Share of a score that comes from other masks of the same thing."
        ),
    )
    colour: float = number(
        0.0,
        high=5.0,
        label=QT_TRANSLATE_NOOP("Methods", "Colours of pixels"),
        meaning=QT_TRANSLATE_NOOP("Methods", "Weight of the pixels' own colours where words name some."),
    )

    @property
    def direction_weights(self) -> Mapping[DirectionKind, float]:
        """Ordinals and relations are meant more exactly than sides are."""
        return {DirectionKind.ORDINAL: self.ordinal, DirectionKind.RELATION: self.relation}

    @property
    def needs(self) -> frozenset[Capability]:
        """What the terms in use need."""
        found = {Capability.PICTURES} if self.region or self.heat else set()
        found |= {Capability.MASKED_TOKENS} if self.region else set()
        found |= {Capability.VALUE_MAP} if self.heat else set()
        return frozenset(found)

    @property
    def extras(self) -> tuple[Extra, ...]:
        """What the terms in use want."""
        wanted = ((self.region, (REGIONS,)), (self.context, (CONTEXT,)), (self.heat, (VALUES, POOLING)))
        return tuple(extra for weight, extras in wanted if weight for extra in extras)

    def score(self, question: Question) -> Terms:
        """TAS' terms, with the further ones in V, each shared among the masks of one thing."""
        terms = TasParams.score(self, question)
        v_n, p_n, costs_nk = terms.v_n + self._further(question), terms.p_n, terms.costs_nk
        if self.kinship:
            kin_nn = kinship(question.analysis, share=self.kinship)
            v_n, p_n, costs_nk = kin_nn @ v_n, kin_nn @ p_n, kin_nn @ costs_nk
        return Terms(v_n, p_n, costs_nk.sum(axis=1), terms.negatives, costs_nk)

    def _further(self, question: Question) -> NDArray[np.float64]:
        analysis, words_d = question.analysis, question.words_d
        further_n = np.zeros(len(analysis.proposals))
        if self.region:
            further_n += self.region * (unit(analysis.array(REGIONS).astype(np.float64)) @ words_d)
        if self.context:
            further_n += self.context * (analysis.array(CONTEXT).astype(np.float64) @ words_d)
        if self.heat:
            pooling = pooling_of(analysis, VALUES)
            heat_g = unit(places_of(analysis, VALUES)) @ words_d
            further_n += self.heat * (pooling.inside(heat_g) - pooling.outside(heat_g))
        if self.colour:
            further_n += self.colour * colour_match(
                analysis.colour_shares_nc,
                wanted=named_colours(question.query.words.split()),
                excluded=named_colours(" ".join(question.query.excluded).split()),
            )
        return further_n


def kinship(analysis: ImageAnalysis, *, share: float) -> NDArray[np.float64]:
    """How much each mask's score counts for each, rows adding up to 1, shape (N, N).

    Masks count by the square of their IoU: those of one thing nearly alike, those of its parts hardly.
    """
    area_n = areas_px(analysis.proposals)
    shared_nn = analysis.shared_nn.astype(np.float64) * np.minimum(area_n[:, None], area_n)
    iou_nn = shared_nn / np.maximum(area_n[:, None] + area_n - shared_nn, 1.0)
    weight_nn = iou_nn**2
    kin_nn = weight_nn / weight_nn.sum(axis=1, keepdims=True)
    return np.asarray(share * kin_nn + (1.0 - share) * np.eye(len(area_n)))
