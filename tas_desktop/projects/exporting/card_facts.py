"""What a dataset card says of sentences and labels, counted on one pass."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tas_desktop.language.lexicon import SIDES

if TYPE_CHECKING:
    from tas_desktop.domain.dataset import Dataset, Sentence, SentenceOrigin

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass
class CardFacts:
    """Tallies over all decided sentences and all objects.

    Attributes:
        sentences: how many.
        words: how often each word, in lower case, occurs.
        with_side: sentences with a word that names a side of the picture (left, top, middle, ...), by the
            word list of the program's own parser, without parsing.
        categories: objects of each category.
        actions, sources, methods: sentences by what was decided, by who wrote them, and by method and
            profile of the ranking they were decided on.
        edited: sentences with a mask that was repaired by hand.
        annotators: names of those who decided; the card tells only how many.
    """

    sentences: int = 0
    words: Counter[str] = field(default_factory=Counter)
    with_side: int = 0
    categories: Counter[str] = field(default_factory=Counter)
    actions: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    methods: Counter[str] = field(default_factory=Counter)
    edited: int = 0
    annotators: set[str] = field(default_factory=set)

    @property
    def words_a_sentence(self) -> float:
        """Mean number of words; 0 without sentences."""
        return self.words.total() / self.sentences if self.sentences else 0.0

    @property
    def side_share(self) -> float:
        """Share of sentences with a word that names a side, in [0, 1]."""
        return self.with_side / self.sentences if self.sentences else 0.0


def gather_facts(dataset: Dataset) -> CardFacts:
    """Go through a dataset once."""
    facts = CardFacts()
    for image in dataset.images():
        facts.categories.update(known.category for known in image.objects)
        for reference in image.references:
            for sentence in reference.sentences:
                _add(facts, sentence)
    return facts


def _add(facts: CardFacts, sentence: Sentence) -> None:
    words = [word.lower() for word in _WORD.findall(sentence.text)]
    facts.sentences += 1
    facts.words.update(words)
    facts.with_side += any(word in SIDES for word in words)
    if sentence.origin is not None:
        _add_origin(facts, sentence.origin)


def _add_origin(facts: CardFacts, origin: SentenceOrigin) -> None:
    facts.actions[origin.action] += 1
    facts.sources[origin.source] += 1
    facts.edited += origin.edited
    facts.annotators.add(origin.annotator)
    if origin.provenance is not None:
        facts.methods[f"{origin.provenance.method} ({origin.provenance.profile})"] += 1
