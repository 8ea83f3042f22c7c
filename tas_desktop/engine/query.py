"""What an expression asks for: the words to compare, the directions that act, what is ruled out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.notice import Notice
from tas_desktop.domain.understanding import DirectionKind, Place
from tas_desktop.engine.exclusions import find_exclusions
from tas_desktop.engine.methods.params import RankingParams, RectifierRule, Wording
from tas_desktop.engine.vocabulary import bridge
from tas_desktop.language.oddities import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.domain.understanding import Direction, Understanding
    from tas_desktop.engine.exclusions import Exclusion
    from tas_desktop.engine.ports import ImageTextEncoder, SynonymSource

_CONTENT: Final = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X", "INTJ"})
_ANYTHING: Final = frozenset({"one", "ones", "thing", "object", "item", "something", "shape", "side"})

_ARTICLES: Final = frozenset({"the", "a", "an"})
_DANGLING: Final = _ARTICLES | frozenset(
    {"on", "in", "at", "to", "from", "of", "is", "are", "that", "which", "who", "placed", "seen", ",", "-"}
)
"""Words at either end that only led to what was taken out: "the mug on the (left)"."""


@dataclass(frozen=True, slots=True)
class Query:
    """An expression, ready to be encoded.

    Attributes:
        understood: the parse, with the target in use.
        words: text that V and P compare with; empty when the expression names nothing by its looks.
        excluded: phrases ruled out by the expression itself.
        directions: directions that act, in order.
        notices: words that were replaced or are unknown.
    """

    understood: Understanding
    words: str
    excluded: tuple[str, ...] = ()
    directions: tuple[Direction, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that needs a feature, without repeats."""
        anchors = (phrase for direction in self.directions for phrase in anchor_phrases(direction))
        return tuple(dict.fromkeys(text for text in (self.words, *self.excluded, *anchors) if text))


def make_query(
    understood: Understanding, params: RankingParams, *, encoder: ImageTextEncoder, synonyms: SynonymSource
) -> Query:
    """Decide which words do what.

    Under ``Wording.SENTENCE`` the whole lower-cased text is compared, as upstream does. Under
    ``Wording.CORE`` direction words, the phrases they are measured from and exclusions are taken out,
    since "left of the blue car" would draw V towards blue cars.
    """
    if params.chips.target:
        understood = replace(understood, target=params.chips.target)
    odd = tuple(Notice(code, TEXTS.get(code, code)) for code in understood.notices)
    directions = tuple(d for d in understood.directions if d.span not in params.chips.directions_off)
    if params.rectifier is not RectifierRule.TAS:
        directions = ()
    if params.wording is Wording.SENTENCE:
        words = params.chips.target.lower() or understood.text.lower()
        return Query(understood, words, directions=directions, notices=odd)
    exclusions = find_exclusions(understood)
    off = params.chips.negatives_off
    words = params.chips.target.lower() or core_words(understood, exclusions)
    if not words and not directions:
        words = understood.text.lower()  # nothing was understood: the encoder may still make something of it
    bridged, notices = bridge(words, understood=understood, encoder=encoder, synonyms=synonyms)
    return Query(
        understood=understood,
        words=bridged,
        excluded=tuple(dict.fromkeys(p for e in exclusions if (p := e.phrase) and p not in off)),
        directions=directions,
        notices=(*odd, *notices),
    )


def anchor_phrases(direction: Direction) -> tuple[str, ...]:
    """What a relation is measured from, lower case; two phrases for "between the lamp and the sofa"."""
    text = " ".join(direction.anchor.lower().replace(" & ", " and ").split())
    parts = text.split(" and ") if Place.BETWEEN in direction.places else [text]
    return tuple(part for part in parts if part)


def core_words(understood: Understanding, exclusions: Iterable[Exclusion]) -> str:
    """The expression in lower case without directions, anchors and exclusions.

    Empty when nothing is left that could be seen in a crop ("the one on the left").
    """
    tokens = understood.tokens
    taken = {i for exclusion in exclusions for i in range(exclusion.start, exclusion.end)}
    for direction in understood.directions:
        taken.update(range(*direction.span))  # a relation's span ends after its anchor
        if direction.kind is DirectionKind.ORDINAL:  # "second pink lorry from the left" names it inside
            taken.difference_update(_target_tokens(understood))
    left = [token for i, token in enumerate(tokens) if i not in taken]
    if not any(token.pos in _CONTENT and token.lemma.lower() not in _ANYTHING for token in left):
        return ""
    text = "".join(token.text + token.whitespace for token in left)
    words = text.lower().split()
    while words and words[-1] in _DANGLING:
        words.pop()
    while words and words[0] in _DANGLING - _ARTICLES:
        words.pop(0)
    return " ".join(words)


def _target_tokens(understood: Understanding) -> range:
    """Tokens of the target phrase; none where the text names no head."""
    words = [token.text.lower() for token in understood.tokens]
    target = understood.target.lower().split() if understood.head else []
    starts = range(len(words) - len(target) + 1) if target else range(0)
    found = next((i for i in starts if words[i : i + len(target)] == target), None)
    return range(0) if found is None else range(found, found + len(target))
