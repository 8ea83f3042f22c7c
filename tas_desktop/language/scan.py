"""What the direction readers share: the words under their proper spelling, and a reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tas_desktop.language.slips import spelled

if TYPE_CHECKING:
    from tas_desktop.domain.understanding import DirectionKind, Place
    from tas_desktop.language.parse import ParsedExpression


@dataclass(frozen=True)
class Scan:
    """A parse whose words are compared with the lexicon; reading past the end gives empty words."""

    parsed: ParsedExpression

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Lower-case words, with mistyped direction words put right."""
        return tuple(spelled(word) for word in self.parsed.words)

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def skip(self, index: int, words: frozenset[str]) -> int:
        """The first position from ``index`` on whose word is not among ``words``."""
        while self.word(index) in words:
            index += 1
        return index


@dataclass(frozen=True, slots=True)
class Reading:
    """A direction found at tokens ``start`` to ``end`` (exclusive); see ``Direction`` for the rest."""

    kind: DirectionKind
    places: tuple[Place, ...]
    start: int
    end: int
    ordinal: int = 0
    anchor: str = ""
    far: bool = False
