"""Categories of referents and the words that lead to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FALLBACK_CATEGORY = "object"


@dataclass(frozen=True, slots=True)
class Category:
    """One category of the table.

    Attributes:
        id: id in exports, >= 1; COCO's own ids run from 1 to 90 with gaps.
        name: singular, lower case, unique in the table.
        supercategory: COCO's grouping.
        synonyms: further head nouns that mean it, lower case.
    """

    id: int
    name: str
    supercategory: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class CategoryTable:
    """The project's categories, looked up by head noun; always contains ``object``."""

    categories: tuple[Category, ...]
    _by_word: Mapping[str, Category] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = [category.name for category in self.categories]
        ids = [category.id for category in self.categories]
        if FALLBACK_CATEGORY not in names:
            raise ValueError(f"the category table lacks {FALLBACK_CATEGORY!r}")
        if len(set(names)) < len(names) or len(set(ids)) < len(ids) or min(ids) < 1:
            raise ValueError("category names and ids must be unique, ids >= 1")
        words = {word: category for category in self.categories for word in category.synonyms}
        words |= {category.name: category for category in self.categories}
        object.__setattr__(self, "_by_word", MappingProxyType(words))

    def find(self, head: str) -> Category:
        """Category of a head noun or phrase (``mug`` is COCO's cup), else ``object``.

        A phrase that is no entry itself is tried by its last word, and a regular plural by its
        singular; the table holds the irregular ones as synonyms.
        """
        phrase = " ".join(head.lower().split())
        for words in (phrase, phrase.rpartition(" ")[2]):
            for form in _singular_forms(words):
                if form in self._by_word:
                    return self._by_word[form]
        return self._by_word[FALLBACK_CATEGORY]

    def named(self, name: str) -> Category | None:
        """The category of exactly this name, or None."""
        return next((category for category in self.categories if category.name == name), None)


def _singular_forms(word: str) -> tuple[str, ...]:
    """The word and what it may be the plural of: cups, glasses, ponies."""
    forms = [word]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
        if word.endswith("es"):
            forms.append(word[:-2])
        if word.endswith("ies"):
            forms.append(word[:-3] + "y")
    return tuple(forms)
