"""The filter above the image list: ``status:todo``, and words that must occur in the file name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.storage.rows import ImageStatus

if TYPE_CHECKING:
    from collections.abc import Collection

    from tas_desktop.storage.rows import ImageRow

_TODO = frozenset({ImageStatus.UNTOUCHED, ImageStatus.PROPOSED, ImageStatus.PARTLY_DONE})
_STATUS_WORDS = {
    "todo": _TODO,
    "untouched": frozenset({ImageStatus.UNTOUCHED}),
    "proposed": frozenset({ImageStatus.PROPOSED}),
    "partly": frozenset({ImageStatus.PARTLY_DONE}),
    "done": frozenset({ImageStatus.DONE}),
    "flagged": frozenset({ImageStatus.FLAGGED}),
}
STATUS_WORDS = tuple(_STATUS_WORDS)


@dataclass(frozen=True, slots=True)
class ImageFilter:
    """A parsed filter.

    Attributes:
        words: lower-case words; each must occur in the path or in one of the image's expressions.
        statuses: statuses let through; None lets all.
        unknown: ``status:`` values nobody knows, for the hint beside the box.
    """

    words: tuple[str, ...] = ()
    statuses: frozenset[ImageStatus] | None = None
    unknown: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> ImageFilter:
        """Read what was typed; several ``status:`` terms widen, several words narrow."""
        words: list[str] = []
        statuses: frozenset[ImageStatus] = frozenset()
        unknown: list[str] = []
        for term in text.lower().split():
            if not term.startswith("status:"):
                words.append(term)
            elif (value := term.removeprefix("status:")) in _STATUS_WORDS:
                statuses |= _STATUS_WORDS[value]
            elif value:
                unknown.append(value)
        return cls(tuple(words), statuses or None, tuple(unknown))

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return not self.words and self.statuses is None

    def select(self, rows: Collection[ImageRow], *, texts: dict[int, str]) -> list[int]:
        """Positions of the rows that pass, in order.

        Args:
            rows: the images.
            texts: lower-case expressions by image id, joined; may lack images.
        """
        statuses, words = self.statuses, self.words
        passed = []
        for position, row in enumerate(rows):
            if statuses is not None and row.status not in statuses:
                continue
            if words:
                haystack = f"{row.path.lower()}\n{texts.get(row.image_id, '')}"
                if not all(word in haystack for word in words):
                    continue
            passed.append(position)
        return passed
