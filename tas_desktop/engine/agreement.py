"""Text against mask: an expression that says "left" of a thing on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.lint import Finding, LintCode
from tas_desktop.domain.understanding import DirectionKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tas_desktop.domain.understanding import Direction, Understanding

PAST_MIDDLE: Final = 0.1
"""How far beyond the picture's middle, as a share of its side, a thing must lie to be on the other side."""

_AXES: Final = {Place.LEFT: (0, 1), Place.RIGHT: (0, -1), Place.TOP: (1, 1), Place.BOTTOM: (1, -1)}
"""Column of the coordinates, and the sign under which a larger value is further from the place."""

_OPPOSITE: Final = {
    Place.LEFT: Place.RIGHT,
    Place.RIGHT: Place.LEFT,
    Place.TOP: Place.BOTTOM,
    Place.BOTTOM: Place.TOP,
}


def find_wrong_sides(
    understood: Understanding,
    *,
    centre_xy: tuple[float, float],
    others_xy: Iterable[tuple[float, float]] = (),
    directions_off: frozenset[tuple[int, int]] = frozenset(),
) -> tuple[Finding, ...]:
    """Sides that the expression names and the mask does not lie on.

    A side is a preference (``engine.places``): "the left one" of two things on the right is right to say.
    So nothing is said while any other thing of the kind lies further away from the named side.

    Args:
        understood: the parse.
        centre_xy: centre of the mask, in [0, 1] of the picture's width and height.
        others_xy: centres of other things of the target's kind.
        directions_off: spans of directions that the annotator switched off.
    """
    others = tuple(others_xy)
    return tuple(
        _finding(understood, direction, place)
        for direction in understood.directions
        if _measures_picture(direction) and direction.span not in directions_off
        for place in direction.places
        if place in _AXES and _is_off(place, centre_xy, others)
    )


def _measures_picture(direction: Direction) -> bool:
    """Whether it is said of the picture: no "left of the car", no "second from the left"."""
    return direction.kind in (DirectionKind.ABSOLUTE, DirectionKind.SUPERLATIVE) and not direction.anchor


def _is_off(place: Place, centre_xy: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    axis, sign = _AXES[place]
    distance = sign * (centre_xy[axis] - 0.5)
    if distance <= PAST_MIDDLE:
        return False
    return not any(sign * (other[axis] - centre_xy[axis]) > 0.0 for other in others)


def _finding(understood: Understanding, direction: Direction, place: Place) -> Finding:
    start = understood.text.find(direction.text)
    end = start + len(direction.text) if start >= 0 else 0
    return Finding(LintCode.WRONG_SIDE, max(start, 0), end, place.value, (_OPPOSITE[place].value,))
