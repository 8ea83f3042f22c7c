"""Expressions as REFER keeps them: as typed, and plain (formats.md section 1; section 0, clause 11)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_BARS: Final = re.compile(r"\|{2,}")
_APOSTROPHES: Final = "'’ʼ"


class Spoken(NamedTuple):
    """One expression in REFER's three forms.

    Attributes:
        raw: as typed, on one line; never blank.
        sent: lower case, without punctuation, single spaces.
        tokens: the words of ``sent``.
    """

    raw: str
    sent: str
    tokens: list[str]


def spoken(text: str) -> Spoken | None:
    """The forms of a text; None where nothing but control characters is in it.

    Tabs, line breaks and other control characters become a space (PolyFormer keeps sentences in tabbed
    lines), and ``||`` one bar (LISA asserts that there is none).
    """
    raw = as_line(text)
    if not raw.strip():
        return None
    sent = plain(raw)
    return Spoken(raw, sent, sent.split())


def as_line(text: str) -> str:
    """A text without tabs, line breaks, other control characters and ``||``."""
    return _BARS.sub("|", _BREAKS.sub(" ", text))


def plain(text: str) -> str:
    """Lower case without punctuation and symbols, apostrophes closed up; the text itself if nothing is left.

    Letters keep their accents and vowel signs, which are no letters in Unicode's eyes.
    """
    lower = text.lower()
    words = "".join(_kept(character) for character in lower).split()
    return " ".join(words or lower.split())


@cache
def _kept(character: str) -> str:
    if character in _APOSTROPHES:
        return ""
    joins = character in "\u200c\u200d"  # inside words of Persian and of India's scripts
    return character if joins or unicodedata.category(character)[0] not in "PSCZ" else " "
