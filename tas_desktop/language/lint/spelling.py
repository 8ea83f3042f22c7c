"""Misspelled and run-together words, offline, by pyspellchecker's English word frequencies.

People write expressions fast: of the words in RefCOCO's validation sentences about one in two hundred is
unknown here. What is flagged must mostly be wrong, or nobody looks: names, numbers, short words, British
spellings and the words of our own lexicon pass.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from tas_desktop.domain.lint import Finding, LintCode
from tas_desktop.language import lexicon
from tas_desktop.language.lemmas import noun_lemma
from tas_desktop.language.lint.everyday import EVERYDAY
from tas_desktop.language.lint.word_frequencies import load_checker
from tas_desktop.language.naming import PEOPLE
from tas_desktop.language.slips import MISTYPED
from tas_desktop.language.synonyms import lexicon_words
from tas_desktop.language.wordlists import word_list

if TYPE_CHECKING:
    from spellchecker import SpellChecker

SHOWN: Final = 3
"""Replacements offered for one word."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST: Final = 3
_SHORTEST_GLUED: Final = 5
_COMMON: Final = 1e-5
"""Frequency of a word that both halves of a glued one must reach where neither is a small word."""

_CLOSE: Final = 0.8
"""Letters in common from which one of our own words may be meant although more than one letter is wrong."""

_SMALL_WORDS: Final = frozenset(
    word_list("a an the in on of at to by with and is his her next near from for under behind")
)
_BRITISH: Final = (("our", "or"), ("ise", "ize"), ("tre", "ter"), ("ogue", "og"), ("lled", "led"))


def find_misspellings(text: str) -> tuple[Finding, ...]:
    """Unknown words in order of appearance, each with what was probably meant.

    The first call reads the word list (0.3 s): not for the GUI thread. Text that is not Latin is left alone.
    """
    found = (_look_at(match, text) for match in _WORD.finditer(text))
    return tuple(finding for finding in found if finding is not None)


def _look_at(match: re.Match[str], text: str) -> Finding | None:
    word = match.group().replace("’", "'")
    if not _is_checkable(word, at_start=not text[: match.start()].strip()):
        return None
    lower = word.lower()
    if _is_known(lower):
        return None
    glued, better = _replacements(lower)
    code = LintCode.GLUED if glued else LintCode.MISSPELLED
    return Finding(code, match.start(), match.end(), match.group(), better)


def _is_checkable(word: str, *, at_start: bool) -> bool:
    """Whether the word list can say anything: no number, no name, no other alphabet, not very short."""
    named = not word.islower() and not (at_start and word[1:].islower())
    return len(word) >= _SHORTEST and word.replace("'", "").isalpha() and word.isascii() and not named


@lru_cache(maxsize=8192)
def _is_known(word: str) -> bool:
    if word in MISTYPED:
        return False
    stem = word.removesuffix("'s").removesuffix("'")
    forms = {word, stem, noun_lemma(stem), stem.removesuffix("s")}
    forms |= {form.replace(british, american) for form in set(forms) for british, american in _BRITISH}
    checker = _checker()
    return any(form in _own_words() or form in checker for form in forms)


@lru_cache(maxsize=4096)
def _replacements(word: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the word is two run together, and what may have been meant, best first."""
    if word in MISTYPED:
        return False, (MISTYPED[word],)
    checker = _checker()
    near = sorted(checker.candidates(word) or (), key=lambda other: -_fit(word, other))
    split, likelihood = _best_split(word)
    if split and (not near or likelihood > _frequency(near[0])):
        return True, (split,)
    near = near or get_close_matches(word, _own_words(), n=SHOWN, cutoff=_CLOSE)
    return False, tuple(near[:SHOWN])


def _fit(word: str, other: str) -> float:
    """How probably the other word was meant: common, of the kind said of pictures, begun alike."""
    return (
        _frequency(other) * (30.0 if other in _own_words() else 1.0) * (5.0 if other[0] == word[0] else 1.0)
    )


def _best_split(word: str) -> tuple[str, float]:
    """The two words it most likely consists of, and how likely; empty where there are none."""
    if len(word) < _SHORTEST_GLUED or "'" in word:
        return "", 0.0
    halves = ((word[:i], word[i:]) for i in range(1, len(word)))
    likely = [(_likelihood(first, second), f"{first} {second}") for first, second in halves]
    likelihood, split = max(likely)
    return (split, likelihood) if likelihood > 0.0 else ("", 0.0)


def _likelihood(first: str, second: str) -> float:
    """Chance of the pair, 0 for what nobody writes as two words."""
    small = first in _SMALL_WORDS or second in _SMALL_WORDS
    rest = max(len(first), len(second))
    if rest < _SHORTEST or (min(len(first), len(second)) < _SHORTEST and not small):
        return 0.0
    chances = _frequency(first), _frequency(second)
    if small and 0.0 not in chances and max(len(first), len(second)) >= _SHORTEST:
        return max(chances) * min(chances) * 100.0  # a small word left without its blank is the usual slip
    return chances[0] * chances[1] if min(chances) >= _COMMON else 0.0


def _frequency(word: str) -> float:
    """Share of running English text, 0 for an unknown word; of our own words that of a rare one at least."""
    known = float(_checker().word_usage_frequency(word))
    return max(known, _COMMON) if word in _own_words() else known


@cache
def _own_words() -> frozenset[str]:
    """What RefCOCO's people say and a list of running English lacks."""
    relations = {word for phrase in lexicon.RELATIONS for word in phrase}
    places = (lexicon.SIDES.keys() | lexicon.SIZES.keys() | relations) - lexicon.GLUED
    return EVERYDAY | PEOPLE | lexicon_words() | lexicon.COLOURS | places


@cache
def _checker() -> SpellChecker:
    return load_checker()
