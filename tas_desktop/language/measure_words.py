"""Readers for order, size, distance and clock positions."""

from __future__ import annotations

from tas_desktop.domain.understanding import DirectionKind, Place
from tas_desktop.language import lexicon
from tas_desktop.language.scan import Reading, Scan
from tas_desktop.language.wordlists import word_set

_LINKS = word_set("on to")
_SIDE_LEADS = word_set("the far very")
_SIDE_TAIL = word_set("side hand - most")
_FAR_TAIL = word_set("away back off")
_POINTERS = word_set("the this")
_NOT_AFTER_CLOSE = word_set("to by together with")
_NOT_AFTER_LITTLE = word_set("bit to of over behind higher lower more less")
_BEING = word_set("is are was were 's")
_ORDINAL_REACH = 4
"""Words that may stand between "second" and "from the left"."""

_COUNT_TAILS = word_set("in over up along away back down people guys ones")
"""Words that may stand between "2" and "from the left"."""

_RANKED = (
    {word: lexicon.SIZES[word] for word in lexicon.SUPERLATIVE_SIZES}
    | dict.fromkeys(lexicon.CLOSEST, Place.NEAR)
    | dict.fromkeys(lexicon.FURTHEST, Place.BACK)
)
"""Words that an ordinal can rank by: "second largest", "second closest"."""


def read_ordinal(scan: Scan, start: int) -> Reading | None:
    """Read "second mug from the left", "3rd from right", "second largest", "2 from the top"."""
    word = scan.word(start)
    if word == "counting":
        return _read_counting(scan, start)
    rank = _rank_of(word)
    if not rank and word != "last":
        return None
    counted = word in lexicon.CARDINALS
    ranked = _RANKED.get(scan.word(start + 1))
    if ranked is not None and rank and not counted:
        return Reading(DirectionKind.ORDINAL, (ranked,), start, start + 2, ordinal=rank)
    side = _counted_side(scan, start, counted=counted)
    if side is None:
        return None
    places = lexicon.SIDES[scan.word(side)][:1]
    end = scan.skip(side + 1, _SIDE_TAIL)
    if scan.word(end) == "to" and lexicon.SIDES.keys() & {scan.word(end + 1), scan.word(end + 2)}:
        end += 2 if scan.word(end + 1) in lexicon.SIDES else 3  # "third from left to right"
    if not rank:
        return Reading(DirectionKind.SUPERLATIVE, places, start, end, far=True)
    return Reading(DirectionKind.ORDINAL, places, start, end, ordinal=rank)


def _read_counting(scan: Scan, start: int) -> Reading | None:
    """Read "counting from the left, mug number two"."""
    side = scan.skip(start + 1, _SIDE_LEADS | {"from"})
    rest = scan.words[side + 1 :]
    rank = next((rank for word in rest if (rank := _rank_of(word))), 0)
    if scan.word(side) not in lexicon.SIDES or not rank:
        return None
    return Reading(DirectionKind.ORDINAL, lexicon.SIDES[scan.word(side)][:1], start, side + 1, ordinal=rank)


def _rank_of(word: str) -> int:
    return lexicon.ORDINALS.get(word) or lexicon.CARDINALS.get(word, 0)


def _counted_side(scan: Scan, start: int, *, counted: bool) -> int | None:
    """Position of the side that is counted from: "from" it, or at once "on" or "to" it.

    None where neither follows, or where rows are counted ("second row from the bottom").
    """
    last = scan.skip(start + 1, _COUNT_TAILS) if counted else start + _ORDINAL_REACH
    nearby = range(start + 1, last + 1)
    links = [i for i in nearby if scan.word(i) == "from"]
    links += [i for i in nearby if scan.word(i) in _LINKS and not counted]
    for link in links:
        side = scan.skip(link + 1, _SIDE_LEADS)
        if scan.word(side) in lexicon.SIDES and not {"row", "rows"} & set(scan.words[start:link]):
            return side
    return None


def read_size(scan: Scan, start: int) -> Reading | None:
    """Read "large", "the smallest": sizes are compared between candidates, not read from a crop.

    Only of the target: "big mug" and "the mug that is the biggest", not "mug with a big handle".
    """
    word = scan.word(start)
    place = lexicon.SIZES.get(word)
    most = word in lexicon.SUPERLATIVE_SIZES and "than" not in scan.words[start : start + 4]
    linking = {"ADP", "VERB"} if most else {"ADP", "VERB", "SCONJ"}
    before = zip(scan.words, scan.parsed.tokens[:start], strict=False)
    if word == "little" and scan.word(start + 1) in _NOT_AFTER_LITTLE:
        return None
    if place is None or any(token.pos in linking and other not in _BEING for other, token in before):
        return None
    kind = DirectionKind.SUPERLATIVE if most else DirectionKind.ABSOLUTE
    return Reading(kind, (place,), start, start + 1, far=most)


def read_distance(scan: Scan, start: int) -> Reading | None:
    """Read "closest", "nearest to us", "furthest", "far away", "in the distance"."""
    word, following = scan.word(start), scan.word(start + 1)
    linked = following in {"to", "from"}
    viewer = _picture_end(scan, start + 2) if linked else None
    if linked and viewer is None:
        return None  # measured from another thing; there is no place for "far from the lamp"
    end = start + 1 if viewer is None else viewer
    if word in lexicon.CLOSEST or (word == "close" and (viewer is not None or following == "up")):
        return Reading(DirectionKind.SUPERLATIVE, (Place.NEAR,), start, end, far=True)
    if word == "close" and following not in _NOT_AFTER_CLOSE:
        return Reading(DirectionKind.ABSOLUTE, (Place.NEAR,), start, start + 1)
    end = start + 2 if following in _FAR_TAIL else end
    if word in lexicon.FURTHEST:
        return Reading(DirectionKind.SUPERLATIVE, (Place.BACK,), start, end, far=True)
    if word == "far" or (word == "distance" and start > 0):
        return Reading(DirectionKind.ABSOLUTE, (Place.BACK,), start, end)
    return None


def _picture_end(scan: Scan, index: int) -> int | None:
    """The token after "us", "the camera"; None where neither the viewer nor the picture is named."""
    index = scan.skip(index, _POINTERS)
    return index + 1 if scan.word(index) in lexicon.PICTURE_WORDS else None


def read_clock(scan: Scan, start: int) -> Reading | None:
    """Read "at 4 o clock", "4oclock": the picture as a clock face."""
    word = scan.word(start).replace("'", "").replace("’", "")
    if word.endswith("oclock") and word != "oclock":
        places = lexicon.CLOCK_PLACES.get(lexicon.CARDINALS.get(word.removesuffix("oclock"), 0))
        return Reading(DirectionKind.ABSOLUTE, places, start, start + 1) if places else None
    places = lexicon.CLOCK_PLACES.get(lexicon.CARDINALS.get(scan.word(start), 0))
    rest = [scan.word(start + offset).replace("’", "'") for offset in (1, 2, 3)]
    length = next((n for n in (1, 2, 3) if "".join(rest[:n]).replace("'", "") in {"oclock", "clock"}), 0)
    if places is None or not length:
        return None
    return Reading(DirectionKind.ABSOLUTE, places, start, start + 1 + length)
