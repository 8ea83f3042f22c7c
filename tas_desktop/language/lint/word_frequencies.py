"""pyspellchecker's English words, read so that a window in the same process goes on meanwhile.

Its own loader parses the whole list in one call of C code, which holds the interpreter for 0.16 to 0.21 s on
two slow cores: a keystroke would wait for it. Read entry by entry, no stretch is longer than 25 ms
(``benchmarks/expression_help.py gaps``).
"""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_ENTRY: Final = re.compile(r'"((?:[^"\\]|\\.)*)":\s*(\d+)')


def load_checker() -> SpellChecker:
    """A checker of English with corrections of one letter."""
    from spellchecker import SpellChecker

    packed = files("spellchecker").joinpath("resources", "en.json.gz")
    if not packed.is_file():  # a later version may keep its words elsewhere
        return SpellChecker(language="en", distance=1)
    text = gzip.decompress(packed.read_bytes()).decode("utf-8")
    counts: dict[str, int] = {}
    for entry in _ENTRY.finditer(text):
        counts[entry.group(1)] = int(entry.group(2))
    checker = SpellChecker(language=None, distance=1)
    checker.word_frequency.load_json(counts)
    return checker
