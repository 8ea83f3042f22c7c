"""Noun phrases: which objects they cover, and how they are worded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tas_desktop.starter.scenes.lexicon import (
    HELD_OUT_SYNONYMS,
    PATTERN_SYNONYMS,
    SIZE_SYNONYMS,
    category_words,
)
from tas_desktop.starter.scenes.scene import Scene, SceneObject

_CLEAR_FULL_RATIO = 1.8
_CLEAR_VISIBLE_RATIO = 1.4
_CANONICAL_SHARE = 0.55


@dataclass(frozen=True)
class NounPhrase:
    """A category with at most one colour, pattern and size.

    Attributes:
        category: canonical category word.
        colour, pattern, size_name: words of the lexicon; empty where not said.
    """

    category: str
    colour: str = ""
    pattern: str = ""
    size_name: str = ""

    def covers(self, item: SceneObject) -> bool:
        """Whether the phrase is true of an object; size by its class."""
        return (
            item.category == self.category
            and self.colour in ("", item.colour)
            and self.pattern in ("", item.pattern)
            and self.size_name in ("", item.size_name)
        )

    @property
    def length(self) -> int:
        """How many attributes are said."""
        return sum(map(bool, (self.colour, self.pattern, self.size_name)))


@dataclass(frozen=True)
class Wording:
    """Words for a noun phrase.

    Attributes:
        modifiers: adjectives in the order said.
        noun: the category word chosen.
        held_out: whether the noun is a held-out synonym.
    """

    modifiers: tuple[str, ...]
    noun: str
    held_out: bool

    @property
    def text(self) -> str:
        """The phrase without an article."""
        return " ".join((*self.modifiers, self.noun))


def covered(scene: Scene, phrase: NounPhrase) -> tuple[int, ...]:
    """Indices of the labelled objects that `phrase` covers."""
    return tuple(k for k, item in enumerate(scene.objects) if phrase.covers(item))


def covers_sliver(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether something too hidden to be labelled could be meant as well."""
    return any(phrase.covers(item) for item in scene.slivers)


def phrases_of(item: SceneObject, *, sizes: bool = False) -> Iterator[NounPhrase]:
    """Every true phrase for an object, with sizes ("medium" is never said) if asked for."""
    said = item.size_name if sizes and item.size_name != "medium" else ""
    for size_name in ("", said) if said else ("",):
        for colour in ("", item.colour):
            for pattern in ("", item.pattern):
                yield NounPhrase(item.category, colour, pattern, size_name)


def size_is_clear(scene: Scene, index: int, phrase: NounPhrase) -> bool:
    """Whether the size word of `phrase` is beyond dispute for object `index`.

    Every other object that the phrase would cover without its size must differ by a clear ratio,
    as drawn and as visible; alone, the object must be mostly visible.
    """
    if not phrase.size_name:
        return True
    unsized = NounPhrase(phrase.category, phrase.colour, phrase.pattern)
    referent = scene.objects[index]
    others = [
        item for k, item in enumerate((*scene.objects, *scene.slivers)) if k != index and unsized.covers(item)
    ]
    if not others:
        return referent.occluded_fraction <= 0.3
    return all(
        _is_clearly_larger(referent, other)
        if phrase.size_name == "large"
        else _is_clearly_larger(other, referent)
        for other in others
    )


def _is_clearly_larger(one: SceneObject, other: SceneObject) -> bool:
    return (
        one.full_area_px >= _CLEAR_FULL_RATIO * other.full_area_px
        and one.area_px >= _CLEAR_VISIBLE_RATIO * other.area_px
    )


def is_identifying(scene: Scene, index: int, phrase: NounPhrase) -> bool:
    """Whether `phrase` names object `index` and nothing else, without dispute."""
    unsized = NounPhrase(phrase.category, phrase.colour, phrase.pattern)
    if phrase.size_name:
        return phrase.covers(scene.objects[index]) and size_is_clear(scene, index, phrase)
    return covered(scene, unsized) == (index,) and not covers_sliver(scene, unsized)


def word_phrase(phrase: NounPhrase, rng: np.random.Generator, *, held_out: bool) -> Wording:
    """Choose words for a phrase; held-out synonyms only if `held_out`."""
    words = category_words(phrase.category, held_out=held_out)
    noun = words[0]
    if len(words) > 1 and rng.random() > _CANONICAL_SHARE:
        noun = words[rng.integers(1, len(words))]
    modifiers = [
        _choose(phrase.pattern, PATTERN_SYNONYMS, rng),
        phrase.colour,
    ]
    if rng.random() < 0.4:
        modifiers.reverse()
    said = (_choose(phrase.size_name, SIZE_SYNONYMS, rng), *modifiers)
    return Wording(tuple(word for word in said if word), noun, noun in HELD_OUT_SYNONYMS)


def _choose(word: str, synonyms: dict[str, tuple[str, ...]], rng: np.random.Generator) -> str:
    others = synonyms.get(word, ())
    if others and rng.random() < 0.3:
        return others[rng.integers(len(others))]
    return word
