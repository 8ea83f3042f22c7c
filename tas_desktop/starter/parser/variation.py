"""More sentences out of the given ones: exchanged words and endings, slips of the keyboard.

The teacher parses the recombined sentences like any other; they need not be sensible, only varied.
A mistyped sentence keeps the parse of the clean one, which the teacher could not give.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

_OPEN_TAGS = frozenset({"NN", "NNS", "NNP", "JJ", "VBG", "VBN", "VBZ", "RB"})
_SHORTEST_MISTYPED = 4
_SHORTEST_SENTENCE = 3


class Recombiner:
    """Makes new sentences from parsed ones, deterministically for a seed."""

    def __init__(self, parsed: Sequence[Doc], *, seed: int) -> None:
        self._parsed = [doc for doc in parsed if len(doc) >= _SHORTEST_SENTENCE] or list(parsed)
        self._random = random.Random(seed)
        self._words: dict[str, list[str]] = defaultdict(list)
        for doc in parsed:
            for token in doc:
                if token.tag_ in _OPEN_TAGS:
                    self._words[token.tag_].append(token.text)

    def sentences(self, count: int) -> Iterator[str]:
        """``count`` new sentences."""
        for _ in range(count):
            doc = self._random.choice(self._parsed)
            yield self._spliced(doc) if self._random.random() < 0.35 else self._exchanged(doc)

    def _exchanged(self, doc: Doc) -> str:
        """One to three words replaced by others that carried the same tag."""
        places = [token.i for token in doc if token.tag_ in _OPEN_TAGS]
        chosen = set(self._random.sample(places, min(len(places), self._random.randint(1, 3))))
        parts = [
            (self._random.choice(self._words[token.tag_]) if token.i in chosen else token.text)
            + token.whitespace_
            for token in doc
        ]
        return " ".join("".join(parts).split())

    def _spliced(self, doc: Doc) -> str:
        """A first part of one sentence, cut before a modifier, and such a tail of another."""
        other = self._random.choice(self._parsed)
        tails = [token.i for token in other if token.i > 0 and token.dep_ in {"prep", "acl", "relcl", "cc"}]
        cuts = [token.i for token in doc if token.i > 0 and token.dep_ in {"prep", "acl", "relcl", "cc"}] or [
            len(doc)
        ]
        if not tails:
            return self._exchanged(doc)
        return f"{doc[: self._random.choice(cuts)].text} {other[self._random.choice(tails) :].text}"


def mistyped(doc: Doc, *, rng: random.Random) -> Doc | None:
    """The same parse over a text with one slip of the keyboard; None where no word is long enough."""
    from spacy.tokens import Doc as NewDoc

    places = [token.i for token in doc if len(token.text) >= _SHORTEST_MISTYPED and token.is_alpha]
    if not places:
        return None
    words = [token.text for token in doc]
    place = rng.choice(places)
    words[place] = _slip(words[place], rng=rng)
    columns: dict[str, Any] = {
        "spaces": [bool(token.whitespace_) for token in doc],
        "tags": [token.tag_ for token in doc],
        "pos": [token.pos_ for token in doc],
        "deps": [token.dep_ for token in doc],
        "heads": [token.head.i for token in doc],
    }
    return NewDoc(doc.vocab, words=words, **columns)


def _slip(word: str, *, rng: random.Random) -> str:
    at = rng.randrange(len(word) - 1)
    kind = rng.choice(("drop", "double", "swap"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
