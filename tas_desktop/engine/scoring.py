"""Scores of an image's proposals for one query, before any direction acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.domain.proposal import ProposalSource
from tas_desktop.engine import texts
from tas_desktop.engine.analysis import RECOGNISED_FROM
from tas_desktop.engine.fallback import colour_match, named_colours, usual_size
from tas_desktop.engine.geometry import areas_px
from tas_desktop.engine.layout import SAME_THING
from tas_desktop.engine.methods.question import Question
from tas_desktop.engine.methods.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.params import RankingParams
    from tas_desktop.engine.ports import ImageTextEncoder, SynonymSource
    from tas_desktop.engine.query import Query

_RIVALRY: Final = 2.0
"""How much more a better mask of the same thing takes than the estimate itself gives."""


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Scores of N candidates.

    Attributes:
        terms: V, P and N; all zero where the networks know nothing of the picture.
        prior_n: shape (N,): how far each mask's maker trusts it; there, what colours and sizes say.
        question: what the networks were asked; None where the pixels were asked instead of them.
    """

    terms: Terms
    prior_n: NDArray[np.float64]
    question: Question | None

    @property
    def features(self) -> Mapping[str, NDArray[np.float32]]:
        """Feature of each text that was encoded."""
        return {} if self.question is None else self.question.features

    @property
    def by_pixels(self) -> bool:
        """Whether the pixels were asked instead of the networks."""
        return self.question is None

    @property
    def total_n(self) -> NDArray[np.float64]:
        """Sum of everything, shape (N,)."""
        return self.terms.total_n + self.prior_n


def score_query(
    analysis: ImageAnalysis,
    query: Query,
    params: RankingParams,
    *,
    encoder: ImageTextEncoder,
    synonyms: SynonymSource,
) -> Scored:
    """Score by the networks, or by colours where the picture is not of the kind they know.

    Upstream's methods always score by the networks.
    """
    count = len(analysis.proposals)
    if count == 0 or (analysis.recognised < RECOGNISED_FROM and not params.as_upstream):
        wanted = named_colours(query.words.split())
        excluded = named_colours(" ".join(query.excluded).split())
        prior_n = colour_match(analysis.colour_shares_nc, wanted=wanted, excluded=excluded)
        prior_n += usual_size(areas_px(analysis.proposals) / (analysis.width * analysis.height))
        return Scored(Terms.none(count), prior_n, None)
    question = Question(
        analysis,
        query,
        synonyms,
        features=texts.encode(encoder, dict.fromkeys((*query.texts, *params.texts(query)))),
        plain_features=texts.encode_plain(encoder, params.plain_texts(query)),
    )
    trust_n = params.trust * trust_in_masks(analysis.proposals, shared_nn=analysis.shared_nn)
    return Scored(params.score(question), trust_n, question)


def trust_in_masks(proposals: Sequence[Proposal], *, shared_nn: NDArray[np.float32]) -> NDArray[np.float64]:
    """How far each mask is to be trusted, shape (N,): its maker's estimate, less for a better rival.

    A region of a hierarchy counts 0: it is one of hundreds, most of which are no thing at all. Where
    several masks lie on one thing, the estimate mainly says which of them to take; between things it
    says little, for a thing that is hard to outline is asked for as often as any other. On validation
    scenes that gave +.006 mIoU over the estimate alone.

    Args:
        proposals: N.
        shared_nn: intersection over the smaller of two masks, shape (N, N).
    """
    quality_n = np.array(
        [0.0 if p.source is ProposalSource.HIERARCHY else p.quality for p in proposals], dtype=np.float64
    )
    rival_n = np.where(shared_nn > SAME_THING, quality_n[None, :], 0.0).max(axis=1, initial=0.0)
    trusted_n = quality_n - _RIVALRY * np.maximum(rival_n - quality_n, 0.0)
    return np.asarray(trusted_n, dtype=np.float64)
