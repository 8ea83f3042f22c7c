"""Words that the encoder learns beside those of the grammar, as a person might type them.

None of the held-out synonyms and none of the wordings that the grammar keeps for its test split.
"""

from __future__ import annotations

from typing import Final

from tas_desktop.starter.scenes.grammar import TEMPLATES
from tas_desktop.starter.scenes.lexicon import (
    CATEGORIES,
    COLOURS,
    HELD_OUT_SYNONYMS,
    PATTERN_SYNONYMS,
    PATTERNS,
    SIZE_SYNONYMS,
    SIZES,
)

FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "vehicle": ("car", "bus", "truck", "boat", "plane"),
    "animal": ("fish", "bird", "rabbit"),
    "plant": ("tree", "flower"),
    "furniture": ("chair", "sofa"),
    "seat": ("chair", "sofa"),
    "building": ("house",),
    "home": ("house",),
    "clothing": ("hat", "shirt"),
    "fruit": ("apple",),
    "drink": ("mug", "bottle"),
    "pot": ("teapot",),
    "screen": ("television",),
    "handbag": ("bag",),
    "pet": ("fish", "bird", "rabbit"),
    "shape": ("star", "heart"),
    "toy": ("ball",),
    "van": ("truck",),
    "sailboat": ("boat",),
    "jet": ("plane",),
    "pine": ("tree",),
    "armchair": ("chair",),
}
"""Wider and further words for the drawn categories."""

COLOUR_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "red": ("crimson", "scarlet"),
    "yellow": ("golden",),
    "blue": ("navy",),
    "purple": ("violet",),
    "brown": ("tan",),
    "black": ("dark",),
    "pink": ("rosy",),
}

THINGS: Final = ("thing", "object", "one", "item")

PATTERN_PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "plain": ("without any pattern", "in one colour"),
    "striped": ("with stripes", "with lines", "with striped pattern"),
    "dotted": ("with dots", "with spots", "with polka dots"),
    "checked": ("with checks", "with squares", "with a checkerboard pattern"),
}
PATTERN_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "striped": ("stripey",),
    "dotted": ("spotty", "polka dot"),
    "checked": ("chequered", "checkerboard"),
}

OPENINGS: Final = (
    "a photo of {a}",
    "a photo of the {np}",
    "a picture of {a}",
    "there is {a}",
    "the one that is {a}",
    "{np} please",
    "select the {np}",
    "can you see the {np}",
    "look for {a}",
    "that {np}",
    "this is {a}",
    "{np}, a nice one",
    "i mean the {np}",
)
"""Openings around a noun phrase ``{np}``, or with its article ``{a}``."""

TAILS: Final = (
    "near the {anchor}",
    "near a {anchor}",
    "close to the {anchor}",
    "behind the {anchor}",
    "in front of the {anchor}",
    "over the {anchor}",
    "to the side of the {anchor}",
    "touching the {anchor}",
    "that covers the {anchor}",
    "hidden by the {anchor}",
    "between the {anchor} and the {anchor2}",
    "by the {anchor}",
    "with the {anchor} next to it",
    "not the {anchor}",
    "but not the {anchor}",
    "in the background",
    "in front",
    "at the back",
    "on the far {side}",
    "all the way {side}",
    "closest to the {side}",
    "on the {side} side",
    "in the {side} half",
    "in the corner",
    "in the center",
    "at the very {side}",
    "near the {side} edge",
    "up there",
    "down there",
    "partly hidden",
)
HEADS: Final = ("far {side}", "most {side}", "upper", "lower", "center", "middle", "next", "third", "last")

SIDES: Final = ("left", "right", "top", "bottom")


def known_words() -> frozenset[str]:
    """Every word that a training text may contain: the vocabulary that keeps its embedding rows."""
    texts: list[str] = [*FAMILIES, *THINGS, *OPENINGS, *TAILS, *HEADS, *SIDES, *SIZES, *PATTERNS, *COLOURS]
    for table in (COLOUR_WORDS, PATTERN_PHRASES, PATTERN_WORDS, PATTERN_SYNONYMS, SIZE_SYNONYMS, CATEGORIES):
        texts += [text for row in table.values() for text in row]
    texts += list(CATEGORIES)
    texts += [template.text for template in TEMPLATES if not template.held_out]
    texts += [
        "part of the background", "something unknown", "a an and the piece of",
        "stripes dots spots checks isn't only first second third number one two three",
        "leftmost rightmost topmost highest uppermost lowest bottommost largest biggest smallest",
        "left of to the right above below under beneath from on at toward ones which what is it",
    ]  # fmt: skip
    words = {word.strip(".,") for text in texts for word in text.split() if "{" not in word}
    return (frozenset(words) | {",", "."}) - HELD_OUT_SYNONYMS - {""}
