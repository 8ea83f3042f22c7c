"""Where a caption names its object: the head noun, as character positions (formats.md section 3).

MDETR takes the root of a spaCy parse. This is a rule on words, the same on every machine: the last word
before the first preposition, relative pronoun or participle, without words of place at its end.
"""

from __future__ import annotations

import re
from typing import Final

from tas_desktop.language.wordlists import word_set

_WORDS: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEADS: Final = word_set("a an the this that these those his her its my your their")
_LINKS: Final = word_set(
    "of in on at with without by near for from to and or behind under above below beside between next "
    "closest that which who whose is are wearing holding sitting standing facing riding eating looking "
    "playing talking walking lying leaning carrying having"
)
_PLACES: Final = word_set(
    "left right middle center centre top bottom front back far side corner leftmost rightmost"
)


def positive_spans(caption: str) -> list[list[int]]:
    """``[[start, end]]`` of the head noun; of the whole caption where it has no words."""
    head = head_span(caption)
    return [list(head)] if head else [[0, len(caption)]]


def negative_spans(caption: str) -> list[list[int]]:
    """``[[start, end]]`` of all that an object that is not meant must not match: the whole caption."""
    return [[0, len(caption)]]


def head_span(caption: str) -> tuple[int, int] | None:
    """Start and end of the word that names the object.

    >>> head_span("the lady with the blue shirt")
    (4, 8)
    """
    phrase: list[re.Match[str]] = []
    for word in _WORDS.finditer(caption):
        lower = word[0].lower()
        if lower in _LINKS and phrase:
            break
        if lower not in _LEADS:
            phrase.append(word)
    while len(phrase) > 1 and phrase[-1][0].lower() in _PLACES:
        phrase.pop()
    return phrase[-1].span() if phrase else None
