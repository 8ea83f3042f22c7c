"""Putting one more word into an expression, where English wants it."""

from __future__ import annotations

from typing import Final

from tas_desktop.domain.understanding import Understanding
from tas_desktop.language.wordlists import word_set

_DETERMINERS: Final = word_set("a an the this that these those his her their its my your")
_ENDS: Final = " .,;:!"


def with_adjective(understood: Understanding, word: str) -> str | None:
    """The expression with an adjective before its target phrase; None where it names no target.

    >>> with_adjective(Understanding("the mug on a shelf", target="the mug", head="mug"), "red")
    'the red mug on a shelf'
    """
    if not understood.head:
        return None
    text, target = understood.text, understood.target
    start = text.lower().find(target.lower())
    if start < 0:
        return None
    first = target.split(maxsplit=1)
    if first and first[0].lower() in _DETERMINERS and len(first) > 1:
        start = text.lower().find(first[1].lower(), start)
        before = text[:start].rstrip()
        if before.rpartition(" ")[2].lower() in {"a", "an"}:  # "a mug" becomes "an orange mug"
            return f"{before.rpartition(' ')[0]} {_article(word)} {word} {text[start:]}".strip()
    return f"{text[:start]}{word} {text[start:]}"


def with_phrase(text: str, phrase: str) -> str:
    """The expression with a phrase at its end: "the mug", "on the left"."""
    return f"{text.rstrip(_ENDS)} {phrase}"


def as_definite(caption: str) -> str:
    """A caption as an expression: "a red mug." becomes "the red mug"."""
    text = caption.strip(_ENDS).strip()
    first, _, rest = text.partition(" ")
    return f"the {rest if first.lower() in _DETERMINERS and rest else text}"


def _article(word: str) -> str:
    return "an" if word[:1].lower() in set("aeiou") else "a"
