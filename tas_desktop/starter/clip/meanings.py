"""What a training text is true of, apart from where things stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.starter.regions.labels import (
    CATEGORY_NAMES,
    COLOUR_NAMES,
    PATTERN_NAMES,
    RegionKind,
    RegionLabel,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ANY_COLOUR = frozenset(range(len(COLOUR_NAMES)))
ANY_CATEGORY = frozenset(range(len(CATEGORY_NAMES)))
ANY_PATTERN = frozenset(range(len(PATTERN_NAMES)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The regions that a text is true of: every attribute must be among the allowed ones.

    Attributes:
        kind: kind of region.
        colours, categories, patterns: allowed indices of the (first) object.
        second: the same of the second object of a ``MERGED`` region, in this order.
    """

    kind: RegionKind = RegionKind.OBJECT
    colours: frozenset[int] = ANY_COLOUR
    categories: frozenset[int] = ANY_CATEGORY
    patterns: frozenset[int] = ANY_PATTERN
    second: tuple[int, int, int] | None = None

    @classmethod
    def of(cls, label: RegionLabel) -> Meaning:
        """The meaning of a region's full caption."""
        if label.kind in (RegionKind.BACKGROUND, RegionKind.FOREIGN):
            return cls(label.kind)
        second = (label.other_colour, label.other_category, label.other_pattern)
        return cls(
            label.kind,
            frozenset((label.colour,)),
            frozenset((label.category,)),
            frozenset((label.pattern,)),
            second if label.kind is RegionKind.MERGED else None,
        )

    def covers(self, label: RegionLabel) -> bool:
        """Whether the text is true of a region."""
        return bool(match(np.array([label.as_row()], np.int8), [self])[0, 0])


def match(labels: NDArray[np.int8], meanings: Sequence[Meaning]) -> NDArray[np.bool_]:
    """Which texts are true of which regions.

    Args:
        labels: shape (N, 7), rows of ``RegionLabel.as_row``.
        meanings: M.

    Returns:
        bool, shape (N, M).
    """
    rows = labels.astype(np.int64)
    true = rows[:, :1] == np.array([int(m.kind) for m in meanings])
    shown = rows[:, 0] <= RegionKind.MERGED
    for column, chosen, size in (
        (1, [m.colours for m in meanings], len(COLOUR_NAMES)),
        (2, [m.categories for m in meanings], len(CATEGORY_NAMES)),
        (3, [m.patterns for m in meanings], len(PATTERN_NAMES)),
    ):
        allowed = np.zeros((len(meanings), size), bool)
        for i, indices in enumerate(chosen):
            allowed[i, list(indices)] = True
        true &= allowed.T[rows[:, column]] | ~shown[:, None]
    for i, meaning in enumerate(meanings):
        if meaning.second is not None:
            true[:, i] &= (rows[:, 4:7] == meaning.second).all(1)
    return np.asarray(true, dtype=bool)
