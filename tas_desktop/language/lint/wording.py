"""Expressions that name nothing, say a word twice, or say where where that is not wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.lint import Finding, LintCode
from tas_desktop.domain.understanding import DirectionKind, Place
from tas_desktop.language.naming import ADDRESS
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.understanding import Understanding

_REPEATED: Final = re.compile(r"\b([^\W\d_]+)(\s+)(\1)\b", re.IGNORECASE)
_MAY_REPEAT: Final = word_set("very far that had really no")  # "the very very left one" is meant

_POINTING: Final = ADDRESS | word_set("one ones guy's thing things other another both all")
_SAYING_NOTHING: Final = _POINTING | word_set("the a an is are was who of with and on in at to from")

_SIDES: Final = frozenset({Place.LEFT, Place.RIGHT, Place.TOP, Place.BOTTOM, Place.MIDDLE, Place.CORNER})


def find_repeats(text: str) -> tuple[Finding, ...]:
    """Words said twice in a row."""
    return tuple(
        Finding(LintCode.REPEATED_WORD, match.start(), match.end(), match.group(), (match.group(1),))
        for match in _REPEATED.finditer(text)
        if match.group(1).lower() not in _MAY_REPEAT
    )


def is_only_pronoun(understood: Understanding) -> bool:
    """Whether no kind of thing is named: "he", "that one on the left" (aRefCOCO's *category-implicit*)."""
    directional = {i for direction in understood.directions for i in range(*direction.span)}
    words = [
        token.text.lower()
        for i, token in enumerate(understood.tokens)
        if i not in directional and token.text.isalnum()
    ]
    if not any(word in _POINTING for word in words):
        return False
    return not understood.head or all(word in _SAYING_NOTHING for word in words)


def find_position_words(understood: Understanding) -> tuple[Finding, ...]:
    """Places in the picture, which RefCOCO+ does without; relations to other things are allowed there."""
    return tuple(_position_words(understood))


def _position_words(understood: Understanding) -> Iterator[Finding]:
    for direction in understood.directions:
        if direction.kind is DirectionKind.RELATION or _SIDES.isdisjoint(direction.places):
            continue
        start = understood.text.find(direction.text)
        end = start + len(direction.text) if start >= 0 else 0
        yield Finding(LintCode.POSITION_WORD, max(start, 0), end, direction.text)
