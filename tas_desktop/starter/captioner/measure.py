"""How right captions are, word class by word class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.starter.regions.labels import (
    CATEGORY_NAMES,
    COLOUR_NAMES,
    PATTERN_NAMES,
    RegionKind,
    RegionLabel,
    caption_region,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def score_captions(captions: Sequence[str], labels: Sequence[RegionLabel]) -> dict[str, float]:
    """Shares of right captions.

    Returns:
        ``colour``, ``category``, ``pattern``, ``exact``: over regions that show one whole object;
        ``kind``: share of all regions whose caption is of the right kind (object, part, two objects,
        background, unknown). A share over no region is 0.
    """
    rows: dict[str, list[bool]] = {"colour": [], "category": [], "pattern": [], "exact": [], "kind": []}
    for caption, label in zip(captions, labels, strict=True):
        truth = caption_region(label)
        rows["kind"].append(kind_of(caption) is label.kind)
        if label.kind is RegionKind.OBJECT:
            words = caption.split()
            rows["colour"].append(COLOUR_NAMES[label.colour] in words)
            rows["category"].append(CATEGORY_NAMES[label.category] in words)
            rows["pattern"].append(PATTERN_NAMES[label.pattern] in words)
            rows["exact"].append(caption == truth)
    return {name: float(np.mean(row)) if row else 0.0 for name, row in rows.items()}


def kind_of(caption: str) -> RegionKind:
    """The kind of region that a caption speaks of."""
    if caption == caption_region(RegionLabel(RegionKind.BACKGROUND)):
        return RegionKind.BACKGROUND
    if caption == caption_region(RegionLabel(RegionKind.FOREIGN)):
        return RegionKind.FOREIGN
    if caption.startswith("part of "):
        return RegionKind.PART
    return RegionKind.MERGED if " and " in caption else RegionKind.OBJECT


def caption_words() -> tuple[str, ...]:
    """Every word that a caption may hold."""
    fixed = ["a", "an", "and", "part", "of", "the", "background", "something", "unknown"]
    return (*fixed, *PATTERN_NAMES, *COLOUR_NAMES, *CATEGORY_NAMES)
