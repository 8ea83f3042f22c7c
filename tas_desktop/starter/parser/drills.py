"""Sentences of our own about drawn scenes: expressions and scene captions, for the teacher to parse.

The crowd text has few patterned mugs; the starter scenes have many.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tas_desktop.language.wordlists import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

_THINGS = word_list(
    "mug cup car automobile ball book lamp chair stool table sofa couch bottle jar vase plant "
    "flower tree house hut boat ship fish bird cat dog umbrella hat cap shoe boot key clock watch "
    "star heart kite balloon train bus truck bicycle bike guitar drum phone telephone box parcel "
    "bag backpack apple pear banana mushroom cake leaf spoon fork"
)
_COLOURS = word_list("red green blue yellow orange purple violet pink brown black white grey gray dark light")
_PATTERNS = word_list("striped dotted spotted checked checkered plain patterned wavy zigzag")
_SIZES = word_list("small large big tiny little huge medium")
_SIDES = word_list("left right top bottom")
_PLACES = (
    "on the {side}",
    "at the {side}",
    "in the {side} corner",
    "in the {up} {flank} corner",
    "in the middle",
    "in the centre",
    "on the far {flank}",
    "to the {flank} of {other}",
    "{flank} of {other}",
    "next to {other}",
    "above {other}",
    "below {other}",
    "under {other}",
    "in front of {other}",
    "behind {other}",
    "beside {other}",
    "near {other}",
    "between {other} and {third}",
    "closest to {other}",
    "on the {side} side",
    "at the very {up}",
    "furthest to the {flank}",
    "that is not {colour}",
    "which is {flank} of {other}",
    "that is {colour}",
    "partly hidden by {other}",
    "without stripes",
    "with {colour} dots",
)
_LEADS = (
    "{flank} {thing}",
    "{side}most {thing}",
    "the {flank}most {colour} {thing}",
    "the {order} {thing} from the {flank}",
    "{order} {thing} from {flank}",
    "the largest {thing}",
    "smallest {colour} {thing}",
    "the biggest of the {thing}s",
    "not the {colour} {thing} but the {size} one",
    "the other {thing}",
    "the one {place}",
    "the {colour} one {place}",
    "the only {pattern} {thing}",
    "the {thing} that is not {colour}",
    "any {thing} except the {colour} one",
    "{up} {flank} {thing}",
    "middle {thing}",
    "the {thing} in the middle",
    "the {pattern} one",
    "{colour} one on {flank}",
)
_ORDERS = word_list("first second third fourth fifth last 2nd 3rd")


def drill_sentences(count: int, *, seed: int) -> Iterator[str]:
    """``count`` lower-case sentences: two thirds expressions, one third scene captions."""
    rng = random.Random(seed)
    for _ in range(count):
        kind = rng.randrange(6)
        if kind < 2:
            yield f"{_phrase(rng)} {_filled(rng.choice(_PLACES), rng)}"
        elif kind < 4:
            yield _filled(rng.choice(_LEADS), rng)
        else:
            yield _caption(rng)


def _caption(rng: random.Random) -> str:
    phrases = [_phrase(rng, article="a") for _ in range(rng.randint(2, 5))]
    place = rng.choice(("", " on a table", " on the ground", " in a room"))
    return f"{', '.join(phrases[:-1])} and {phrases[-1]}{place}"


def _phrase(rng: random.Random, *, article: str | None = None) -> str:
    parts = [article or rng.choice(("the", "the", "a", ""))]
    parts += [
        rng.choice(words)
        for words, share in ((_SIZES, 0.3), (_PATTERNS, 0.35), (_COLOURS, 0.75))
        if rng.random() < share
    ]
    return " ".join((*parts, rng.choice(_THINGS))).strip()


def _filled(pattern: str, rng: random.Random) -> str:
    place = rng.choice(_PLACES) if "{place}" in pattern else ""
    return (pattern.replace("{place}", place)).format(
        side=rng.choice(_SIDES),
        flank=rng.choice(("left", "right")),
        up=rng.choice(("top", "bottom", "upper", "lower")),
        other=_phrase(rng, article="the"),
        third=_phrase(rng, article="the"),
        thing=rng.choice(_THINGS),
        colour=rng.choice(_COLOURS),
        pattern=rng.choice(_PATTERNS),
        size=rng.choice(_SIZES),
        order=rng.choice(_ORDERS),
    )
