"""The words that HybridGL's guidance reads, and what they ask of boxes (methods.md 5.3, 7).

As in the released program: of several words that of the foremost syntactic head counts, and boxes are
SAM's, whose width is that from the first to the last column.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from tas_desktop.engine.pooling import Ramp
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Chunk, Understanding

Named = TypeVar("Named")


class Relation(Enum):
    """A relation between two masks; values are the words that name it."""

    LEFT = ("left", "west")
    RIGHT = ("right", "east")
    ABOVE = ("above", "north", "top", "back", "behind")
    BELOW = ("below", "south", "under", "front")
    LARGER = ("bigger", "larger", "closer")
    SMALLER = ("smaller", "tinier", "further", "smallest")
    WITHIN = ("inside", "within", "contained")

    def holds(self, boxes_xywh: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far the first of two masks stands in the relation to the second, shape (N, N), in [0, 1].

        Args:
            boxes_xywh: tight boxes, in pixels, shape (N, 4).
        """
        low_xy, size_xy = boxes_xywh[:, :2], boxes_xywh[:, 2:] - 1
        if self is Relation.WITHIN:
            return _share_within(low_xy, size_xy)
        x, y = (low_xy + size_xy / 2).T
        area_n = size_xy.prod(axis=1)
        first_n = {
            Relation.LEFT: -x,
            Relation.RIGHT: x,
            Relation.ABOVE: -y,
            Relation.BELOW: y,
            Relation.LARGER: area_n,
            Relation.SMALLER: -area_n,
        }[self]
        return np.asarray(first_n[:, None] > first_n[None], np.float64)


def _share_within(low_xy: NDArray[np.float64], size_xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of the first box that lies in the second; of a box without area, 0."""
    high_xy = low_xy + size_xy
    start = np.maximum(low_xy[:, None], low_xy[None])
    shared_nn = np.maximum(np.minimum(high_xy[:, None], high_xy[None]) - start, 0.0).prod(axis=-1)
    area_n = size_xy.prod(axis=1)
    return np.where(area_n[:, None] > 0, shared_nn / np.maximum(area_n[:, None], 1.0), 0.0)


_RELATIONS: Final = {word: relation for relation in Relation for word in relation.value}
_RAMPS: Final = {
    "left": Ramp.LEFT,
    "right": Ramp.RIGHT,
    **dict.fromkeys(("middle", "between"), Ramp.MIDDLE),
    # Up and down take the place of another word, and ramp nothing.
    **dict.fromkeys(("up", "top", "above", "down", "under", "bottom", "low"), Ramp.NONE),
}
_NO_NOUNS: Final = word_set(
    "left west right east above north top back behind below south under front bigger larger closer smaller"
    " tinier further inside within contained who what which middle"
)
"""Roots of phrases that name no other thing."""

_NO_THINGS: Final = word_set("part image side picture half region section photo")
"""Other nouns beside which no relation is read: "on the left side of the picture"."""


def named_relation(understood: Understanding, *, right_fires: bool) -> Relation | None:
    """The relation that a word of the sentence names.

    Args:
        understood: the parse.
        right_fires: whether "right" and "east" name one; in the released program they do not.
    """
    words = {_root(understood, chunk) for chunk in _others(understood)}
    if words & _NO_THINGS:
        return None
    known = {w: r for w, r in _RELATIONS.items() if right_fires or r is not Relation.RIGHT}
    return _foremost(understood, known)


def named_ramp(understood: Understanding) -> Ramp:
    """The ramp that a word of the sentence names."""
    return _foremost(understood, _RAMPS) or Ramp.NONE


def other_phrases(understood: Understanding) -> tuple[str, ...]:
    """The sentence's noun phrases but for the target and those of direction words, in lower case."""
    return tuple(chunk.text.lower() for chunk in _others(understood))


def _others(understood: Understanding) -> list[Chunk]:
    target = understood.target.lower()
    return [
        chunk
        for chunk in understood.chunks
        if chunk.text.lower() != target and _root(understood, chunk) not in _NO_NOUNS
    ]


def _root(understood: Understanding, chunk: Chunk) -> str:
    return understood.tokens[chunk.root].text.lower()


def _foremost(understood: Understanding, known: Mapping[str, Named]) -> Named | None:
    """What the known word of the foremost head names; of one head the first."""
    found = [
        (token.head, known[word]) for token in understood.tokens if (word := token.text.lower()) in known
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None
