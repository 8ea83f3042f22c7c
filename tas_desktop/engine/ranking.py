"""The fast half: an expression against an analysed image, without any vision model."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.component import fingerprint
from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.domain.ranking import Candidate, Ranking, Region
from tas_desktop.engine import texts
from tas_desktop.engine.analysing import RECOGNISED_FROM
from tas_desktop.engine.control import Control
from tas_desktop.engine.fallback import colour_match, named_colours
from tas_desktop.engine.judgement import Judgement, judge
from tas_desktop.engine.methods.params import TasParams, Wording
from tas_desktop.engine.methods.tas import Terms, TextFeatures, score
from tas_desktop.engine.query import Query, check_expression, make_query
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.target import code_target

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.ports import ExpressionParser, ImageTextEncoder, SynonymSource


def rank(
    analysis: ImageAnalysis,
    expression: str,
    params: TasParams | None = None,
    *,
    encoder: ImageTextEncoder,
    parser: ExpressionParser,
    synonyms: SynonymSource,
    control: Control | None = None,
) -> Ranking:
    """Order the proposals of an image for one expression.

    The order does not depend on the order of the proposals. Parses and text features are remembered.

    Args:
        analysis: of the image; an early one ranks by V alone and gives ``complete=False``.
        expression: text as typed, 1 to 2,000 characters.
        params: weights, switches and chips; our default method when left out.
        encoder: the encoder that made the analysis.
        parser: the profile's parser.
        synonyms: the profile's synonym source.
        control: the cancel flag.

    Raises:
        ExpressionRefused: the expression is blank or too long.
        Cancelled: the flag was set.
    """
    check_expression(expression)
    (control or Control()).token.check()
    params = params or TasParams()
    understood = _understand(parser, expression, params)
    query = make_query(understood, params, encoder=encoder, synonyms=synonyms)
    (control or Control()).token.check()
    scored = _score(analysis, query, params, encoder=encoder, synonyms=synonyms)
    judgement = judge(analysis, query, scored.total_n, params, features=scored.features)
    candidates = _candidates(analysis, scored, judgement, first_of_equals=params.as_upstream)
    components = tuple(dict.fromkeys((*analysis.components, parser.component, synonyms.component)))
    return Ranking(
        ranking_id=_ranking_id(analysis, expression, params, components),
        expression=expression,
        method=params.method,
        candidates=candidates,
        understood=query.understood,
        negatives=scored.terms.negatives,
        regions=_regions(analysis, judgement),
        rectified=judgement.acted,
        margin=candidates[0].total - candidates[1].total if len(candidates) > 1 else 0.0,
        components=components,
        notices=(*analysis.notices, *query.notices, *_gaps(analysis, scored, params)),
        complete=analysis.complete,
    )


def _understand(parser: ExpressionParser, expression: str, params: TasParams) -> Understanding:
    if params.wording is not Wording.SENTENCE:
        return texts.understand(parser, expression)
    lowered = texts.understand(parser, expression.lower())  # upstream parses the lower-cased sentence
    return replace(lowered, target=code_target(ParsedExpression.of(lowered)))


@dataclass(frozen=True, slots=True, eq=False)
class _Scored:
    """Terms of N candidates, and what the pixels said where the networks know nothing."""

    terms: Terms
    colour_n: NDArray[np.float64]
    features: dict[str, NDArray[np.float32]]
    by_pixels: bool

    @property
    def total_n(self) -> NDArray[np.float64]:
        return self.terms.total_n + self.colour_n


def _score(
    analysis: ImageAnalysis,
    query: Query,
    params: TasParams,
    *,
    encoder: ImageTextEncoder,
    synonyms: SynonymSource,
) -> _Scored:
    count = len(analysis.proposals)
    by_pixels = analysis.recognised < RECOGNISED_FROM and not params.as_upstream
    if by_pixels or count == 0:
        wanted = named_colours(query.words.split())
        excluded = named_colours(" ".join(query.excluded).split())
        colour_n = colour_match(analysis.colour_shares_nc, wanted=wanted, excluded=excluded)
        zero_n = np.zeros(count)
        terms = Terms(zero_n, zero_n, zero_n, (), np.zeros((count, 0)))
        return _Scored(terms, colour_n, {}, by_pixels)
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
    return _Scored(terms, np.zeros(count), features, by_pixels)


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


def _candidates(
    analysis: ImageAnalysis, scored: _Scored, judgement: Judgement, *, first_of_equals: bool
) -> tuple[Candidate, ...]:
    before_n, terms = scored.total_n, scored.terms
    total_n = before_n + judgement.spatial_n
    keys = [_tie_break(analysis, i, by_index=first_of_equals) for i in range(len(total_n))]
    first = judgement.winner
    order_before = sorted(range(len(total_n)), key=lambda i: (-before_n[i], keys[i]))
    order = sorted(
        order_before, key=lambda i: (-total_n[i], i != first, not judgement.kept_n[i], -before_n[i], keys[i])
    )
    rank_before = {index: place for place, index in enumerate(order_before, start=1)}
    return tuple(
        Candidate(
            proposal_index=i,
            proposal=analysis.proposals[i],
            rank=place,
            rank_before=rank_before[i],
            total=float(total_n[i]),
            v=float(terms.v_n[i]),
            p=float(terms.p_n[i]),
            n=float(terms.n_n[i]),
            spatial=float(judgement.spatial_n[i]),
            kept=bool(judgement.kept_n[i]),
            caption=analysis.captions[i] if analysis.captions else "",
            negatives=terms.negative_costs(i),
            colour=float(scored.colour_n[i]),
        )
        for place, i in enumerate(order, start=1)
    )


def _tie_break(analysis: ImageAnalysis, index: int, *, by_index: bool) -> tuple[float, float, str]:
    """Order among equal scores: upstream's is the first index, ours does not depend on the order."""
    if by_index:
        return float(index), 0.0, ""
    proposal = analysis.proposals[index]
    return -proposal.quality, -float(proposal.mask.area), proposal.mask.counts


