"""The three terms of TAS as dot products over an image's features (methods.md 1.1, 1.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.ranking import NegativeCost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.params import TasParams


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Signed contributions of N candidates, weights applied; float64.

    Attributes:
        v_n, p_n, n_n: shape (N,); their sum is the total before the rectifier.
        negatives: the K phrases that cost something, without repeats.
        costs_nk: shape (N, K): what each phrase contributed to ``n_n``.
    """

    v_n: NDArray[np.float64]
    p_n: NDArray[np.float64]
    n_n: NDArray[np.float64]
    negatives: tuple[str, ...]
    costs_nk: NDArray[np.float64]

    @property
    def total_n(self) -> NDArray[np.float64]:
        """S before the rectifier."""
        return self.v_n + self.p_n + self.n_n

    def negative_costs(self, index: int) -> tuple[NegativeCost, ...]:
        """What each negative phrase cost candidate ``index``, the most expensive first."""
        costs = [NegativeCost(p, float(c)) for p, c in zip(self.negatives, self.costs_nk[index], strict=True)]
        return tuple(sorted(costs, key=lambda cost: cost.cost))


@dataclass(frozen=True, slots=True, eq=False)
class TextFeatures:
    """Unit rows for one expression: ``words_d`` for V and P, one row per phrase it excludes itself."""

    words_d: NDArray[np.float32]
    excluded: tuple[str, ...]
    excluded_kd: NDArray[np.float32]


def score(
    analysis: ImageAnalysis, texts: TextFeatures, *, negative_rows: Sequence[int], params: TasParams
) -> Terms:
    """Score every proposal of an image for one expression.

    Args:
        analysis: the image; without captions P and N are 0.
        texts: features of the expression's texts.
        negative_rows: rows of ``analysis.phrase_features_kd`` that are negatives; a row may recur only
            as the same phrase at another place of the caption.
        params: weights and switches.

    Returns:
        Terms as cosines times weights. N is minus the *mean* over negatives, 0 without any (upstream
        gives NaN there).
    """
    crops_nd = analysis.crop_features_nd.astype(np.float64)
    words_d = texts.words_d.astype(np.float64)
    zero_n = np.zeros(len(analysis.proposals))
    p_n = zero_n
    if params.use_p and analysis.caption_features_nd is not None:
        p_n = params.alpha * (analysis.caption_features_nd.astype(np.float64) @ words_d)
    negatives, costs_nk = _negatives(analysis, crops_nd, negative_rows=negative_rows, params=params)
    if texts.excluded and params.exclusion > 0.0:
        excluded_nk = -params.exclusion * (crops_nd @ texts.excluded_kd.astype(np.float64).T)
        negatives += texts.excluded
        costs_nk = np.concatenate([costs_nk, excluded_nk / len(texts.excluded)], axis=1)
    return Terms(
        v_n=crops_nd @ words_d if params.use_v else zero_n,
        p_n=p_n,
        n_n=costs_nk.sum(axis=1),
        negatives=negatives,
        costs_nk=costs_nk,
    )


def _negatives(
    analysis: ImageAnalysis,
    crops_nd: NDArray[np.float64],
    *,
    negative_rows: Sequence[int],
    params: TasParams,
) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Negative phrases without repeats and their costs, shape (N, K): weight x cosine x share."""
    rows_of: dict[str, list[int]] = {}
    if params.use_n and analysis.phrase_features_kd is not None:
        for row in negative_rows:
            rows_of.setdefault(analysis.phrases[row], []).append(row)
    if not rows_of or analysis.phrase_features_kd is None:
        return (), np.zeros((len(crops_nd), 0))
    repeats_k = np.array([1 if params.distinct_negatives else len(rows) for rows in rows_of.values()])
    features_kd = analysis.phrase_features_kd[[rows[0] for rows in rows_of.values()]].astype(np.float64)
    costs_nk = -params.lam * (crops_nd @ features_kd.T) * (repeats_k / repeats_k.sum())
    return tuple(rows_of), costs_nk
