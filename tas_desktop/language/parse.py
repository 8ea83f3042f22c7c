"""A dependency parse as plain values, with the few tree walks the rules need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.understanding import Chunk, Token, Understanding


@dataclass(frozen=True)
class ParsedExpression:
    """Tokens and noun chunks of one text; indices are token positions.

    Attributes:
        text: the text as typed.
        tokens: every token, spaces included where the tokeniser made them tokens.
        chunks: base noun phrases in order; they never overlap.
        pos_missing: the pipeline set no part of speech, so there can be no noun chunks
            (starter-pack.md section 8); the caller should tell the user.
    """

    text: str
    tokens: tuple[Token, ...]
    chunks: tuple[Chunk, ...]
    pos_missing: bool = False

    @classmethod
    def of(cls, understood: Understanding) -> ParsedExpression:
        """The parse inside an ``Understanding``."""
        return cls(understood.text, understood.tokens, understood.chunks)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens' texts in lower case."""
        return tuple(token.text.lower() for token in self.tokens)

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """Tokens that are their own head, in order; one for each sentence found."""
        return tuple(i for i, token in enumerate(self.tokens) if token.head == i)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return tuple(tuple(children) for children in found)

    def children(self, index: int) -> tuple[int, ...]:
        """Direct dependants of a token, left to right."""
        return self._children[index]

    def ancestors(self, index: int) -> tuple[int, ...]:
        """Heads above a token, nearest first, up to its root."""
        found: list[int] = []
        while (head := self.tokens[index].head) != index and head not in found:
            found.append(head)
            index = head
        return tuple(found)

    def is_ancestor(self, upper: int, lower: int) -> bool:
        """Whether ``upper`` lies strictly above ``lower`` in the tree."""
        return upper in self.ancestors(lower)

    def chunk_at(self, index: int) -> Chunk | None:
        """The noun chunk that covers a token."""
        return next((chunk for chunk in self.chunks if chunk.start <= index < chunk.end), None)

    def span_text(self, start: int, end: int) -> str:
        """Tokens ``start`` to ``end`` (exclusive) as typed, without the blank after the last."""
        if end <= start:
            return ""
        body = "".join(token.text + token.whitespace for token in self.tokens[start : end - 1])
        return body + self.tokens[end - 1].text
