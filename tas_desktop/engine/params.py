"""Choices that shape the slow half; a change of any but the extras needs a new analysis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from tas_desktop.engine.extras import Extra


class OverlapRule(StrEnum):
    """How overlapping masks are thinned out."""

    TAS = "tas"  # ours: relative floor, greedy, hierarchies by IoU
    CODE = "code"  # the released code's, methods.md 1.2
    NONE = "none"  # every mask that has pixels


class CropBox(StrEnum):
    """Which box of a mask is cropped."""

    TIGHT = "tight"  # every pixel of the mask
    SAM = "sam"  # segment_anything's: from the first to the last pixel, which is left out itself


@dataclass(frozen=True, slots=True)
class AnalysisParams:
    """How proposals are thinned out before their features are taken.

    Attributes:
        overlap: the rule.
        area_floor_px: smallest mask under ``CODE``, in pixels of the image.
        area_floor_share: smallest mask under ``TAS``, as a share of the image's area, in [0, 1).
        nesting_limit: largest intersection over the smaller of two object masks, in (0, 1]; 1 keeps parts.
            With small networks it has to be 1: on 40 validation scenes the oracle fell from .72 to .57
            at 0.9, since a mask of several things drives the things out.
        iou_limit: largest IoU with a better mask, in (0, 1].
        max_proposals: at most this many under ``TAS``, best quality first.
        crop_box: what is cropped; the released TAS code cuts by SAM's boxes.
        extras: what is kept besides for some methods; adds to an analysis and enters no key.
    """

    overlap: OverlapRule = OverlapRule.TAS
    area_floor_px: int = 2000
    area_floor_share: float = 0.0008
    nesting_limit: float = 1.0
    iou_limit: float = 0.8
    max_proposals: int = 300
    crop_box: CropBox = CropBox.TIGHT
    extras: tuple[Extra, ...] = ()

    def __post_init__(self) -> None:
        within = (
            self.area_floor_px >= 0
            and 0.0 <= self.area_floor_share < 1.0
            and 0.0 < self.nesting_limit <= 1.0
            and 0.0 < self.iou_limit <= 1.0
            and self.max_proposals > 0
        )
        if not within:
            raise InputRefused(f"Analysis parameters out of range: {self}")

    @property
    def as_upstream(self) -> bool:
        """Whether pictures are cut up as the released TAS code does, and all of them captioned."""
        return self.crop_box is CropBox.SAM

    @property
    def shaping(self) -> dict[str, Any]:
        """The choices that shape an analysis, by name: what its key is made of.

        The box is named where it is not ours: analyses from before there was a choice keep their keys.
        """
        left_out = {"extras"} if self.as_upstream else {"extras", "crop_box"}
        return {name: getattr(self, name) for name in self.__slots__ if name not in left_out}

    def serves(self, wanted: AnalysisParams) -> bool:
        """Whether analyses made by these are good for a method that wants those."""
        return self.shaping == wanted.shaping and set(wanted.extras) <= set(self.extras)
