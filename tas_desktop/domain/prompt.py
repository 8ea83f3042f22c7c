"""Prompts: what an annotator points at so that a network draws the mask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tas_desktop.domain.mask import Mask

PointXy: TypeAlias = tuple[float, float]
"""Column and row in pixels; pixel (0, 0) covers [0, 1) x [0, 1)."""

BoxXywh: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""


@dataclass(frozen=True, slots=True)
class PointPrompt:
    """A click: ``inside`` where it lies on the object, else beside it."""

    point_xy: PointXy
    inside: bool


@dataclass(frozen=True, slots=True)
class Prompts:
    """All that was pointed at for one mask, in pixels of the upright image.

    Attributes:
        points: clicks, oldest first.
        box_xywh: a box around the object, or None.
    """

    points: tuple[PointPrompt, ...] = ()
    box_xywh: BoxXywh | None = None

    @property
    def inside_xy(self) -> tuple[PointXy, ...]:
        """Points on the object."""
        return tuple(point.point_xy for point in self.points if point.inside)

    @property
    def outside_xy(self) -> tuple[PointXy, ...]:
        """Points beside it."""
        return tuple(point.point_xy for point in self.points if not point.inside)

    def __bool__(self) -> bool:
        return bool(self.points) or self.box_xywh is not None


@dataclass(frozen=True, slots=True)
class PromptedMask:
    """A mask that answers prompts.

    Attributes:
        mask: in pixels of the upright image; may be empty.
        quality: the maker's estimate of its IoU, in [0, 1].
    """

    mask: Mask
    quality: float