def _regions(analysis: ImageAnalysis, judgement: Judgement) -> tuple[Region, ...]:
    """The box around everything that was kept, when the rectifier acted."""
    kept = np.flatnonzero(judgement.kept_n)
    if not judgement.acted or kept.size == 0:
        return ()
    boxes = np.array([analysis.proposals[i].mask.box_xywh for i in kept])
    x, y = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = (boxes[:, 0] + boxes[:, 2]).max(), (boxes[:, 1] + boxes[:, 3]).max()
    return (Region((float(x), float(y), float(right - x), float(bottom - y))),)


def _gaps(analysis: ImageAnalysis, scored: _Scored, params: TasParams) -> tuple[Notice, ...]:
    """What the method could not do, and where upstream would have stopped."""
    notices: list[Notice] = []
    if not analysis.proposals:
        return ()
    if analysis.complete and not analysis.has_captions and not scored.by_pixels and params.use_p:
        notices.append(Notice("no-captions", "No captions were made: the ranking uses V alone."))
    if analysis.recognised < RECOGNISED_FROM and params.as_upstream:
        notices.append(_NOT_TRUSTED)
    if params.as_upstream and (why := _undefined_upstream(analysis, scored, params)):
        notices.append(
            Notice("upstream-undefined", f"Upstream gives no answer here ({why}); ranked as by “tas”.")
        )
    return tuple(notices)


def _undefined_upstream(analysis: ImageAnalysis, scored: _Scored, params: TasParams) -> str:
    """Why the released code would crash or give NaN, methods.md 1.2; empty where it would not."""
    total_n = scored.total_n
    if any(notice.code == "overlap-filter-empty" for notice in analysis.notices):
        return "no mask passes its filter"
    if len(total_n) == 1:
        return "only one candidate, so its scores have no range"
    if analysis.complete and params.use_n and not scored.terms.negatives:
        return "no negative phrase is left"
    if float(np.ptp(total_n)) == 0.0:
        return "all candidates score the same"
    return ""


def _ranking_id(
    analysis: ImageAnalysis, expression: str, params: TasParams, components: tuple[ComponentId, ...]
) -> str:
    chips = params.chips
    choices = {
        **asdict(replace(params, chips=type(chips)())),
        "chips": [sorted(chips.directions_off), sorted(chips.negatives_off), chips.target],
    }
    return fingerprint(
        analysis.key, analysis.complete, expression, choices, [asdict(part) for part in components]
    )


_NOT_TRUSTED = Notice(
    "scores-not-trusted",
    "The networks do not know pictures like this one, and this method ranks by them all the same.",
    NoticeLevel.WARNING,
)
