"""Readers for sides of the picture and for relations to another phrase."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tas_desktop.domain.understanding import DirectionKind, Place
from tas_desktop.language import lexicon
from tas_desktop.language.anchors import anchor_after
from tas_desktop.language.misreadings import is_no_direction
from tas_desktop.language.naming import PLACE_NOUNS, names_thing
from tas_desktop.language.scan import Reading, Scan
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.language.parse import ParsedExpression

_JOINTS = word_set("- and / hand")
_EXTREMES = lexicon.EXTREMES | lexicon.FURTHEST
_VIEWER = word_set("us me you camera")
_HYPHENATED = word_set("hand most side")


def read_relation(scan: Scan, start: int) -> Reading | None:
    """Read "above the sofa", "next to a dog", "between two cars", "that the lamp is next to"."""
    left = len(scan.words) - start
    for length in range(min(3, left), 0, -1):
        place = lexicon.RELATIONS.get(scan.words[start : start + length])
        if place is None:
            continue
        after = start + length
        anchor = anchor_after(scan.parsed, after, both=place is Place.BETWEEN)
        if _is_passive(scan.parsed, start):
            return None
        if anchor is None and scan.word(start) == "near" and scan.word(after) in _VIEWER:
            return Reading(DirectionKind.ABSOLUTE, (place,), start, after + 1)
        if anchor is None:
            return _read_stranded(scan, start, after, place)
        if anchor.others:
            return _read_among_others(place, start, anchor.end)
        return Reading(DirectionKind.RELATION, (place,), start, anchor.end, anchor=anchor.text)
    return None


def _read_among_others(place: Place, start: int, end: int) -> Reading | None:
    """A relation to the rest of the kind is a place among them: "behind another dog" is at the back.

    Being near the others tells none of them apart.
    """
    if place is Place.NEAR:
        return None
    among = Place.MIDDLE if place is Place.BETWEEN else place
    return Reading(DirectionKind.ABSOLUTE, (among,), start, end)


def _read_stranded(scan: Scan, start: int, end: int, place: Place) -> Reading | None:
    """A relation whose anchor comes before it: "the mug that the lamp is next to"."""
    if place is not Place.NEAR or scan.word(start - 1) not in {"is", "are"} or start < 2:
        return None
    chunk = scan.parsed.chunk_at(start - 2)
    if chunk is None or chunk.start == 0:
        return None
    return Reading(DirectionKind.RELATION, (place,), start, end, anchor=chunk.text)


def _is_passive(parsed: ParsedExpression, index: int) -> bool:
    """Whether "by" names who did it: "hit by the man"."""
    if parsed.words[index] != "by":
        return False
    return parsed.tokens[index].dep == "agent" or (index > 0 and parsed.tokens[index - 1].tag == "VBN")


def read_side(scan: Scan, start: int) -> Reading | None:
    """Read "far left", "upper right corner", "leftmost", "left of the blue car"."""
    position = scan.skip(start, _EXTREMES | {"all", "the"} if scan.word(start) == "all" else _EXTREMES)
    if position > start and scan.word(position) in {"to", "on", "at"} and scan.word(position + 1) == "the":
        position += 2
    places, end = _side_run(scan, position)
    if not places:
        return None
    tail = _skip_side_nouns(scan, end)
    used = scan.words[start:tail]
    if "corner" in used[end - start :]:
        places.append(Place.CORNER)
    if len(places) > 2 and Place.CORNER in places:
        places.remove(Place.CORNER)
    far = position > start or "most" in used or any(word in lexicon.EXTREME_SIDES for word in used)
    kind = DirectionKind.SUPERLATIVE if far else DirectionKind.ABSOLUTE
    return _with_anchor(scan, Reading(kind, tuple(places), start, tail, far=far))


def _side_run(scan: Scan, start: int) -> tuple[list[Place], int]:
    """Places of side words in a row ("top left", "top - left", "left and bottom"), and where they end."""
    places: list[Place] = []
    end = position = start
    while scan.word(position) in lexicon.SIDES and not is_no_direction(scan, position):
        places.extend(place for place in lexicon.SIDES[scan.word(position)] if place not in places)
        end = position + 1
        position = scan.skip(end, _JOINTS)
    return places, end


def _skip_side_nouns(scan: Scan, index: int) -> int:
    """Past "corner", "side", "- hand side" and the like."""
    while True:
        if scan.word(index) in lexicon.SIDE_NOUNS and not _is_body_hand(scan, index):
            index += 1
        elif scan.word(index) == "-" and scan.word(index + 1) in _HYPHENATED:
            index += 2
        else:
            return index


def _is_body_hand(scan: Scan, index: int) -> bool:
    """Whether "hand" is a hand: "right hand of the man", not "right hand side"."""
    if scan.word(index) != "hand" or index + 1 >= len(scan.words):
        return False
    return scan.parsed.tokens[index + 1].pos in {"ADP", "VERB"}


def _with_anchor(scan: Scan, reading: Reading) -> Reading:
    """The same direction as a relation, where "of <phrase>" follows and is not itself the target.

    It is not where a thing was named before ("mug left of the car") or comes after ("left of the car,
    the mug"); "left side of the car" alone means the car.
    """
    if scan.word(reading.end) != "of":
        return reading
    named = (
        any(names_thing(scan.parsed, i) and scan.words[i] not in PLACE_NOUNS for i in range(reading.start))
        or "," in scan.words[reading.end :]
    )
    anchor = anchor_after(scan.parsed, reading.end + 1) if named else None
    if anchor is None:
        return reading
    if anchor.others:
        return replace(reading, end=anchor.end)
    return Reading(
        DirectionKind.RELATION, reading.places, reading.start, anchor.end, anchor=anchor.text, far=reading.far
    )
