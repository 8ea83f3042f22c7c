"""Side words that name no place of the target: "left over", "right next to", "in her left hand"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.language import lexicon
from tas_desktop.language.anchors import anchor_after
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.language.scan import Scan

_NOT_BEFORE = {
    "left": word_set("over overs behind out alone open"),
    "right": word_set(
        "next behind beside above below under underneath beneath near by before there here now after around"
    ),
    "back": word_set("to turned turn towards toward facing faces faced against pack packs rest rests"),
    "top": word_set("hat hats bun"),
    "middle": word_set("aged age finger school"),
    "mid": word_set("aged air size sized"),
    "upper": word_set("body arm arms torso lip"),
    "lower": word_set("body leg legs half lip"),
    "high": word_set("chair chairs school heel heels top tops five def rise tech"),
}
"""A side word before one of these is something else."""

_LOOKING = word_set("facing looking pointing turned leaning heading")

_NOT_AFTER = {
    "left": _LOOKING,
    "right": _LOOKING | {"all"},
    "top": word_set("tank halter crop tube counter table roof hill hard lap desk tabletop"),
    "back": word_set("lying leaning looking facing holding coming bare"),
    "front": word_set("facing"),
    "high": word_set("knee so very mile"),
}
"""A side word after one of these is something else."""

_VERTICAL = frozenset({"up", "down"})
_VERTICAL_LEADS = word_set("way far high all further farther furthest upper lower top bottom")
_PARTS = word_set("front back rear")
_PART_NOUNS = word_set(
    "leg legs paw paws foot feet hoof hooves wheel wheels tire tires light lights bumper pocket"
)
_EXACTLY = word_set("in at on up")
_CENTRES = word_set("front middle center centre back between top bottom corner edge")
_SIDE_LEADS = word_set("on to at the far very top bottom upper lower front back from your my")
_OWNER_TAGS = frozenset({"PRP$", "POS", "WP$"})
HAVING = word_set("with wearing has having holding carrying whose wears")
"""Words after which something is named that the target has."""

_HEIGHTS = word_set("top bottom upper lower high")
_ACROSS = word_set("left right corner shelf row bunk")
_MEASURED = word_set("aged size sized")
_TOWARDS = word_set("to towards toward the at")
_VIEWERS = word_set("our your my")
_WEARING = word_set("in with wearing wears has having")
_SOMEBODY = word_set("it him her himself herself itself")
_BODY = word_set(
    "hand arm leg foot feet hands arms legs eye ear shoulder knee elbow wrist cheek breast pocket sleeve"
)


def is_no_direction(scan: Scan, index: int) -> bool:
    """Whether the side word at ``index`` says nothing about where the target is."""
    word = scan.word(index)
    if word in _VERTICAL:
        return not _is_vertical_place(scan, index)
    return (
        (scan.word(index + 1) in _NOT_BEFORE.get(word, frozenset()) and not _is_led_to(scan, index))
        or scan.word(index - 1) in _NOT_AFTER.get(word, frozenset())
        or _is_owned(scan, index)
        or _is_looked_at(scan, index)
        or (scan.word(index) in {"mid", "middle"} and scan.word(index + 2) in _MEASURED)
        or _is_garment(scan, index)
        or _is_of_body(scan, index)
        or _is_part(scan, index)
        or _is_exactly(scan, index)
        or _is_of_possession(scan, index)
    )


def _is_led_to(scan: Scan, index: int) -> bool:
    """Whether a preposition makes it a side whatever follows: "on the left behind the clock"."""
    before = index - 2 if scan.word(index - 1) in {"the", "far"} else index - 1
    return scan.word(index) in {"left", "right"} and scan.word(before) in {"on", "to"}


def _is_looked_at(scan: Scan, index: int) -> bool:
    """Whether somebody looks or turns there: "looking to the left"."""
    before = index - 1
    while scan.word(before) in _TOWARDS:
        before -= 1
    return before < index - 1 and scan.word(before) in _LOOKING - {"heading"}


def _is_owned(scan: Scan, index: int) -> bool:
    """Whether it is somebody's side: "dog on her left", not "on your left"."""
    if index == 0 or scan.word(index - 1) in _VIEWERS:
        return False
    return scan.parsed.tokens[index - 1].tag in _OWNER_TAGS


def _is_garment(scan: Scan, index: int) -> bool:
    """Whether it is clothing: "girl in red top", "woman with a black bottom"."""
    if scan.word(index) not in {"top", "bottom"}:
        return False
    start = index
    while start > 0 and (
        scan.word(start - 1) in lexicon.COLOURS or scan.parsed.tokens[start - 1].tag in {"JJ", "DT"}
    ):
        start -= 1
    described = any(word in lexicon.COLOURS or word == "a" for word in scan.words[start:index])
    if scan.word(start - 1) in {"and", "&"}:
        return described and not _WEARING.isdisjoint(scan.words[:start])
    return described and scan.word(start - 1) in _WEARING


def _is_vertical_place(scan: Scan, index: int) -> bool:
    """Whether "up" or "down" is a place: "up left", "way down", not "hood up" or "up front"."""
    beside = scan.word(index + 1) in {"left", "right", "there"}
    return beside or scan.word(index - 1) in _VERTICAL_LEADS | {"left", "right"}


def _is_part(scan: Scan, index: int) -> bool:
    """Whether it is a part of a thing: "back of the head", "front of a motorcycle", "rear end"."""
    word = scan.word(index)
    if word not in _PARTS:
        return False
    if scan.word(index + 1) in _PART_NOUNS and index > 0:
        return any(token.pos in {"NOUN", "PROPN"} for token in scan.parsed.tokens[:index])
    if word == "rear":
        return scan.word(index + 1) == "end"
    if scan.word(index + 1) != "of":
        return False
    # "with a cup in front of him" says where the cup is.
    return scan.word(index + 2) in _SOMEBODY or anchor_after(scan.parsed, index + 2) is not None


def _is_of_possession(scan: Scan, index: int) -> bool:
    """Whether it says where something lies that the target has: "a cake with a bow on top"."""
    if scan.word(index) not in _HEIGHTS or not _ACROSS.isdisjoint(scan.words[index - 1 : index + 2]):
        return False
    having = next((i for i in range(1, index) if scan.word(i) in HAVING), None)
    nouns = () if having is None else scan.parsed.tokens[having + 1 : index]
    return any(token.pos in {"NOUN", "PROPN"} for token in nouns)


def _is_exactly(scan: Scan, index: int) -> bool:
    """Whether "right" only means exactly: "right in front", "right at the edge"."""
    if scan.word(index) != "right" or scan.word(index + 1) not in _EXACTLY:
        return False
    return scan.word(index - 1) not in _SIDE_LEADS and (
        scan.word(scan.skip(index + 2, frozenset({"the"}))) in _CENTRES
    )


def _is_of_body(scan: Scan, index: int) -> bool:
    """Whether it tells a part of a body apart that is not the target: "cup in left hand"."""
    if scan.word(index) not in {"left", "right"} or scan.word(index + 1) not in _BODY:
        return False
    if scan.word(index + 1) == "hand" and scan.word(index + 2) in lexicon.SIDE_NOUNS | {"picture", "image"}:
        return False
    named = any(token.pos in {"NOUN", "PROPN"} for token in scan.parsed.tokens[:index])
    return named or scan.word(index + 2) == "of"  # "right hand of the man"
