"""Names of splits that can be names of files, and that other programs take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_RESERVED: Final = "all"  # what ``datasets`` calls them together
_LONGEST: Final = 100


class SplitNames:
    """The name of each split's folder or file; what is in it keeps the project's own names.

    Letters, digits and underscores only; where letters' cases are all that differs, one name for both.

    Args:
        splits: the project's names, an empty one for images without a split.
        only: what images without a split are called where no image has one.
        rest: what they are called beside others.
    """

    def __init__(self, splits: Iterable[str], *, only: str, rest: str) -> None:
        found = sorted(set(splits)) or [""]
        by_folded: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for split in found:
            name = _plain(split) or (only if found == [""] else rest)
            self._names[split] = by_folded.setdefault(name.casefold(), name)

    def __getitem__(self, split: str) -> str:
        return self._names[split]

    def all(self) -> list[str]:
        """Each name once, in the order of the alphabet."""
        return sorted(set(self._names.values()))


def _plain(split: str) -> str:
    name = re.sub(r"\W+", "_", split, flags=re.ASCII).strip("_")[:_LONGEST]
    return f"{name}_" if name.casefold() == _RESERVED else name
