"""The words that HybridGL's guidance reads, and what they ask of boxes (methods.md 5.3, 7)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.engine.pooling import Ramp

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.query import Query


class Relation(Enum):
    """A relation between two masks; values are the words that name it."""

    LEFT = ("left", "west")
    RIGHT = ("right", "east")
    ABOVE = ("above", "north", "top", "back", "behind")
    BELOW = ("below", "south", "under", "front")
    LARGER = ("bigger", "larger", "closer")
    SMALLER = ("smaller", "tinier", "further", "smallest")
    WITHIN = ("inside", "within", "contained")

    def holds(self, boxes_xywh: NDArray[np.float64], area_n: NDArray[np.float64]) -> NDArray[np.float64]:
        """1 where the first of two masks stands in the relation to the second, shape (N, N)."""
        centre_xy = boxes_xywh[:, :2] + boxes_xywh[:, 2:] / 2
        x, y = centre_xy.T
        if self is Relation.WITHIN:
            low, high = boxes_xywh[:, :2], boxes_xywh[:, :2] + boxes_xywh[:, 2:]
            found = (low[:, None] >= low[None]).all(-1) & (high[:, None] <= high[None]).all(-1)
        else:
            first = {
                Relation.LEFT: -x,
                Relation.RIGHT: x,
                Relation.ABOVE: -y,
                Relation.BELOW: y,
                Relation.LARGER: area_n,
                Relation.SMALLER: -area_n,
            }[self]
            found = first[:, None] > first[None]
        return np.asarray(found & ~np.eye(len(area_n), dtype=bool), np.float64)


_RAMPS: Final = (
    (("left",), Ramp.LEFT),
    (("right",), Ramp.RIGHT),
    (("middle", "between"), Ramp.MIDDLE),
)


def named_relation(query: Query, *, right_fires: bool) -> Relation | None:
    """The first relation that a word of the sentence names, in the order of `Relation`."""
    words = _words(query)
    for relation in Relation:
        if words & set(relation.value) and (right_fires or relation is not Relation.RIGHT):
            return relation
    return None


def named_ramp(query: Query) -> Ramp:
    """The ramp that a word of the sentence names; up and down name none, as released."""
    words = _words(query)
    return next((ramp for names, ramp in _RAMPS if words & set(names)), Ramp.NONE)


def other_phrases(query: Query) -> tuple[str, ...]:
    """The sentence's noun phrases but for the target, in lower case."""
    target = query.understood.target.lower()
    phrases = (chunk.text.lower() for chunk in query.understood.chunks)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase not in target))


def _words(query: Query) -> set[str]:
    return {token.text.lower() for token in query.understood.tokens}
