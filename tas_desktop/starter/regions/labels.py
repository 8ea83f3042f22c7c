"""What a crop shows, and the caption that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from tas_desktop.starter.scenes.lexicon import CATEGORIES, COLOURS, PATTERNS

if TYPE_CHECKING:
    from tas_desktop.starter.scenes import SceneObject

CATEGORY_NAMES: Final = tuple(CATEGORIES)
COLOUR_NAMES: Final = tuple(COLOURS)
PATTERN_NAMES: Final = PATTERNS

NOTHING: Final = -1


class RegionKind(IntEnum):
    """How a mask lies on the things of a scene."""

    OBJECT = 0  # one object, roughly whole
    PART = 1  # a piece of one object
    MERGED = 2  # two objects in one mask
    BACKGROUND = 3  # ground and clutter
    FOREIGN = 4  # a piece of a picture that is no drawn scene


BACKGROUND_CAPTION: Final = "part of the background"
FOREIGN_CAPTION: Final = "something unknown"


@dataclass(frozen=True, slots=True)
class RegionLabel:
    """Kind of a region and the attributes of its object, as indices; -1 where there is none.

    Attributes:
        kind: how the mask lies.
        colour, category, pattern: of the (first, larger) object.
        other_colour, other_category, other_pattern: of the second object of a ``MERGED`` region.
    """

    kind: RegionKind
    colour: int = NOTHING
    category: int = NOTHING
    pattern: int = NOTHING
    other_colour: int = NOTHING
    other_category: int = NOTHING
    other_pattern: int = NOTHING

    @classmethod
    def of(cls, kind: RegionKind, *items: SceneObject) -> RegionLabel:
        """Label of a region that shows one object (or two, for ``MERGED``)."""
        indices = [
            index
            for item in items
            for index in (
                COLOUR_NAMES.index(item.colour),
                CATEGORY_NAMES.index(item.category),
                PATTERN_NAMES.index(item.pattern),
            )
        ]
        return cls(kind, *indices)

    def as_row(self) -> tuple[int, ...]:
        """Seven integers, for storing many labels in one array."""
        return (
            int(self.kind),
            self.colour,
            self.category,
            self.pattern,
            self.other_colour,
            self.other_category,
            self.other_pattern,
        )

    @classmethod
    def from_row(cls, row: tuple[int, ...]) -> RegionLabel:
        kind, *rest = row
        return cls(RegionKind(kind), *rest)


def with_article(words: str) -> str:
    """Put "a" or "an" in front."""
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def name_object(colour: int, category: int, pattern: int) -> str:
    """Pattern, colour and category with an article: "a striped red mug"."""
    return with_article(f"{PATTERN_NAMES[pattern]} {COLOUR_NAMES[colour]} {CATEGORY_NAMES[category]}")


def caption_region(label: RegionLabel) -> str:
    """What a captioner should say of the crop. Size is left out: a crop does not show it."""
    if label.kind is RegionKind.BACKGROUND:
        return BACKGROUND_CAPTION
    if label.kind is RegionKind.FOREIGN:
        return FOREIGN_CAPTION
    first = name_object(label.colour, label.category, label.pattern)
    if label.kind is RegionKind.PART:
        return f"part of {first}"
    if label.kind is RegionKind.MERGED:
        return f"{first} and {name_object(label.other_colour, label.other_category, label.other_pattern)}"
    return first
