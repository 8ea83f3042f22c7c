"""A sentence with gaps, such as ``{0} cannot be read``: recognised when filled in, and filled in again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

_GAP = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence with gaps.

    Attributes:
        text: the sentence; gaps are ``{0}`` or ``{name}``.
        pattern: matches every way to fill it in.
        letters: letters outside the gaps; the more, the surer a match.
    """

    text: str
    pattern: re.Pattern[str]
    letters: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Prepare a sentence for being recognised."""
        parts, seen = [], set[str]()
        literal = _GAP.split(text)  # text, gap, text, gap, …, text
        for number, part in enumerate(literal):
            if number % 2 == 0:
                parts.append(re.escape(part))
            elif part in seen:
                parts.append(f"(?P=_{part})")
            else:
                seen.add(part)
                parts.append(f"(?P<_{part}>.+?)")
        letters = sum(character.isalpha() for part in literal[::2] for character in part)
        return cls(text, re.compile("".join(parts), re.DOTALL), letters)

    def read(self, filled: str) -> dict[str, str] | None:
        """What stands in the gaps, by gap; None where the text is another sentence."""
        found = self.pattern.fullmatch(filled)
        return None if found is None else {name[1:]: value for name, value in found.groupdict().items()}


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the gaps in one pass, so that a value that looks like a gap stays as it is."""
    return _GAP.sub(lambda gap: values.get(gap[1], gap[0]), text)


def has_gaps(text: str) -> bool:
    """Whether there is anything to fill in."""
    return _GAP.search(text) is not None
