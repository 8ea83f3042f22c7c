"""The spatial rectifier of the released TAS code, rule for rule (methods.md 1.2, "Spatial rectifier").

It looks for direction words as *substrings* of the whole lower-cased sentence, divides the picture at the
median of the candidates' centres and takes the best candidate of a half or quadrant. It knows no
"bottom", "middle" or "second"; ``engine.rectifier`` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.engine.methods.params import CentreRef
from tas_desktop.language.entities import ABOVE_WORDS, BELOW_WORDS, LEFT_WORDS, RIGHT_WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.language.entities import Entity, Relation

# Quadrants, numbered so that a half is a pair; the later one of a pair wins ties, as upstream.
TOP_LEFT, BOTTOM_LEFT, TOP_RIGHT, BOTTOM_RIGHT = range(4)
_LEFT, _RIGHT = (TOP_LEFT, BOTTOM_LEFT), (TOP_RIGHT, BOTTOM_RIGHT)
_TOP, _BOTTOM = (TOP_LEFT, TOP_RIGHT), (BOTTOM_LEFT, BOTTOM_RIGHT)

_UPWARD: Final = ("above", "top", "north")
_WEST: Final = ("left", "west")
_EAST: Final = ("right", "east")
_UNDERNEATH: Final = ("below", "south", "underneath")
_UNDER: Final = ("below", "south", "under")
_RELATION_WORDS: Final = (
    (LEFT_WORDS, _LEFT),
    (RIGHT_WORDS, _RIGHT),
    (ABOVE_WORDS, _TOP),
    (BELOW_WORDS, _BOTTOM),
)


@dataclass(frozen=True, slots=True, eq=False)
class CodeVerdict:
    """Where the rule looked.

    Attributes:
        winner: index of the candidate that the rule puts first.
        kept_n: bool, shape (N,): candidates of the half or quadrant it looked in.
        x_middle, y_middle: the dividing column and row.
        quadrants: the quadrants it looked in.
    """

    winner: int
    kept_n: NDArray[np.bool_]
    x_middle: float
    y_middle: float
    quadrants: tuple[int, ...]


def rectify_as_code(
    total_n: NDArray[np.float64],
    *,
    centroids_xy: NDArray[np.float64],
    sentence: str,
    target: str,
    entity: Entity | None,
    size_wh: tuple[int, int],
    centre_ref: CentreRef = CentreRef.MEDIAN,
) -> CodeVerdict | None:
    """Apply the rule; None when it does not act (no direction found, or the place is empty).

    Args:
        total_n: scores of N >= 1 candidates, finite.
        centroids_xy: mean column and row index of each mask, shape (N, 2).
        sentence: the expression in lower case.
        target: the target noun phrase of that parse (``language.target.code_target``).
        entity: its ReCLIP-style entity (``language.entities.extract_entity``).
        size_wh: width and height of the image, used by ``CentreRef.IMAGE`` only.
        centre_ref: what the halves are divided by.
    """
    if entity is None or entity.text != target:
        return None
    quadrants = named_quadrants(sentence, entity)
    if quadrants is None:
        return None
    centres_xy = np.floor(centroids_xy)  # upstream truncates the mean pixel index
    if centre_ref is CentreRef.MEDIAN:
        x_middle, y_middle = (float(m) for m in np.median(centres_xy, axis=0))
    else:
        x_middle, y_middle = size_wh[0] / 2, size_wh[1] / 2
    right_n, low_n = centres_xy[:, 0] >= x_middle, centres_xy[:, 1] >= y_middle
    quadrant_n = 2 * right_n + low_n
    best: int | None = None
    for quadrant in quadrants:
        members = np.flatnonzero(quadrant_n == quadrant)
        if members.size:
            champion = int(members[np.argmax(total_n[members])])
            if best is None or total_n[champion] >= total_n[best]:
                best = champion
    if best is None:
        return None
    return CodeVerdict(best, np.isin(quadrant_n, quadrants), x_middle, y_middle, quadrants)


def named_quadrants(sentence: str, entity: Entity) -> tuple[int, ...] | None:
    """The quadrants that branches A (superlatives only) and B (relations only) name, else None."""
    if entity.superlatives and not entity.relations:
        return _by_superlative(sentence)
    if entity.relations and not entity.superlatives:
        named: tuple[int, ...] | None = None
        for relation in entity.relations:
            named = _by_relation(sentence, relation, entity) or named  # the last relation that acts decides
        return named
    return None


def _by_superlative(sentence: str) -> tuple[int, ...] | None:
    rows: tuple[int, ...] | None = None
    if _any_in(_UPWARD, sentence):
        rows = _TOP
    elif _any_in(_UNDERNEATH, sentence):
        rows = _BOTTOM
    columns = _columns(sentence)
    return _narrow(rows, columns) if rows else columns


def _by_relation(sentence: str, relation: Relation, entity: Entity) -> tuple[int, ...] | None:
    for word in relation.words:
        half = next((half for words, half in _RELATION_WORDS if word in words), None)
        if half is None:
            continue
        # Only the first direction word of a relation counts, whether or not it may act.
        if relation.object.text != entity.text and word not in relation.object.text:
            return None
        across = _rows(sentence) if half in (_LEFT, _RIGHT) else _columns(sentence)
        return _narrow(half, across)
    return None


def _columns(sentence: str) -> tuple[int, ...] | None:
    if _any_in(_WEST, sentence):
        return _LEFT
    return _RIGHT if _any_in(_EAST, sentence) else None


def _rows(sentence: str) -> tuple[int, ...] | None:
    if _any_in(_UPWARD, sentence):
        return _TOP
    return _BOTTOM if _any_in(_UNDER, sentence) else None


def _narrow(half: tuple[int, ...], across: tuple[int, ...] | None) -> tuple[int, ...]:
    return half if across is None else tuple(q for q in half if q in across)


def _any_in(words: tuple[str, ...], sentence: str) -> bool:
    return any(word in sentence for word in words)
