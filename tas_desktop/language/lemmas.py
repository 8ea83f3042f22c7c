"""Lemmas of English words by rule, for pipelines that bring none."""

from __future__ import annotations

from functools import lru_cache

from tas_desktop.language.wordlists import word_set

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot",
    "teeth": "tooth", "geese": "goose", "mice": "mouse", "oxen": "ox", "knives": "knife",
    "wives": "wife", "lives": "life", "leaves": "leaf", "loaves": "loaf", "shelves": "shelf",
    "wolves": "wolf", "halves": "half", "calves": "calf", "scarves": "scarf", "thieves": "thief",
    "shoes": "shoe", "buses": "bus", "is": "be", "are": "be", "was": "be", "were": "be",
    "has": "have", "had": "have", "does": "do", "did": "do", "held": "hold", "stood": "stand",
    "sat": "sit", "worn": "wear", "wore": "wear", "made": "make", "seen": "see",
    "cookies": "cookie", "movies": "movie", "ties": "tie", "pies": "pie",
}  # fmt: skip
_UNCHANGED = word_set(
    "glasses pants jeans shorts trousers scissors series species bus gas lens glass dress grass class cross "
    "tennis canvas chess moss boss bass brass iris cactus octopus hippopotamus platypus this his its us plus "
    "sheep deer fish always is"
)


@lru_cache(maxsize=4096)
def noun_lemma(word: str) -> str:
    """Singular of an English noun in lower case; words that are no plural come back as they are.

    >>> noun_lemma("mugs"), noun_lemma("boxes"), noun_lemma("berries"), noun_lemma("glass")
    ('mug', 'box', 'berry', 'glass')
    """
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _UNCHANGED or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "zes", "sses", "oes")):
        return word[:-2]
    return word[:-1]


def lemma_of(word: str, tag: str) -> str:
    """Lemma of a word with its Penn Treebank tag; nouns by rule, other words in lower case."""
    lower = word.lower()
    if tag.startswith("N") or lower in _IRREGULAR:
        return noun_lemma(lower)
    if tag in {"VBZ", "VBG", "VBD", "VBN"}:
        return _verb_lemma(lower)
    return lower


def _verb_lemma(word: str) -> str:
    for ending, least in (("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least:
            stem = word[: -len(ending)]
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem
    return noun_lemma(word) if word.endswith("s") else word
