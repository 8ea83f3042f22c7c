"""Texts that can be searched in a few milliseconds, 300,000 of them.

A text is kept as its words' numbers. Few words are in use, however many texts there are: what is looked for
is compared with each word once, and the texts are found by number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_CHUNK = 16_384  # words compared before other threads get their turn


class Vocabulary:
    """Words by number; it only grows, so the numbers of older columns keep their meaning."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}
        self.words: list[str] = [""]

    def number(self, word: str) -> int:
        """The number of a word, given to it now if it is new; 0 for no word."""
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self.words)
            self.words.append(word)
        return found

    def find(self, word: str) -> int | None:
        """The number of a word, None where no row has it."""
        return self._numbers.get(word)

    def containing(self, part: str) -> NDArray[np.bool_]:
        """For each word whether the part occurs in it."""
        words = self.words
        found = np.zeros(len(words), dtype=bool)
        for start in range(0, len(words), _CHUNK):
            some = words[start : start + _CHUNK]
            found[start : start + len(some)] = [part in word for word in some]
        return found


@dataclass(frozen=True)
class TextColumn:
    """Texts in lower case.

    Attributes:
        texts: the texts themselves.
        words: int32, numbers of all words of all texts, text by text; at least one for each text.
        firsts: int64 of shape (texts + 1,): where each text's words begin, and the end of all.
        vocabulary: the words behind the numbers.
    """

    texts: Sequence[str]
    words: NDArray[np.int32]
    firsts: NDArray[np.int64]
    vocabulary: Vocabulary

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, rows: slice) -> TextColumn:
        start, stop, _ = rows.indices(len(self.texts))
        begin, end = int(self.firsts[start]), int(self.firsts[stop])
        return TextColumn(
            self.texts[start:stop],
            self.words[begin:end],
            self.firsts[start : stop + 1] - begin,
            self.vocabulary,
        )

    @classmethod
    def build(cls, texts: Sequence[str], vocabulary: Vocabulary) -> TextColumn:
        """Split the texts, which are in lower case, into words."""
        numbers: list[int] = []
        firsts = [0]
        number = vocabulary.number
        for text in texts:
            numbers += map(number, text.split() or ("",))
            firsts.append(len(numbers))
        return cls(
            list(texts),
            np.array(numbers, dtype=np.int32),
            np.array(firsts, dtype=np.int64),
            vocabulary,
        )

    @classmethod
    def join(cls, parts: Sequence[TextColumn]) -> TextColumn:
        """Columns over one vocabulary as one."""
        texts: list[str] = []
        for part in parts:
            texts += part.texts
        ends = np.cumsum([0, *(part.firsts[-1] for part in parts)])
        firsts = [part.firsts[:-1] + end for part, end in zip(parts, ends[:-1], strict=True)]
        return cls(
            texts,
            np.concatenate([part.words for part in parts]),
            np.concatenate([*firsts, ends[-1:]]),
            parts[0].vocabulary,
        )

    def contain(self, wanted: str) -> NDArray[np.bool_]:
        """For each text whether ``wanted``, in lower case, occurs in it."""
        if not len(self.texts):
            return np.zeros(0, dtype=bool)
        found = np.ones(len(self.texts), dtype=bool)
        parts = wanted.split() or [""]
        for part in parts:
            hits = self.vocabulary.containing(part)[self.words]
            found &= np.logical_or.reduceat(hits, self.firsts[:-1])
        if len(parts) > 1 or parts[0] != wanted:
            for row in np.flatnonzero(found).tolist():
                found[row] = wanted in self.texts[row]
        return found
