"""The fast half: an expression against an analysed image, without any vision model."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.component import fingerprint
from tas_desktop.domain.expression import check_expression
from tas_desktop.domain.ranking import Ranking
from tas_desktop.engine import texts
from tas_desktop.engine.ambiguity import find_rivals
from tas_desktop.engine.candidates import kept_regions, order_candidates
from tas_desktop.engine.control import Control
from tas_desktop.engine.gaps import find_gaps
from tas_desktop.engine.judged import Judgement
from tas_desktop.engine.judgement import judge
from tas_desktop.engine.methods.params import Wording
from tas_desktop.engine.methods.tas import TasParams
from tas_desktop.engine.query import make_query
from tas_desktop.engine.scoring import score_query
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.target import code_target

if TYPE_CHECKING:
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods.params import RankingParams
    from tas_desktop.engine.ports import ExpressionParser, ImageTextEncoder, SynonymSource
    from tas_desktop.engine.query import Query
    from tas_desktop.engine.scoring import Scored


def rank(
    analysis: ImageAnalysis,
    expression: str,
    params: RankingParams | None = None,
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
        params: the method with its weights, switches and chips; our default one when left out.
        encoder: the encoder that made the analysis.
        parser: the profile's parser.
        synonyms: the profile's synonym source.
        control: the cancel flag.

    Raises:
        ExpressionRefused: the expression is blank or too long.
        InputRefused: the analysis lacks what the method wants (``AnalysisParams.extras``).
        Cancelled: the flag was set.
    """
    check_expression(expression)
    params, token = params or TasParams(), (control or Control()).token
    token.check()
    understood = _understand(parser, expression, params)
    query = make_query(understood, params, encoder=encoder, synonyms=synonyms)
    token.check()
    scored = score_query(analysis, query, params, encoder=encoder, synonyms=synonyms)
    judgement = _judge(analysis, query, scored, params)
    candidates = order_candidates(analysis, scored, judgement, first_of_equals=params.as_upstream)
    components = tuple(dict.fromkeys((*analysis.components, parser.component, synonyms.component)))
    return Ranking(
        ranking_id=_ranking_id(analysis, expression, params, components),
        expression=expression,
        method=params.method,
        candidates=candidates,
        understood=query.understood,
        negatives=scored.terms.negatives,
        regions=kept_regions(analysis, judgement),
        rectified=judgement.acted,
        margin=candidates[0].total - candidates[1].total if len(candidates) > 1 else 0.0,
        components=components,
        notices=(*analysis.notices, *query.notices, *find_gaps(analysis, scored, params)),
        complete=analysis.complete,
        rivals=find_rivals(
            analysis, candidates, query.understood, synonyms=synonyms, rule=params.synonym_rule.value
        ),
    )


def _judge(analysis: ImageAnalysis, query: Query, scored: Scored, params: RankingParams) -> Judgement:
    """What the method itself does to the order, then the rectifier on what that left."""
    guided = None if scored.question is None else params.guide(scored.question, scored.terms)
    total_n = scored.total_n if guided is None else scored.total_n + guided.spatial_n
    judgement = judge(analysis, query, total_n, params, features=scored.features)
    return judgement if guided is None else guided.then(judgement)


def _understand(parser: ExpressionParser, expression: str, params: RankingParams) -> Understanding:
    if params.wording is not Wording.SENTENCE:
        return texts.understand(parser, expression)
    lowered = texts.understand(parser, expression.lower())  # upstream parses the lower-cased sentence
    if params.spaces_tokens:
        spaced = " ".join(token.text for token in lowered.tokens)
        lowered = lowered if spaced == lowered.text else texts.understand(parser, spaced)
    return replace(lowered, target=code_target(ParsedExpression.of(lowered)))


def _ranking_id(
    analysis: ImageAnalysis, expression: str, params: RankingParams, components: tuple[ComponentId, ...]
) -> str:
    chips = params.chips
    off = [sorted(chips.directions_off), sorted(chips.negatives_off), chips.target]
    choices = {**_choices(replace(params, chips=type(chips)())), "chips": off}
    return fingerprint(
        analysis.key, analysis.complete, expression, choices, [_described(part) for part in components]
    )


@lru_cache(maxsize=32)
def _choices(params: RankingParams) -> dict[str, Any]:
    """A method's parameters by name; the same for one sentence after the other."""
    return asdict(params)


@lru_cache(maxsize=64)
def _described(component: ComponentId) -> dict[str, str]:
    return asdict(component)
