"""Near-synonyms without any installed data: equal lemmas, and a lexicon of our own."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.language.lemmas import noun_lemma
from tas_desktop.language.wordlists import word_set

_LINKS = word_set(
    "of in on at with without by near for from to and or behind under above beside between that which"
)


class SynonymRule(StrEnum):
    """When two phrases count as the same kind of thing, so that one is no negative of the other."""

    CODE = "code"  # the released TAS code's: three shared senses of the first nouns
    ANY = "any"  # ours: one shared sense of the head nouns


@lru_cache(maxsize=4096)
def head_noun(phrase: str) -> str:
    """Lemma of the head noun of a noun phrase: the last word before any preposition; may be empty.

    >>> head_noun("the two red mugs on a table")
    'mug'
    """
    words = [word.strip(".,;:!?\"'()") for word in phrase.lower().split()]
    kept: list[str] = []
    for word in words:
        if word in _LINKS and kept:
            break
        if word:
            kept.append(word)
    return noun_lemma(kept[-1]) if kept else ""


class LexiconSynonyms:
    """Implements ``engine.ports.SynonymSource`` with the lexicon shipped in ``language/data``.

    Without senses to count, the rule ``code`` can only ask for equal lemmas here.
    """

    @property
    def component(self) -> ComponentId:
        return ComponentId("synonyms", "lexicon", _revision())

    def are_near(self, phrase: str, target: str, *, rule: str) -> bool:
        """Whether the head nouns have the same lemma or, under ``any``, share a group of the lexicon."""
        ours, theirs = head_noun(phrase), head_noun(target)
        if not ours or not theirs:
            return False
        if ours == theirs:
            return True
        memberships = _memberships()
        return SynonymRule(rule) is SynonymRule.ANY and not memberships[ours].isdisjoint(memberships[theirs])

    def synonyms_of(self, word: str) -> tuple[str, ...]:
        """Other nouns of the word's groups, sorted; implements ``engine.ports.ListsSynonyms``."""
        lemma = noun_lemma(word)
        others: set[str] = set()
        for number in _memberships()[lemma]:
            others |= _groups()[number]
        return tuple(sorted(others - {lemma}))


def lexicon_words() -> frozenset[str]:
    """Every noun of the lexicon, singular."""
    return frozenset().union(*_groups())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    text = files("tas_desktop.language").joinpath("data/synonyms.toml").read_text(encoding="utf-8")
    return tuple(word_set(group) for group in tomllib.loads(text)["groups"])


@cache
def _revision() -> str:
    """Of the lexicon; asked for dozens of times at every key."""
    return fingerprint(sorted(" ".join(sorted(group)) for group in _groups()))[:16]


@cache
def _memberships() -> defaultdict[str, frozenset[int]]:
    """For each word the numbers of its groups; words of no group have none."""
    found: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for number, group in enumerate(_groups()):
        for word in group:
            found[word] |= {number}
    return found
