"""What the parser understood of an expression: the chips under the expression box."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class DirectionKind(StrEnum):
    """How a direction word picks its object."""

    ABSOLUTE = "absolute"  # "on the left", "top right corner"
    SUPERLATIVE = "superlative"  # "leftmost", "largest"
    ORDINAL = "ordinal"  # "second from the left"
    RELATION = "relation"  # "left of the blue car"


class Place(StrEnum):
    """The place or quality a direction word names, one per axis end."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    MIDDLE = "middle"
    CORNER = "corner"
    FRONT = "front"
    BACK = "back"
    LARGE = "large"
    SMALL = "small"
    NEAR = "near"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction found in an expression.

    Attributes:
        kind: how it picks.
        places: the place, or two for a corner ("top right" gives TOP, RIGHT).
        span: first and one-past-last token of the words that say it.
        text: those words as typed.
        ordinal: 1-based rank for ``ORDINAL`` ("second" is 2), else 0.
        anchor: phrase the direction is measured from, for ``RELATION``; else empty.
        far: "far left" and "leftmost" ask for the extreme rather than the side.
        loose: another thing was named before, of which it may be said ("the cup by the plate on the
            left"): it speaks less strongly.
    """

    kind: DirectionKind
    places: tuple[Place, ...]
    span: tuple[int, int]
    text: str
    ordinal: int = 0
    anchor: str = ""
    far: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the parse; ``head`` is the index of its syntactic head (itself for a root)."""

    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    whitespace: str = " "


@dataclass(frozen=True, slots=True)
class Chunk:
    """A base noun phrase: tokens ``start`` to ``end`` (exclusive) with its root token."""

    start: int
    end: int
    root: int
    text: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything the ranking uses of an expression's parse.

    Attributes:
        text: the expression as typed.
        target: the noun phrase that names the referent (``local_sent`` of methods.md 1.2).
        head: its head noun, lower case; empty when the text names none.
        directions: direction words in order of appearance.
        tokens, chunks: the parse itself.
    """

    text: str
    target: str
    head: str
    directions: tuple[Direction, ...] = ()
    tokens: tuple[Token, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    notices: tuple[str, ...] = field(default=())


def kind_of(understood: Understanding) -> str:
    """How an expression singles out its referent, in one word, by the strongest means it uses.

    ``relation``, ``ordinal``, ``superlative``, ``position``, ``attribute`` (the noun and something about
    it), ``noun`` (the noun alone), or ``other`` where no noun was found.
    """
    kinds = {direction.kind for direction in understood.directions}
    for kind, word in _BY_DIRECTION.items():
        if kind in kinds:
            return word
    if not understood.head:
        return "other"
    articles = {"a", "an", "the"}
    return "noun" if len(set(understood.text.lower().split()) - articles) <= 1 else "attribute"


_BY_DIRECTION: Final = {
    DirectionKind.RELATION: "relation",
    DirectionKind.ORDINAL: "ordinal",
    DirectionKind.SUPERLATIVE: "superlative",
    DirectionKind.ABSOLUTE: "position",
}
