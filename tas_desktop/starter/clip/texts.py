"""Training texts with their meanings: noun phrases that count, in surroundings that do not.

Position, size, ordinal and relation words are put around a noun phrase without changing what the text is
true of: a crop shows none of them, so the text tower learns to read the target and to pass over the rest.
Only qualities denied of the target ("not red") change the meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.starter.clip import words as w
from tas_desktop.starter.clip.meanings import (
    ANY_CATEGORY,
    ANY_COLOUR,
    ANY_PATTERN,
    Meaning,
)
from tas_desktop.starter.regions.labels import (
    CATEGORY_NAMES,
    COLOUR_NAMES,
    PATTERN_NAMES,
    RegionKind,
    RegionLabel,
    caption_region,
    with_article,
)
from tas_desktop.starter.scenes.grammar import TEMPLATES, Kind, Template
from tas_desktop.starter.scenes.lexicon import (
    HELD_OUT_PAIRS,
    PATTERN_SYNONYMS,
    SIZE_SYNONYMS,
    category_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN_WORD: Final = "qqq"
"""A word that no vocabulary row stands for: the tokenizer makes it the unknown token."""

_SIZE_WORDS: Final = tuple(word for name, others in SIZE_SYNONYMS.items() for word in (name, *others))
_MARKS: Final = {"striped": ("stripes",), "dotted": ("dots", "spots"), "checked": ("checks",)}
_TEMPLATES: Final = tuple(template for template in TEMPLATES if not template.held_out)
_NEUTRAL_KINDS: Final = (
    Kind.ATTRIBUTE,
    Kind.POSITION,
    Kind.SUPERLATIVE,
    Kind.ORDINAL,
    Kind.RELATION,
    Kind.RELATION,
)
"""Kinds whose words say nothing of a crop; relations twice, for their second noun phrase misleads."""

_SLOTS: Final = {
    "left": {"at": "on the left", "toward_side": "to the left", "from_side": "from the left"},
    "right": {"at": "on the right", "toward_side": "to the right", "from_side": "from the right"},
    "top": {"at": "at the top", "toward_side": "toward the top", "from_side": "from the top"},
    "bottom": {"at": "at the bottom", "toward_side": "toward the bottom", "from_side": "from the bottom"},
}
_MOST: Final = ("leftmost", "rightmost", "topmost", "highest", "uppermost", "lowest", "bottommost",
                "largest", "biggest", "smallest")  # fmt: skip
_RELATIONS: Final = ("left of", "to the left of", "right of", "to the right of", "above", "below",
                     "under", "beneath")  # fmt: skip
_ORDINALS: Final = (("first", "one"), ("second", "two"), ("third", "three"))


class TextSampler:
    """Draws texts about regions.

    Args:
        seed: of the choices.
    """

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng((29, seed))

    def caption(self, label: RegionLabel) -> tuple[str, Meaning]:
        """The full caption of a region."""
        return caption_region(label), Meaning.of(label)

    def expression(self, label: RegionLabel) -> tuple[str, Meaning]:
        """A text as a person may type it that is true of the region.

        Regions that show no single object get their caption: nobody asks for them.
        """
        if label.kind is not RegionKind.OBJECT:
            return self.caption(label)
        rng = self._rng
        draw = rng.random()
        if draw < 0.2:
            text, meaning = self._denial(label)
        elif draw < 0.27:
            text, meaning = self._marked(label)
        else:
            phrase, meaning = self._phrase(label)
            text = self._surround(phrase)
        return self._forget_words(text, meaning)

    def colourless(self, label: RegionLabel) -> tuple[str, Meaning]:
        """A text about an object that says nothing of its colour."""
        phrase, meaning = self._phrase(label, hide="colour")
        return self._forget_words(self._surround(phrase), meaning)

    # --- noun phrases ---------------------------------------------------------------------

    def _phrase(self, label: RegionLabel, *, hide: str = "") -> tuple[str, Meaning]:
        """Some of the region's attributes in words; ``hide`` names one that must not be said."""
        rng = self._rng
        colour = hide != "colour" and rng.random() < 0.68
        pattern = hide != "pattern" and rng.random() < (0.18 if label.pattern == 0 else 0.42)
        noun, categories = self._noun(label.category, vague=(colour or pattern) and rng.random() < 0.12)
        modifiers = []
        if pattern:
            modifiers.append(self._choose(PATTERN_NAMES[label.pattern], PATTERN_SYNONYMS, w.PATTERN_WORDS))
        if colour:
            modifiers.append(self._choose(COLOUR_NAMES[label.colour], w.COLOUR_WORDS))
        if rng.random() < 0.35:
            modifiers.reverse()
        if rng.random() < 0.2:
            modifiers.insert(0, self._pick(_SIZE_WORDS))
        meaning = Meaning(
            colours=frozenset((label.colour,)) if colour else ANY_COLOUR,
            categories=categories,
            patterns=frozenset((label.pattern,)) if pattern else ANY_PATTERN,
        )
        return " ".join([*modifiers, noun]), meaning

    def _noun(self, category: int, *, vague: bool = False) -> tuple[str, frozenset[int]]:
        rng = self._rng
        if vague:
            return self._pick(w.THINGS), ANY_CATEGORY
        name = CATEGORY_NAMES[category]
        families = [family for family, members in w.FAMILIES.items() if name in members]
        if families and rng.random() < 0.12:
            family = self._pick(families)
            members = frozenset(CATEGORY_NAMES.index(member) for member in w.FAMILIES[family])
            return family, members
        choices = category_words(name, held_out=False)
        return (name if rng.random() < 0.5 else self._pick(choices)), frozenset((category,))

    def _anchor(self) -> str:
        """Another object's noun phrase; never a pair that training must not know."""
        rng = self._rng
        while True:
            colour = self._pick(COLOUR_NAMES) if rng.random() < 0.7 else ""
            category = self._pick(CATEGORY_NAMES)
            if (colour, category) not in HELD_OUT_PAIRS:
                break
        pattern = self._pick(PATTERN_NAMES) if rng.random() < 0.25 else ""
        noun = self._pick(category_words(category, held_out=False))
        return " ".join(word for word in (pattern, colour, noun) if word)

    # --- surroundings ---------------------------------------------------------------------

    def _surround(self, phrase: str) -> str:
        rng = self._rng
        draw = rng.random()
        if draw < 0.45:
            kind = _NEUTRAL_KINDS[rng.integers(len(_NEUTRAL_KINDS))]
            fitting = [t for t in _TEMPLATES if t.kind is kind and t.family not in ("coloured", "patterned")]
            return self._fill(fitting[rng.integers(len(fitting))], phrase)
        if draw < 0.75:
            return f"{self._open(phrase)} {self._fill_slots(self._pick(w.TAILS))}"
        if draw < 0.83:
            return self._open(f"{self._fill_slots(self._pick(w.HEADS))} {phrase}")
        return self._open(phrase)

    def _open(self, phrase: str) -> str:
        draw = self._rng.random()
        if draw < 0.3:
            return phrase
        if draw < 0.6:
            return f"the {phrase}"
        if draw < 0.75:
            return with_article(phrase)
        return self._pick(w.OPENINGS).format(np=phrase, a=with_article(phrase))

    def _fill_slots(self, text: str) -> str:
        return text.format(anchor=self._anchor(), anchor2=self._anchor(), side=self._pick(w.SIDES))

    def _fill(self, template: Template, phrase: str, **more: str) -> str:
        rng = self._rng
        side = self._pick(w.SIDES)
        nth, number = _ORDINALS[rng.integers(3)]
        slots = {
            "np": phrase,
            "anchor": self._anchor(),
            "side": side,
            "vertical": self._pick(("top", "bottom")),
            "horizontal": self._pick(("left", "right")),
            "most": self._pick(_MOST),
            "relation": self._pick(_RELATIONS),
            "nth": nth,
            "number": number,
            "ones": self._pick(("one", "ones")),
            **_SLOTS[side],
            **more,
        }
        return " ".join(template.text.format_map(slots).split())

    # --- qualities said or denied after the noun -------------------------------------------

    def _denial(self, label: RegionLabel) -> tuple[str, Meaning]:
        """A quality that the target has not: "the mug that is not red"."""
        rng = self._rng
        by_colour = rng.random() < 0.5
        phrase, meaning = self._phrase(label, hide="colour" if by_colour else "pattern")
        if by_colour:
            others = [i for i in range(len(COLOUR_NAMES)) if i != label.colour]
            denied = others[rng.integers(len(others))]
            quality, marks = COLOUR_NAMES[denied], ""
            meaning = _replace(meaning, colours=ANY_COLOUR - {denied})
        else:
            others = [i for i in range(1, len(PATTERN_NAMES)) if i != label.pattern]
            denied = others[rng.integers(len(others))]
            quality, marks = PATTERN_NAMES[denied], self._pick(_MARKS[PATTERN_NAMES[denied]])
            meaning = _replace(meaning, patterns=ANY_PATTERN - {denied})
        family = "marks" if marks and rng.random() < 0.5 else "quality"
        fitting = [t for t in _TEMPLATES if t.kind is Kind.EXCLUSION and t.family == family]
        template = fitting[rng.integers(len(fitting))]
        return self._fill(template, phrase, quality=quality, marks=marks), meaning

    def _marked(self, label: RegionLabel) -> tuple[str, Meaning]:
        """Colour or pattern after the noun: "the mug with dots", "the mug in red"."""
        rng = self._rng
        pattern = PATTERN_NAMES[label.pattern]
        if label.pattern and rng.random() < 0.6:
            phrase, meaning = self._phrase(label, hide="pattern")
            tail = self._pick((*(f"with {mark}" for mark in _MARKS[pattern]), *w.PATTERN_PHRASES[pattern]))
            meaning = _replace(meaning, patterns=frozenset((label.pattern,)))
        else:
            phrase, meaning = self._phrase(label, hide="colour")
            colour = COLOUR_NAMES[label.colour]
            tail = self._pick((f"in {colour}", f"in {colour}", colour, f", {colour}"))
            meaning = _replace(meaning, colours=frozenset((label.colour,)))
        text = f"{self._open(phrase)} {tail}".replace(" ,", ",")
        if rng.random() < 0.4:
            text = f"{text} {self._fill_slots(self._pick(w.TAILS))}"
        return text, meaning

    # --- unknown words ----------------------------------------------------------------------

    def _forget_words(self, text: str, meaning: Meaning) -> tuple[str, Meaning]:
        """Put unknown words in: beside the rest they are harmless, for a noun they leave it open."""
        rng = self._rng
        draw = rng.random()
        tokens = text.split()
        if draw < 0.08:
            tokens.insert(int(rng.integers(len(tokens) + 1)), UNKNOWN_WORD)
        elif draw < 0.14 and len(meaning.categories) == 1:
            names = category_words(CATEGORY_NAMES[next(iter(meaning.categories))], held_out=False)
            hit = [i for i, token in enumerate(tokens) if token in names]
            if hit and (meaning.colours != ANY_COLOUR or meaning.patterns != ANY_PATTERN):
                tokens[hit[0]] = UNKNOWN_WORD
                meaning = _replace(meaning, categories=ANY_CATEGORY)
        return " ".join(tokens), meaning

    def _choose(self, word: str, *tables: dict[str, tuple[str, ...]]) -> str:
        others = [other for table in tables for other in table.get(word, ())]
        return self._pick(others) if others and self._rng.random() < 0.25 else word

    def _pick(self, choices: Sequence[str]) -> str:
        return choices[int(self._rng.integers(len(choices)))]


def _replace(
    meaning: Meaning,
    *,
    colours: frozenset[int] | None = None,
    categories: frozenset[int] | None = None,
    patterns: frozenset[int] | None = None,
) -> Meaning:
    return Meaning(
        meaning.kind,
        meaning.colours if colours is None else colours,
        meaning.categories if categories is None else categories,
        meaning.patterns if patterns is None else patterns,
    )
