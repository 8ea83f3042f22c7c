"""English words of place, size and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.understanding import Place
from tas_desktop.language.wordlists import word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIDES: dict[Place, str] = {
    Place.LEFT: "left lefthand west western leftward leftmost lefthandmost leftest lefter",
    Place.RIGHT: "right righthand east eastern rightward rightmost rightest righter",
    Place.TOP: "top upper up above high north northern topmost uppermost upmost highest overhead upwards",
    Place.BOTTOM: "bottom lower down below south southern bottommost lowermost lowest downwards",
    Place.MIDDLE: "middle center centre central mid centermost centremost middlemost centered centred",
    Place.CORNER: "corner",
    Place.FRONT: "front foreground forefront frontmost",
    Place.BACK: "back background rear backmost rearmost",
}

_COMPASS: dict[str, tuple[Place, ...]] = {
    f"{vertical}{joint}{side}": (up, across)
    for vertical, up in (("north", Place.TOP), ("south", Place.BOTTOM))
    for side, across in (("west", Place.LEFT), ("east", Place.RIGHT))
    for joint in ("", "-")
}

EXTREMES = word_set("far way very extreme most furthest farthest outermost utmost")
"""Words before a side that ask for the extreme."""

SIDE_NOUNS = word_set("side corner edge end part half portion hand most area section quadrant third")
"""Words after a side that add nothing to it (``corner`` and ``most`` do)."""

PICTURE_WORDS = word_set(
    "picture image photo pic photograph screen frame shot view scene row line group bunch pack "
    "page us me you camera viewer foreground background center centre middle it them all these "
    "those two three four five both itself himself herself themselves him her"
)
"""What a direction "of" which it is no relation: "left of the picture", "second of three"."""

_SIZES: dict[Place, tuple[str, str]] = {
    Place.LARGE: (
        "big large huge giant enormous massive gigantic",
        "largest biggest larger bigger tallest longest widest",
    ),
    Place.SMALL: (
        "small little tiny mini miniature",
        "smallest littlest tiniest smaller littler tinier shortest narrowest",
    ),
}
"""Words that describe a size, and words that compare (of two, "larger" picks as "largest" does)."""

SIZES = {word: place for place, (plain, most) in _SIZES.items() for word in f"{plain} {most}".split()}
SUPERLATIVE_SIZES = frozenset(word for _, most in _SIZES.values() for word in most.split())

CLOSEST = word_set("closest nearest closer nearer")
FURTHEST = word_set("furthest farthest further farther")

RELATIONS: dict[tuple[str, ...], Place] = {
    ("on", "top", "of"): Place.TOP, ("on", "top"): Place.TOP, ("atop",): Place.TOP, ("above",): Place.TOP,
    ("over",): Place.TOP, ("below",): Place.BOTTOM, ("under",): Place.BOTTOM, ("underneath",): Place.BOTTOM,
    ("beneath",): Place.BOTTOM, ("behind",): Place.BACK, ("in", "back", "of"): Place.BACK,
    ("in", "front", "of"): Place.FRONT, ("in", "front"): Place.FRONT, ("infront", "of"): Place.FRONT,
    ("infront",): Place.FRONT, ("ontop", "of"): Place.TOP, ("ontop",): Place.TOP, ("next", "to"): Place.NEAR,
    ("beside",): Place.NEAR, ("besides",): Place.NEAR, ("near",): Place.NEAR, ("by",): Place.NEAR,
    ("close", "to"): Place.NEAR, ("closest", "to"): Place.NEAR, ("nearest", "to"): Place.NEAR,
    ("nearest",): Place.NEAR, ("closer", "to"): Place.NEAR, ("adjacent", "to"): Place.NEAR,
    ("alongside",): Place.NEAR, ("between",): Place.BETWEEN, ("in", "between"): Place.BETWEEN,
}  # fmt: skip
"""Prepositions that relate the target to another phrase; the longest match counts."""

OTHERS = word_set("other others another rest everyone everybody everything")
"""Words by which an anchor is more of the target's kind: "left of the other two"."""

_ORDINAL_WORDS = word_list("first second third fourth fifth sixth seventh eighth ninth tenth")
_CARDINAL_WORDS = word_list("one two three four five six seven eight nine ten")
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS, start=1)} | {
    f"{n}{suffix}": n for n in range(1, 21) for suffix in ("st", "nd", "rd", "th")
}
CARDINALS = {word: n for n, word in enumerate(_CARDINAL_WORDS, start=1)} | {str(n): n for n in range(1, 21)}

COLOURS = word_set(
    "red green blue yellow orange purple violet pink brown black white grey gray beige tan maroon "
    "gold golden silver navy teal turquoise khaki cream dark light bright"
)

CLOCK_PLACES: dict[int, tuple[Place, ...]] = {
    12: (Place.TOP,), 1: (Place.TOP, Place.RIGHT), 2: (Place.TOP, Place.RIGHT), 3: (Place.RIGHT,),
    4: (Place.BOTTOM, Place.RIGHT), 5: (Place.BOTTOM, Place.RIGHT), 6: (Place.BOTTOM,),
    7: (Place.BOTTOM, Place.LEFT), 8: (Place.BOTTOM, Place.LEFT), 9: (Place.LEFT,),
    10: (Place.TOP, Place.LEFT), 11: (Place.TOP, Place.LEFT),
}  # fmt: skip


_GLUED_TAILS = {
    "side": word_set("left right top bottom"),
    "hand": word_set("left right"),
    "handside": word_set("left right"),
    "corner": word_set("left right"),
}
_HALVES = word_set("top bottom upper lower front back middle center")
_GLUED: Mapping[str, tuple[str, ...]] = (
    {f"{side}{tail}": (side, tail) for tail, sides in _GLUED_TAILS.items() for side in sides}
    | {f"{half}{joint}{side}": (half, side)
       for half in _HALVES for side in ("left", "right") for joint in ("", "-")}
    | {f"{side}{joint}{half}": (side, half)
       for half in _HALVES for side in ("left", "right") for joint in ("", "-")}
    | {f"far{side}": ("far", side) for side in ("left", "right", "back", "top")}
)  # fmt: skip
"""Direction words written without a blank, and the words they are made of."""

GLUED = frozenset(word for word in _GLUED if "-" not in word) | word_set("infront ontop")
"""All that should be written apart."""

_EXTREME_WORDS = word_set(
    "leftmost rightmost topmost uppermost upmost bottommost lowermost highest lowest frontmost "
    "backmost rearmost leftest rightest lefthandmost centermost centremost middlemost"
)
EXTREME_SIDES = _EXTREME_WORDS | {word for word, parts in _GLUED.items() if "far" in parts}
"""Side words that ask for the extreme by themselves."""

_PLAIN_SIDES: dict[str, tuple[Place, ...]] = {
    word: (place,) for place, words in _SIDES.items() for word in words.split()
} | _COMPASS

SIDES = _PLAIN_SIDES | {
    word: tuple(place for part in parts for place in _PLAIN_SIDES.get(part, ()))
    for word, parts in _GLUED.items()
}
"""Every word that names a side, with the place or places it names."""
