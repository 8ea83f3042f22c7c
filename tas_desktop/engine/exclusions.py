"""What an expression itself rules out: "the mug that is not red", "any car but the blue one"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tas_desktop.domain.understanding import Understanding

_MARKERS: Final = frozenset(
    {"not", "n't", "n’t", "isnt", "isn't", "without", "except", "but", "excluding", "never", "nor"}
)
_MARKER_PAIRS: Final = frozenset(
    {("other", "than"), ("rather", "than"), ("apart", "from"), ("aside", "from")}
)
_HAVING: Final = frozenset({"with", "has", "have", "having"})
_OWNED: Final = _HAVING | {"without", "no"}
_STOPS: Final = frozenset({",", ".", ";", ":", "!", "?", "that", "which", "who", "and", "while"})
_NAMING: Final = frozenset({"NOUN", "PROPN"})
_PASSED_OVER: Final = (
    frozenset({"a", "an", "the", "any", "one", "ones", "it", "either"})
    | frozenset({"is", "are", "was", "be", "not", "but", "also", "just", "only"})
    | frozenset({"in", "on", "at", "with", "for", "to", "of"})
)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One thing ruled out.

    Attributes:
        start, end: tokens from the marker to the last word ruled out (end exclusive).
        phrase: what is ruled out, with the head noun where only a quality or a part is named ("red" ->
            "red mug", "without stripes" -> "mug with stripes"); empty when only a direction is ("not the one
            on the left").
    """

    start: int
    end: int
    phrase: str


def find_exclusions(understood: Understanding) -> tuple[Exclusion, ...]:
    """Exclusions in order of appearance; they never overlap."""
    words = [token.text.lower() for token in understood.tokens]
    found: list[Exclusion] = []
    i = 0
    while i < len(words):
        length = _marker_length(words, i)
        if length == 0:
            i += 1
            continue
        end = next((j for j in range(i + length, len(words)) if words[j] in _STOPS), len(words))
        found.append(Exclusion(i, end, _phrase(understood, i + length, end, owned=words[i] in _OWNED)))
        i = max(end, i + 1)
    return tuple(exclusion for exclusion in found if exclusion.end - exclusion.start > 1)


def _marker_length(words: list[str], index: int) -> int:
    if words[index] in _MARKERS:
        return 1
    if words[index] == "no" and index > 0 and words[index - 1] in _HAVING:
        return 1
    return 2 if tuple(words[index : index + 2]) in _MARKER_PAIRS else 0


def _phrase(understood: Understanding, start: int, end: int, *, owned: bool) -> str:
    directional = {i for d in understood.directions for i in range(*d.span)}
    content = [
        i
        for i in range(start, end)
        if i not in directional and understood.tokens[i].text.lower() not in _PASSED_OVER
    ]
    if not content:
        return ""
    text = " ".join(understood.tokens[i].text.lower() for i in content)
    if not understood.head:
        return text
    if owned:
        return f"{understood.head} with {text}"
    names_thing = any(understood.tokens[i].pos in _NAMING for i in content)
    return text if names_thing else f"{text} {understood.head}"
