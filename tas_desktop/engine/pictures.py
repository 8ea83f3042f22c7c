"""Pictures prepared for the inside of an image network, as methods want them (methods.md 2, 5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tas_desktop.engine.sampling import MaskReader, sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.tower_ports import ImageTower

_IMAGENET_MEAN: Final = (0.485, 0.456, 0.406)
_IMAGENET_STD: Final = (0.229, 0.224, 0.225)


class InputScale(StrEnum):
    """How pixels are scaled before a network sees them."""

    IMAGENET = "imagenet"  # as Global-Local's released code does for CLIP too, methods.md 2
    MODEL = "model"  # as the network was trained


@dataclass(frozen=True, slots=True)
class PictureMaker:
    """Makes pictures of a network's size: squashed to its square, bilinearly, as tensors are.

    Attributes:
        side_px: rows and columns.
        mean_rgb, std_rgb: of the pixels, on the scale of 0 to 1.
        fill_rgb: what stands where a background is left out, after scaling.
    """

    side_px: int
    mean_rgb: tuple[float, float, float]
    std_rgb: tuple[float, float, float]
    fill_rgb: tuple[float, float, float]

    @classmethod
    def of(cls, tower: ImageTower, scale: InputScale) -> PictureMaker:
        """For a network; upstream fills with ImageNet's means *after* scaling, ours with the mean colour."""
        if scale is InputScale.IMAGENET:
            return cls(tower.side_px, _IMAGENET_MEAN, _IMAGENET_STD, _IMAGENET_MEAN)
        return cls(tower.side_px, tower.mean_rgb, tower.std_rgb, (0.0, 0.0, 0.0))

    def whole(self, image_rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The whole picture, float32, shape (3, side, side)."""
        return self._made(lambda r, c: self._scaled(image_rgb[np.ix_(r, c)]), image_rgb.shape)

    def large(self, image_rgb: NDArray[np.uint8], times: int) -> NDArray[np.float32]:
        """The whole picture at a multiple of the network's side, bicubically, as GEM prepares its own."""
        from PIL import Image

        side_px = times * self.side_px
        resized = Image.fromarray(image_rgb).resize((side_px, side_px), Image.Resampling.BICUBIC)
        return np.ascontiguousarray(self._scaled(np.asarray(resized)).transpose(2, 0, 1))

    def filled(self, image_rgb: NDArray[np.uint8], proposal: Proposal) -> NDArray[np.float32]:
        """The whole picture with everything outside the mask filled."""
        mask = MaskReader(proposal.mask)
        return self._made(
            lambda r, c: self._before_fill(image_rgb[np.ix_(r, c)], mask.at(r, c)), image_rgb.shape
        )

    def filled_crop(self, image_rgb: NDArray[np.uint8], proposal: Proposal) -> NDArray[np.float32]:
        """The mask's tight box with everything outside the mask filled, squashed."""
        x, y, inside_hw = proposal.mask.window()
        window_rgb = image_rgb[y : y + inside_hw.shape[0], x : x + inside_hw.shape[1]]
        return self._made(
            lambda r, c: self._before_fill(
                window_rgb[np.ix_(r, c)], inside_hw[np.ix_(r, c)].astype(np.float32)
            ),
            inside_hw.shape,
        )

    def before_blur(
        self, image_rgb: NDArray[np.uint8], blurred_rgb: NDArray[np.uint8], proposal: Proposal
    ) -> NDArray[np.float32]:
        """The whole picture with everything outside the mask blurred."""
        mask = MaskReader(proposal.mask)

        def read(rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float32]:
            at, inside = np.ix_(rows, columns), mask.at(rows, columns)[..., None] > 0
            return self._scaled(np.where(inside, image_rgb[at], blurred_rgb[at]))

        return self._made(read, image_rgb.shape)

    def _made(self, read: object, shape: Sequence[int]) -> NDArray[np.float32]:
        size_hw = (self.side_px, self.side_px)
        made_hwc = sample(read, height=shape[0], width=shape[1], size_hw=size_hw)  # type: ignore[arg-type]
        return np.ascontiguousarray(made_hwc.transpose(2, 0, 1))

    def _scaled(self, pixels_rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        share = pixels_rgb.astype(np.float32) / 255
        mean, std = np.array(self.mean_rgb, np.float32), np.array(self.std_rgb, np.float32)
        return np.asarray((share - mean) / std, np.float32)

    def _before_fill(self, pixels_rgb: NDArray[np.uint8], inside: NDArray[np.float32]) -> NDArray[np.float32]:
        fill = np.array(self.fill_rgb, np.float32)
        return np.asarray(np.where(inside[..., None] > 0, self._scaled(pixels_rgb), fill), np.float32)


def slightly_blurred(image_rgb: NDArray[np.uint8], *, kernel_px: int) -> NDArray[np.uint8]:
    """The picture under a Gaussian of that kernel with OpenCV's automatic sigma."""
    return np.asarray(cv2.GaussianBlur(image_rgb, (kernel_px, kernel_px), 0), np.uint8)


def faded(image_rgb: NDArray[np.uint8], *, side: str) -> NDArray[np.uint8]:
    """The picture fading from one side to black at two thirds of its width (Ref-Diff, methods.md 5.3, 4).

    Args:
        image_rgb: uint8, shape (height, width, 3).
        side: ``left`` keeps the left side bright, ``right`` the right one.
    """
    width = image_rgb.shape[1]
    reach = max(1, round(2 * width / 3))
    ramp = np.concatenate([np.linspace(1.0, 0.0, reach), np.zeros(width - reach)]).astype(np.float32)
    if side == "right":
        ramp = ramp[::-1]
    faded_rgb = np.empty_like(image_rgb)
    for top in range(0, len(image_rgb), 512):  # in strips: a picture of 24 megapixels as floats takes 288 MB
        strip = image_rgb[top : top + 512] * ramp[:, None]
        faded_rgb[top : top + 512] = strip.astype(np.uint8)
    return faded_rgb
