"""Names of splits as ``datasets`` takes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONLY: Final = "train"  # the name that ``datasets`` gives to data without splits
_REST: Final = "unassigned"
_RESERVED: Final = "all"


class SplitNames:
    """The name of each split's folder or files; the rows keep the project's own names.

    Letters, digits and underscores only; where letters' cases are all that differs, one name for both.

    Args:
        splits: the project's names, an empty one for images without a split.
    """

    def __init__(self, splits: Iterable[str]) -> None:
        found = sorted(set(splits))
        by_folded: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for split in found:
            name = _plain(split) if split else (_ONLY if found == [""] else _REST)
            self._names[split] = by_folded.setdefault(name.casefold(), name)

    def __getitem__(self, split: str) -> str:
        return self._names[split]

    def all(self) -> list[str]:
        """Each name once, in the order of the alphabet."""
        return sorted(set(self._names.values()))


def _plain(split: str) -> str:
    name = re.sub(r"\W+", "_", split, flags=re.ASCII).strip("_")
    return f"{name}_" if name.casefold() == _RESERVED else name[:100] or _REST
