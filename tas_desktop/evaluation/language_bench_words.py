"""The spatial words of the language bench: a sentence counts when it has one of them.

A list of the bench's own, so that a reader that knows fewer words measures worse, not on fewer sentences.
"""

from __future__ import annotations

import re
from typing import Final

from tas_desktop.language.wordlists import word_list

SPATIAL_WORDS: Final = word_list(
    "left right top bottom upper lower middle center centre mid corner front back rear foreground background "
    "leftmost rightmost topmost bottommost uppermost lowermost lefthand righthand leftside rightside "
    "north south east west above below under underneath beneath behind beside between next near nearest "
    "nearer close closest closer far farthest farther furthest further distance "
    "first second third fourth fifth sixth seventh eighth last 1st 2nd 3rd 4th 5th 6th 7th 8th oclock "
    "big bigger biggest large larger largest small smaller smallest little tallest shortest "
    "lft rt rght frt frm bttm btm midle botom"
)
"""Lower case; places, order, distance, size and their commonest slips in hurried text."""

_WORDS: Final = frozenset(SPATIAL_WORDS)
_TOKEN: Final = re.compile(r"[a-z0-9]+")


def has_spatial_word(text: str) -> bool:
    """Whether any word of a text is on the list; apostrophes are dropped ("o'clock").

    >>> has_spatial_word("cup, 3 o'clock"), has_spatial_word("lefty in red")
    (True, False)
    """
    return not _WORDS.isdisjoint(_TOKEN.findall(text.lower().replace("'", "").replace("o clock", "oclock")))
