"""Applying the chosen rectifier to scored candidates, in the units of the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.engine.geometry import areas_px, boxes_xywh
from tas_desktop.engine.judged import Judgement
from tas_desktop.engine.layout import Layout, likelihood_of_kind
from tas_desktop.engine.methods.params import RankingParams, RectifierRule
from tas_desktop.engine.query import anchor_phrases
from tas_desktop.engine.rectifier import rectify
from tas_desktop.engine.rectifier_code import rectify_as_code
from tas_desktop.language.entities import extract_entity
from tas_desktop.language.parse import ParsedExpression

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Direction
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.query import Query


def judge(
    analysis: ImageAnalysis,
    query: Query,
    total_n: NDArray[np.float64],
    params: RankingParams,
    *,
    features: Mapping[str, NDArray[np.float32]],
) -> Judgement:
    """Apply the rectifier that ``params`` names.

    Args:
        analysis: the image.
        query: the expression's directions and parse.
        total_n: scores before the rectifier, shape (N,).
        params: the rule and its weights.
        features: text features of the anchor phrases; those left out may be anywhere.
    """
    if len(total_n) > 0 and params.rectifier is RectifierRule.TAS:
        return _judge_softly(analysis, query, total_n, params, features)
    if len(total_n) > 0 and params.rectifier is RectifierRule.CODE:
        return _judge_as_code(analysis, query, total_n, params)
    return _unmoved(total_n)


def _judge_softly(
    analysis: ImageAnalysis,
    query: Query,
    total_n: NDArray[np.float64],
    params: RankingParams,
    features: Mapping[str, NDArray[np.float32]],
) -> Judgement:
    layout = layout_of(analysis, likelihood_of_kind(total_n, likeness=params.likeness))
    anchors = {
        d.anchor: _anchors(analysis, d, features, params)
        for d in query.directions
        if d.anchor and all(phrase in features for phrase in anchor_phrases(d))
    }
    verdict = rectify(layout, query.directions, anchors=anchors, weights=params.direction_weights)
    if verdict is None:
        return _unmoved(total_n)
    return Judgement(-params.spatial * verdict.cost_n, verdict.kept_n, acted=True)


def _judge_as_code(
    analysis: ImageAnalysis, query: Query, total_n: NDArray[np.float64], params: RankingParams
) -> Judgement:
    """Everything outside the named half falls below what is inside it, by the range of the scores.

    Upstream's rule reads one place from the whole sentence, so it can only be left out as a whole: when the
    annotator has switched every direction off.
    """
    off, found = params.chips.directions_off, query.understood.directions
    if found and all(direction.span in off for direction in found):
        return _unmoved(total_n)
    verdict = rectify_as_code(
        total_n,
        centroids_xy=analysis.centroids_xy,
        sentence=query.understood.text.lower(),
        target=query.understood.target,
        entity=extract_entity(ParsedExpression.of(query.understood)),
        size_wh=(analysis.width, analysis.height),
        centre_ref=params.centre_ref,
    )
    if verdict is None:
        return _unmoved(total_n)
    spatial_n = np.where(verdict.kept_n, 0.0, -float(np.ptp(total_n)))
    return Judgement(spatial_n, verdict.kept_n, acted=True, winner=verdict.winner)


def _unmoved(total_n: NDArray[np.float64]) -> Judgement:
    return Judgement(np.zeros(len(total_n)), np.ones(len(total_n), dtype=bool), acted=False)


def layout_of(analysis: ImageAnalysis, likely_n: NDArray[np.float64]) -> Layout:
    """The candidates of an image in relative coordinates."""
    size_xy = np.array([analysis.width, analysis.height], dtype=np.float64)
    boxes = boxes_xywh(analysis.proposals)
    return Layout(
        centres_xy=(analysis.centroids_xy + 0.5) / size_xy,
        boxes_xyxy=np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1) / np.tile(size_xy, 2),
        area_n=areas_px(analysis.proposals) / size_xy.prod(),
        shared_nn=analysis.shared_nn.astype(np.float64),
        likely_n=likely_n,
    )


def _anchors(
    analysis: ImageAnalysis,
    direction: Direction,
    features: Mapping[str, NDArray[np.float32]],
    params: RankingParams,
) -> NDArray[np.float64]:
    """Probability of each candidate to be each anchor phrase, shape (A, N), by cosine."""
    rows = []
    for phrase in anchor_phrases(direction):
        cosine_n = analysis.crop_features_nd.astype(np.float64) @ features[phrase].astype(np.float64)
        likely_n = likelihood_of_kind(cosine_n, likeness=params.likeness)
        rows.append(likely_n / likely_n.sum())
    return np.array(rows)
