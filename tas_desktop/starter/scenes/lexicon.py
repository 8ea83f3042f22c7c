"""The words of the drawn world: categories, colours, patterns, sizes, and what training never sees.

Everything that draws, speaks or scores scenes takes its words from here, so that a word has one
spelling and the held-out sets have one definition.
"""

from __future__ import annotations

from typing import Final

CATEGORIES: Final[dict[str, tuple[str, ...]]] = {
    "mug": ("cup",),
    "bottle": ("flask",),
    "teapot": ("kettle",),
    "car": ("automobile",),
    "bus": ("coach",),
    "truck": ("lorry",),
    "boat": ("ship",),
    "plane": ("airplane",),
    "tree": ("fir",),
    "flower": ("blossom",),
    "mushroom": ("toadstool",),
    "apple": (),
    "fish": (),
    "bird": (),
    "rabbit": ("bunny",),
    "house": ("cottage",),
    "box": ("crate",),
    "book": ("novel",),
    "phone": ("telephone", "mobile"),
    "television": ("tv", "telly"),
    "chair": (),
    "sofa": ("couch",),
    "lamp": ("light",),
    "umbrella": ("parasol",),
    "hat": ("cap",),
    "shirt": ("tee",),
    "bag": ("purse",),
    "ball": ("sphere",),
    "star": (),
    "heart": (),
}
"""Canonical word of each drawn category -> its synonyms (seen and held out together)."""

COLOURS: Final[dict[str, tuple[int, int, int]]] = {
    "red": (205, 35, 35),
    "orange": (240, 135, 25),
    "yellow": (240, 215, 45),
    "green": (45, 155, 60),
    "blue": (40, 85, 210),
    "purple": (125, 50, 170),
    "pink": (245, 150, 190),
    "brown": (125, 78, 42),
    "white": (240, 240, 238),
    "black": (46, 46, 50),
}
"""Colour word -> its central sRGB value, 0-255. Black is not 0: masked crops have black ground."""

PATTERNS: Final[tuple[str, ...]] = ("plain", "striped", "dotted", "checked")

PATTERN_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "plain": ("solid",),
    "striped": ("stripy",),
    "dotted": ("spotted",),
    "checked": ("checkered",),
}

SIZES: Final[tuple[str, ...]] = ("small", "medium", "large")

SIZE_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "small": ("little", "tiny"),
    "medium": (),
    "large": ("big",),
}

HELD_OUT_SYNONYMS: Final[frozenset[str]] = frozenset(
    {"automobile", "airplane", "couch", "telephone", "telly", "bunny"}
)
"""Category words that occur in no expression of the train and validation splits."""

HELD_OUT_PAIRS: Final[frozenset[tuple[str, str]]] = frozenset(
    {
        ("red", "car"),
        ("blue", "mug"),
        ("green", "hat"),
        ("yellow", "house"),
        ("orange", "fish"),
        ("purple", "umbrella"),
        ("pink", "sofa"),
        ("brown", "bag"),
        ("white", "boat"),
        ("black", "book"),
        ("green", "lamp"),
        ("blue", "flower"),
    }
)
"""(colour, category) pairs never drawn in the train and validation splits."""

CANONICAL: Final[dict[str, str]] = {
    word: name for name, others in CATEGORIES.items() for word in (name, *others)
}
"""Any category word -> its canonical word."""


def category_words(category: str, *, held_out: bool) -> tuple[str, ...]:
    """Words that may name `category`: canonical first; held-out synonyms only if `held_out`."""
    others = CATEGORIES[category]
    return (category, *(word for word in others if held_out or word not in HELD_OUT_SYNONYMS))
