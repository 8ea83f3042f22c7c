"""Expressions of one image that say the same, or nearly."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.lint import Finding, LintCode
from tas_desktop.language.lemmas import noun_lemma
from tas_desktop.language.slips import spelled
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = re.compile(r"[^\W_]+")
_SAYING_NOTHING: Final = word_set("the a an is are that which who of on in at to with side")
_SAME_WORD: Final = 0.84
"""Share of letters in common from which two long words count as one, differently typed."""

_SHORTEST_TYPED: Final = 5


@lru_cache(maxsize=8192)
def plain_form(text: str) -> str:
    """The text as it counts for equality: case, punctuation and blanks do not tell expressions apart.

    >>> plain_form("The red  mug!")
    'the red mug'
    """
    return " ".join(word.lower() for word in _WORD.findall(text))


def say_the_same(first: str, second: str) -> bool:
    """Whether two texts consist of the same words: order, articles, plurals and typing slips aside."""
    ours, theirs = _content(first), _content(second)
    if not ours or len(ours) != len(theirs):
        return False
    return all(_is_same_word(a, b) for a, b in zip(ours, theirs, strict=True))


def find_duplicates(text: str, others: Iterable[str]) -> tuple[Finding, ...]:
    """The first expression among ``others`` that equals the text, else the first that says the same."""
    listed = tuple(others)
    form = plain_form(text)
    if not form:
        return ()
    equal = next((other for other in listed if plain_form(other) == form), None)
    if equal is not None:
        return (Finding(LintCode.DUPLICATE, subject=equal),)
    near = next((other for other in listed if say_the_same(text, other)), None)
    return () if near is None else (Finding(LintCode.NEAR_DUPLICATE, subject=near),)


@lru_cache(maxsize=8192)  # asked for each expression of an image at each keystroke
def _content(text: str) -> tuple[str, ...]:
    words = (spelled(word) for word in _WORD.findall(text))
    return tuple(sorted(noun_lemma(word) for word in words if word not in _SAYING_NOTHING))


def ambiguous_texts(named: Iterable[tuple[int, str, Sequence[int]]]) -> frozenset[int]:
    """Which expressions have the text of another one that names another object.

    Args:
        named: id, text and referents of each expression of one image; those without referents name nothing.
    """
    by_text: dict[str, list[tuple[int, frozenset[int]]]] = {}
    for number, text, referents in named:
        if referents:
            by_text.setdefault(plain_form(text), []).append((number, frozenset(referents)))
    several = (group for group in by_text.values() if len({objects for _, objects in group}) > 1)
    return frozenset(number for group in several for number, _ in group)


def _is_same_word(first: str, second: str) -> bool:
    if first == second:
        return True
    if min(len(first), len(second)) < _SHORTEST_TYPED or first[0] != second[0]:
        return False
    return SequenceMatcher(None, first, second).ratio() >= _SAME_WORD
