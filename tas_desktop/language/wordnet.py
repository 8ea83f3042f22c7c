"""Near-synonyms by WordNet's senses, through NLTK."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.language.synonyms import LexiconSynonyms, SynonymRule, head_noun
from tas_desktop.language.wordnet_files import WordNetPlace, open_wordnet, read_version

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.language.parser import SpacyParser

CODE_SHARED_SENSES = 3
"""Shared senses that make near-synonyms in the released TAS code (methods.md 1.2)."""


class WordNetSynonyms:
    """Implements ``engine.ports.SynonymSource``.

    Args:
        place: where WordNet lies (``wordnet_files.find_wordnets``).
        first_noun: the first word of a phrase that carries a noun tag (Penn Treebank N*), or None.
            The released code tags with NLTK; a profile tags with its parser (``first_noun_by``).
        tagged_by: name of that tagger, for the component's revision.
    """

    def __init__(
        self, place: WordNetPlace, *, first_noun: Callable[[str], str | None], tagged_by: str
    ) -> None:
        self._place = place
        self._first_noun = first_noun
        self._tagged_by = tagged_by
        self._lexicon = LexiconSynonyms()
        self._lock = threading.Lock()
        self._reader: Any = None
        self._senses = lru_cache(maxsize=4096)(self._look_up)

    @property
    def component(self) -> ComponentId:
        """Identity by WordNet's version, tagger and lexicon; Debian's and NLTK's 3.0 are one text."""
        lexicon = self._lexicon.component.revision
        return ComponentId("synonyms", "wordnet", f"{self._version()}+{self._tagged_by}+{lexicon}")

    def are_near(self, phrase: str, target: str, *, rule: str) -> bool:
        """Whether two phrases name the same kind of thing.

        ``code`` (methods.md 1.2): the first nouns have at least three pairs of equal senses, of any part
        of speech; ``path_similarity > 0.9`` there means the same synset, since the next value is 0.5.
        ``any``: the head nouns are equal, share a sense, or stand together in our own lexicon, which
        knows what WordNet's senses hold apart ("mug" and "cup", "man" and "person").

        Raises:
            WeightsDamaged: WordNet's files cannot be read.
        """
        if SynonymRule(rule) is SynonymRule.ANY:
            ours, theirs = head_noun(phrase), head_noun(target)
            return self._lexicon.are_near(phrase, target, rule=rule) or self.shared_senses(ours, theirs) > 0
        first, second = self._first_noun(phrase), self._first_noun(target)
        if first is None or second is None:
            return False
        return self.shared_senses(first, second) >= CODE_SHARED_SENSES

    def synonyms_of(self, word: str) -> tuple[str, ...]:
        """Other nouns for the same thing by our own lexicon; WordNet's senses are too many to choose from."""
        return self._lexicon.synonyms_of(word)

    def shared_senses(self, first: str, second: str) -> int:
        """Pairs of equal senses of two words, of any part of speech."""
        theirs = self._senses(second)
        return sum(theirs.count(sense) for sense in self._senses(first))

    def _look_up(self, word: str) -> tuple[str, ...]:
        with self._lock:
            try:
                if self._reader is None:
                    self._reader = open_wordnet(self._place.folder)
                return tuple(synset.name() for synset in self._reader.synsets(word))
            except Exception as error:
                raise self._damaged(error) from error

    def _version(self) -> str:
        try:
            return read_version(self._place.folder)
        except OSError as error:
            raise self._damaged(error) from error

    def _damaged(self, cause: Exception) -> WeightsDamaged:
        return WeightsDamaged(
            f"WordNet in {self._place.folder} cannot be read: {cause}",
            next_step="Reinstall it, or choose the synonym source 'lexicon' in the profile.",
        )


def first_noun_by(parser: SpacyParser) -> Callable[[str], str | None]:
    """A ``first_noun`` for ``WordNetSynonyms`` that uses a parser's tags."""

    @lru_cache(maxsize=4096)
    def first_noun(phrase: str) -> str | None:
        tokens = parser.parse(phrase).tokens
        return next((token.text.lower() for token in tokens if token.tag.startswith("N")), None)

    return first_noun
