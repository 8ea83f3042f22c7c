"""The phrase and head noun that name the referent, robust against short, slangy and mis-tagged text.

TAS takes the noun chunk of the dependency root (``language.target``). Crowd expressions often have no
proper root: "left black shirt" (*left* read as a verb), "guy 2nd from right" (*2nd* read as the noun),
"girl white sweater". What they have in common is that the first thing named, places apart, is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.language import lexicon
from tas_desktop.language.naming import ADDRESS, DESCRIPTIVE, PEOPLE, PLACE_NOUNS, may_name_thing, names_thing
from tas_desktop.language.slips import spelled
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.domain.understanding import Direction
    from tas_desktop.language.parse import ParsedExpression

_PLACE_WORDS = (
    PLACE_NOUNS
    | lexicon.CARDINALS.keys()
    | lexicon.SIZES.keys()
    | lexicon.EXTREMES
    | lexicon.CLOSEST
    | lexicon.FURTHEST
    | lexicon.SIDE_NOUNS
    | frozenset({"from", "the", "-", "away", "close", "distance"})
)
_PICTURE = word_set("picture image photo pic photograph screen frame shot view scene")
_WORN = word_set(
    "shirt tshirt t-shirt shorts pants jeans jacket coat hat cap dress skirt sweater hoodie suit tie glasses "
    "sunglasses shoes helmet vest scarf hair beard uniform jersey top backpack umbrella hands"
)
_SIDE_PARTS = word_set("hand half part section")
_SHADES = word_set("light dark bright")
_LEADS = word_set("to the on at in a")
_NEVER_HEADS = PLACE_NOUNS | ADDRESS | DESCRIPTIVE
_ATTRIBUTE_LEADS = word_set("with wearing w/ without has having at to near by in on")


class Referent(NamedTuple):
    """Where the target is named.

    Attributes:
        head: token of the head noun; None where none names the target.
        start, end: tokens of its phrase; the whole text where there is no head.
    """

    head: int | None
    start: int
    end: int


def find_referent(parsed: ParsedExpression, directions: tuple[Direction, ...]) -> Referent:
    """The first thing named that is neither a place nor the speaker."""
    words = tuple(spelled(word) for word in parsed.words)
    places = _place_tokens(words, directions)
    anchored = _leading_anchor(words, directions)
    spans = _named_spans(parsed)
    for start, end in [span for span in spans if span[0] >= anchored]:
        head = _head_within(parsed, words, start, end, places)
        if (
            head is not None
            and not _is_attribute_only(words, start)
            and not _is_whole_picture(words, start, head)
        ):
            return Referent(head, _phrase_start(parsed, start, head, places), head + 1)
    guess = _unknown_noun(parsed, places, start=anchored)
    if guess is None:
        guess = next((i for i in sorted(places) if words[i] in _SIDE_PARTS), None)
    if guess is not None:
        return Referent(guess, guess, guess + 1)
    return Referent(None, 0, len(parsed.tokens))


def _place_tokens(words: tuple[str, ...], directions: tuple[Direction, ...]) -> frozenset[int]:
    """Tokens of directions that are words of place, order or size: not "mug" in "second mug from right"."""
    found: set[int] = set()
    for direction in directions:
        start, end = direction.span
        found.update(i for i in range(start, end) if not direction.anchor and words[i] in _PLACE_WORDS)
    return frozenset(found)


def _leading_anchor(words: tuple[str, ...], directions: tuple[Direction, ...]) -> int:
    """Where an expression begins after a relation that leads it: "behind the lamp, a mug"."""
    first = directions[0] if directions else None
    leads = first is not None and first.anchor and all(word in _LEADS for word in words[: first.span[0]])
    return first.span[1] if first is not None and leads else 0


def _named_spans(parsed: ParsedExpression) -> list[tuple[int, int]]:
    """Noun chunks in order, and runs of words outside them that end in a naming one."""
    spans = [(chunk.start, chunk.end) for chunk in parsed.chunks]
    covered = {i for start, end in spans for i in range(start, end)}
    start = 0
    while start < len(parsed.tokens):
        end = start
        while end < len(parsed.tokens) and end not in covered and _extends_run(parsed, end):
            end += 1
        last = next((i for i in range(end - 1, start - 1, -1) if names_thing(parsed, i)), None)
        if last is not None:
            spans.append((start, last + 1))
        start = max(end, start + 1)
    return sorted(spans)


def _extends_run(parsed: ParsedExpression, index: int) -> bool:
    return names_thing(parsed, index) or parsed.tokens[index].pos in {"ADJ", "DET"}


def _unknown_noun(parsed: ParsedExpression, places: frozenset[int], *, start: int) -> int | None:
    """The last word before any preposition that a noun could be: "left urinal"; None for "far left"."""
    ends = (i for i, token in enumerate(parsed.tokens) if i >= start and token.pos == "ADP")
    found = (
        i
        for i in range(next(ends, len(parsed.tokens)) - 1, start - 1, -1)
        if i not in places and may_name_thing(parsed, i)
    )
    return next(found, None)


def _head_within(
    parsed: ParsedExpression, words: tuple[str, ...], start: int, end: int, places: frozenset[int]
) -> int | None:
    """The head of one phrase: its last naming word that is no place, cut before a second thing."""
    end = _cut(parsed, words, start, end)
    for i in range(end - 1, start - 1, -1):
        if i in places or words[i] in _NEVER_HEADS:
            continue
        if names_thing(parsed, i) and not _is_quality(parsed, words, i):
            return i
    return None


def _is_quality(parsed: ParsedExpression, words: tuple[str, ...], index: int) -> bool:
    """Whether it is a number or a colour that stands for a thing; "orange" alone is the fruit."""
    if words[index] == "orange":
        follows = index + 1 < len(words) and names_thing(parsed, index + 1)
        return follows or not parsed.tokens[index].tag.startswith("NN")
    counted = words[index] in lexicon.CARDINALS and (words[index] != "one" or words[index - 1] == "number")
    return counted or words[index].isdigit() or words[index] in lexicon.COLOURS - _SHADES


def _cut(parsed: ParsedExpression, words: tuple[str, ...], start: int, end: int) -> int:
    """Where the first thing of a run-together phrase ends: "girl | white sweater", "man | hat"."""
    for i in range(start, end - 1):
        person = words[i] in PEOPLE and not words[i].endswith("s")  # "girls hair" is the girl's
        if person and (words[i + 1] in _WORN or words[i + 1] in lexicon.COLOURS):
            return i + 1
        named = parsed.tokens[i].pos in {"NOUN", "PROPN"} and words[i] not in PLACE_NOUNS | lexicon.COLOURS
        if named and words[i + 1] in lexicon.COLOURS and words[i] in _WORN and i + 2 < end:
            return i + 1
    return end


def _is_attribute_only(words: tuple[str, ...], start: int) -> bool:
    """Whether the phrase hangs on a preposition and so names something else: "with a hat", "red at the wall".

    A phrase that begins with a place is the target all the same: "on left guy".
    """
    return start > 0 and words[start - 1] in _ATTRIBUTE_LEADS and words[start] not in PLACE_NOUNS


def _is_whole_picture(words: tuple[str, ...], start: int, head: int) -> bool:
    """Whether it is the picture that a place is measured in: "left side of the photo"."""
    return words[head] in _PICTURE and start > 0 and words[start - 1] in {"of", "in", "on", "to"}


def _phrase_start(parsed: ParsedExpression, start: int, head: int, places: frozenset[int]) -> int:
    """First token of the phrase: leading symbols, place words and the article before these stay out."""
    while start < head and not any(c.isalnum() for c in parsed.words[start]):
        start += 1  # emoji and bullets
    first = start
    while first < head and (
        first in places or parsed.tokens[first].pos == "DET" or parsed.words[first] == "-"
    ):
        first += 1
    dropped_place = any(i in places for i in range(start, first))
    return first if dropped_place else start
