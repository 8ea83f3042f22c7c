"""Scores of an image's proposals for one query, before any direction acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.proposal import ProposalSource
from tas_desktop.engine import texts
from tas_desktop.engine.analysing import RECOGNISED_FROM
from tas_desktop.engine.fallback import colour_match, named_colours, usual_size
from tas_desktop.engine.geometry import areas_px
from tas_desktop.engine.methods.tas import Terms, TextFeatures, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.params import TasParams
    from tas_desktop.engine.ports import ImageTextEncoder, SynonymSource
    from tas_desktop.engine.query import Query


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Scores of N candidates.

    Attributes:
        terms: V, P and N; all zero where the networks know nothing of the picture.
        prior_n: shape (N,): how far each mask's maker trusts it; there, what colours and sizes say.
        features: feature of each text that was encoded.
        by_pixels: whether the pixels were asked instead of the networks.
    """

    terms: Terms
    prior_n: NDArray[np.float64]
    features: dict[str, NDArray[np.float32]]
    by_pixels: bool

    @property
    def total_n(self) -> NDArray[np.float64]:
        """Sum of everything, shape (N,)."""
        return self.terms.total_n + self.prior_n


def score_query(
    analysis: ImageAnalysis,
    query: Query,
    params: TasParams,
    *,
    encoder: ImageTextEncoder,
    synonyms: SynonymSource,
) -> Scored:
    """Score by the networks, or by colours where the picture is not of the kind they know.

    Presets of upstream always score by the networks.
    """
    count = len(analysis.proposals)
    by_pixels = analysis.recognised < RECOGNISED_FROM and not params.as_upstream
    if by_pixels or count == 0:
        wanted = named_colours(query.words.split())
        excluded = named_colours(" ".join(query.excluded).split())
        prior_n = colour_match(analysis.colour_shares_nc, wanted=wanted, excluded=excluded)
        prior_n += usual_size(areas_px(analysis.proposals) / (analysis.width * analysis.height))
        zero_n = np.zeros(count)
        terms = Terms(zero_n, zero_n, zero_n, (), np.zeros((count, 0)))
        return Scored(terms, prior_n, {}, by_pixels)
    features = texts.encode(encoder, query.texts)
    width = analysis.crop_features_nd.shape[1]
    excluded_kd = np.stack([features[t] for t in query.excluded]) if query.excluded else np.zeros((0, width))
    terms = score(
        analysis,
        TextFeatures(
            words_d=features.get(query.words, np.zeros(width, dtype=np.float32)),
            excluded=query.excluded,
            excluded_kd=excluded_kd.astype(np.float32),
        ),
        negative_rows=_negative_rows(analysis, query, params, synonyms),
        params=params,
    )
    return Scored(terms, params.trust * trust_in_masks(analysis.proposals), features, by_pixels)


def trust_in_masks(proposals: Sequence[Proposal]) -> NDArray[np.float64]:
    """The maker's own estimate of each mask's quality, shape (N,); 0 for regions of a hierarchy.

    A region of a hierarchy is one of hundreds, most of which are no thing at all.
    """
    return np.array(
        [0.0 if p.source is ProposalSource.HIERARCHY else p.quality for p in proposals], dtype=np.float64
    )


def _negative_rows(
    analysis: ImageAnalysis, query: Query, params: TasParams, synonyms: SynonymSource
) -> list[int]:
    """Phrases of the scene caption that do not name the target and are not switched off."""
    if not params.use_n or not query.words:
        return []
    target, rule = query.understood.target, params.synonym_rule.value
    off = params.chips.negatives_off
    return [
        row
        for row, phrase in enumerate(analysis.phrases)
        if phrase not in off and not texts.are_near(synonyms, phrase, target, rule=rule)
    ]
