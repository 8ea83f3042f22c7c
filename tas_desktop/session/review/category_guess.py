"""The category that an undecided expression seems to be about, by its words alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tas_desktop.domain.category import FALLBACK_CATEGORY

if TYPE_CHECKING:
    from tas_desktop.domain.category import CategoryTable

_WORD = re.compile(r"[^\W\d_]+")


class CategoryGuess:
    """Takes the first word, or pair of words, that leads to a category: it mostly is the head noun.

    A parse would know; 300,000 of them take minutes. Each word is looked up once.

    Args:
        table: the project's categories.
    """

    def __init__(self, table: CategoryTable) -> None:
        self._table = table
        names = [word for c in table.categories for word in (c.name, *c.synonyms)]
        self._beginnings = {name.split()[0] for name in names if " " in name}
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Name of the category of a text in lower case; empty where no word leads to one."""
        words = _WORD.findall(text)
        for place, word in enumerate(words):
            if word in self._beginnings and place + 1 < len(words):
                both = self._look_up(f"{word} {words[place + 1]}", whole=True)
                if both:
                    return both
            found = self._known.get(word)
            if found is None:
                found = self._look_up(word)
            if found:
                return found
        return ""

    def _look_up(self, words: str, *, whole: bool = False) -> str:
        found = self._known.get(words)
        if found is None:
            category = self._table.find(words)
            # Of a pair that is no entry the table would take the second word alone.
            alone = whole and category == self._table.find(words.rpartition(" ")[2])
            found = "" if alone or category.name == FALLBACK_CATEGORY else category.name
            self._known[words] = found
        return found
