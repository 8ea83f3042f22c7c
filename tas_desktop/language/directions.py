"""Direction words of an expression: which places it names, and measured from what.

The scan is over words, not over the tree: small parsers are weakest exactly here ("left black shirt",
"guy 2nd from right"). The tree only decides what a relation is measured from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.domain.understanding import Direction, DirectionKind, Place
from tas_desktop.language.measure_words import read_clock, read_distance, read_ordinal, read_size
from tas_desktop.language.misreadings import HAVING
from tas_desktop.language.naming import names_thing
from tas_desktop.language.scan import Reading, Scan
from tas_desktop.language.side_words import read_relation, read_side
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.language.parse import ParsedExpression

_OPPOSITE = {
    Place.LEFT: Place.RIGHT,
    Place.RIGHT: Place.LEFT,
    Place.TOP: Place.BOTTOM,
    Place.BOTTOM: Place.TOP,
    Place.FRONT: Place.BACK,
    Place.BACK: Place.FRONT,
    Place.LARGE: Place.SMALL,
    Place.SMALL: Place.LARGE,
    Place.NEAR: Place.BACK,
}
_BETWEEN_NOT_AND_PLACE = word_set("the a an very most far is at on in one to")
_NEGATIONS = word_set("not n't nt isnt isn't except")

_READERS: tuple[Callable[[Scan, int], Reading | None], ...] = (
    read_clock,
    read_ordinal,
    read_relation,
    read_side,
    read_distance,
    read_size,
)


def find_directions(parsed: ParsedExpression) -> tuple[Direction, ...]:
    """Directions that pick the target, in order of appearance; spans never overlap.

    Left out are directions of something else ("in her left hand"), and words that only look like one
    ("left over", "right next to", "a red top"). "not on the left" gives the opposite side.
    """
    scan = Scan(parsed)
    found: list[Direction] = []
    position = 0
    while position < len(scan.words):
        readings = (read(scan, position) for read in _READERS)
        reading = next((reading for reading in readings if reading is not None), None)
        if reading is None:
            position += 1
            continue
        position = reading.end
        negated = _is_negated(scan, reading.start)
        if not (negated and reading.kind is DirectionKind.RELATION):  # "not behind it" names no place
            loose = not reading.anchor and _is_loose(scan, reading.start, found)
            found.append(_as_direction(scan, reading, negated=negated, loose=loose))
    return tuple(found)


def _as_direction(scan: Scan, reading: Reading, *, negated: bool, loose: bool) -> Direction:
    places = tuple(_OPPOSITE.get(place, place) for place in reading.places) if negated else reading.places
    return Direction(
        kind=reading.kind,
        places=places,
        span=(reading.start, reading.end),
        text=scan.parsed.span_text(reading.start, reading.end),
        ordinal=reading.ordinal,
        anchor=reading.anchor,
        far=reading.far and not negated,
        loose=loose,
    )


def _is_loose(scan: Scan, start: int, before: list[Direction]) -> bool:
    """Whether it follows a relation's anchor, or a thing that the target has."""
    if any(direction.anchor for direction in before):
        return True
    having = next((i for i in range(1, start) if scan.word(i) in HAVING), None)
    return having is not None and any(names_thing(scan.parsed, i) for i in range(having + 1, start))


def _is_negated(scan: Scan, start: int) -> bool:
    before = start - 1
    while scan.word(before) in _BETWEEN_NOT_AND_PLACE:
        before -= 1
    return scan.word(before) in _NEGATIONS
