"""open_clip's byte-pair tokenizer over the rows of a pruned vocabulary."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from open_clip.tokenizer import SimpleTokenizer

PAD, START, UNKNOWN = 0, 1, 2
"""First rows of every pruned embedding; end-of-text is always the last row (open_clip pools at argmax)."""

_FIRST_WORD = 3
_WORD = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\w\s]+|_+", re.IGNORECASE)


@functools.cache
def _tokenizer() -> SimpleTokenizer:
    from tas_desktop.backends.torchvision_ops import ensure_torchvision

    ensure_torchvision()
    from open_clip.tokenizer import SimpleTokenizer

    return SimpleTokenizer()


class PrunedTokenizer:
    """Words through open_clip's own byte pairs, then to the few embedding rows that were trained.

    A word with a piece outside the table becomes one unknown token as a whole: half a word would say
    something else ("car" of "carpet").

    Args:
        pieces: ids of open_clip's byte-pair vocabulary in row order, from row 3 on.
        context_length: tokens per text, start and end included; longer texts are cut.
    """

    def __init__(self, pieces: Sequence[int], *, context_length: int) -> None:
        self.pieces = tuple(pieces)
        self.context_length = context_length
        self._row = {piece: row for row, piece in enumerate(self.pieces, start=_FIRST_WORD)}
        self._rows_of_word = functools.lru_cache(maxsize=8192)(self._look_up)

    @property
    def size(self) -> int:
        """Rows of the embedding: padding, start, unknown, the pieces, end."""
        return _FIRST_WORD + len(self.pieces) + 1

    @property
    def end(self) -> int:
        return self.size - 1

    def knows(self, word: str) -> bool:
        """Whether every piece of every word in the text was trained."""
        words = split_words(word)
        return bool(words) and all(self._rows_of_word(w) != (UNKNOWN,) for w in words)

    def encode(self, text: str) -> list[int]:
        """Rows of a text with start and end, at most ``context_length``."""
        rows = [row for word in split_words(text) for row in self._rows_of_word(word)]
        return [START, *rows[: self.context_length - 2], self.end]

    def batch(self, texts: Sequence[str]) -> torch.Tensor:
        """Rows of several texts, int64, shape (len(texts), context_length), padded with 0."""
        table = torch.full((len(texts), self.context_length), PAD, dtype=torch.long)
        for i, text in enumerate(texts):
            rows = self.encode(text)
            table[i, : len(rows)] = torch.tensor(rows)
        return table

    def _look_up(self, word: str) -> tuple[int, ...]:
        rows = [self._row.get(piece, UNKNOWN) for piece in _tokenizer().encode(word)]
        return (UNKNOWN,) if UNKNOWN in rows or not rows else tuple(rows)


def split_words(text: str) -> list[str]:
    """Lower-case words, digits and punctuation of a text, as open_clip's tokenizer parts them."""
    return _WORD.findall(text.lower())


def pieces_of(words: Iterable[str]) -> tuple[int, ...]:
    """Byte-pair ids that spell the words, sorted: the table of a ``PrunedTokenizer``."""
    return tuple(sorted({piece for word in words for piece in _tokenizer().encode(word)}))
