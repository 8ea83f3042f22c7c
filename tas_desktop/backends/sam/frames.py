"""How a picture lies in the square that a mask network takes, and how its masks get back out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

    from tas_desktop.domain.prompt import PointXy


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture scaled into a network's input.

    Attributes:
        picture_hw: the picture's pixels.
        square_hw: the input's.
        filled_hw: those of the input that the picture fills, from the upper left corner on.
        pads: True where the picture keeps its proportions and the rest is padding, as Sam has it; False
            where it is squashed to fill all, as Sam 2 and its kin have it.
    """

    picture_hw: tuple[int, int]
    square_hw: tuple[int, int]
    filled_hw: tuple[int, int]
    pads: bool

    @classmethod
    def padded(cls, picture_hw: tuple[int, int], *, side: int) -> Frame:
        """The longer side fills the square, rounded as segment_anything's ``ResizeLongestSide`` does.

        A picture that is too thin for that keeps one pixel, where the library's own code fails.
        """
        scale = side / max(picture_hw)
        height, width = (max(1, int(pixels * scale + 0.5)) for pixels in picture_hw)
        return cls(picture_hw, (side, side), (height, width), pads=True)

    @classmethod
    def squashed(cls, picture_hw: tuple[int, int], *, square_hw: tuple[int, int]) -> Frame:
        """Both sides fill the square, whatever the picture's proportions."""
        return cls(picture_hw, square_hw, square_hw, pads=False)

    def to_network(self, point_xy: PointXy) -> PointXy:
        """A point of the picture in pixels of the network's input."""
        (height, width), (rows, columns) = self.picture_hw, self.filled_hw
        return point_xy[0] * (columns / width), point_xy[1] * (rows / height)

    def enlarge(self, logits_nhw: Tensor) -> Tensor:
        """Masks as the decoder draws them, (N, h, w), in the picture's pixels, (N, height, width).

        The steps are those of the families' own code (segment_anything's ``postprocess_masks``,
        transformers' ``post_process_masks``), whose numbers are to be met to the last bits: where the
        picture is padded first to the square, which is then cut; else at once.
        """
        maps = logits_nhw[None]
        if self.pads:
            maps = F.interpolate(maps, self.square_hw, mode="bilinear", align_corners=False)
            maps = maps[..., : self.filled_hw[0], : self.filled_hw[1]]
        return F.interpolate(maps, self.picture_hw, mode="bilinear", align_corners=False)[0]

    def cut(self, logits_nhw: Tensor, *, map_hw: tuple[int, int]) -> Tensor:
        """The part of the decoder's maps that shows the picture, in its proportions.

        Args:
            logits_nhw: (N, h, w) as the decoder draws them.
            map_hw: rows and columns that the picture should fill; only for squashed pictures a choice.
        """
        if self.pads:
            return logits_nhw[:, : map_hw[0], : map_hw[1]]
        return F.interpolate(logits_nhw[None], map_hw, mode="bilinear", align_corners=False)[0]
