"""Which tokens can name a thing, beyond what a small tagger makes of them.

Short expressions starve a tagger of context: "couch on left" reads *couch* as a verb, "left urinal" reads
*urinal* as an adjective. Words known as nouns, and words that stand where only a noun can, count as well.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tas_desktop.language import lexicon
from tas_desktop.language.lemmas import noun_lemma
from tas_desktop.language.synonyms import lexicon_words
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.language.parse import ParsedExpression

NOUN_CLASSES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})

PEOPLE = word_set(
    "man men guy guys woman women lady ladies girl girls boy boys person people kid kids dude dudes "
    "child player players batter catcher umpire chick gal fella gentleman bro male female skier "
    "surfer"
)

ADDRESS = word_set(
    "i me my you u your we us it he she him they them this that these those there here who which what "
    "whoever something anything everything nothing him her its"
)
"""Pronouns and pointers, which name nothing by themselves ("one" does)."""

PLACE_NOUNS = (
    lexicon.SIDES.keys()
    | lexicon.ORDINALS.keys()
    | word_set("side corner edge end row rows most clock o'clock oclock o last number")
) - {"clock"}
"""Nouns that say where, not what."""

_EVERYDAY = word_set(
    "apple arm banana bear bed bench bird board boat book bottle bowl box broccoli building bus cake "
    "camera car carrot cat chair clock couch cow cup dish dog donut door elephant engine fence fork "
    "fruit giraffe glass glove hair hand hat head helmet horse jacket keyboard kite lamp laptop leg "
    "microwave monitor motorcycle mouse mug orange oven pan pants pizza plane plant plate racket "
    "refrigerator remote rice sandwich scissors screen shirt shoe sink skateboard skirt slice sofa "
    "spoon stool suitcase surfboard table tie toilet toothbrush train tree truck tv umbrella urinal "
    "van vase wagon wheel window wine zebra"
)
_AMBIGUOUS = word_set("light present watch sign")
"""Nouns only where no other noun or adjective follows: "light on the left", not "light shirt"."""

_VERBAL = frozenset({"VBN", "VBD", "VBZ", "MD"})  # "painting" may be VBG
_OPEN_TAGS = frozenset({"JJ", "RB", "VB", "VBP", "FW", "UH", "XX", "LS", "ADD"})
_DESCRIPTIVE_ENDINGS = ("y", "ing", "ed", "est", "ful", "less")
DESCRIPTIVE = word_set(
    "long tall short old young new open whole half full empty round square flat fat thin bare cut "
    "blurry only same other another alone together next near close far behind yes "
    "no ok please sorry not"
)


def names_thing(parsed: ParsedExpression, index: int) -> bool:
    """Whether a token can name a thing."""
    token, word = parsed.tokens[index], parsed.words[index]
    if token.pos in NOUN_CLASSES or word in PEOPLE:
        return True
    following = parsed.tokens[index + 1].pos if index + 1 < len(parsed.tokens) else ""
    if word in _AMBIGUOUS and following not in {"NOUN", "PROPN", "ADJ"}:
        return True
    if token.tag not in _VERBAL and noun_lemma(word) in _known_nouns():
        return True
    if token.dep != "ROOT" or index + 1 == len(parsed.tokens) or not may_name_thing(parsed, index):
        return False
    return following == "ADP" or parsed.words[index + 1] in PLACE_NOUNS


def may_name_thing(parsed: ParsedExpression, index: int) -> bool:
    """Whether a token could be a noun that the tagger does not know; for expressions that lack any."""
    word = parsed.words[index]
    return (
        parsed.tokens[index].tag in _OPEN_TAGS
        and word.isalpha()
        and len(word) > 2
        and not word.endswith(_DESCRIPTIVE_ENDINGS)
        and word not in DESCRIPTIVE | ADDRESS | PLACE_NOUNS | lexicon.COLOURS | lexicon.SIZES.keys()
    )


@cache
def _known_nouns() -> frozenset[str]:
    return (_EVERYDAY | lexicon_words()) - _AMBIGUOUS - word_set("top case pop male female")
