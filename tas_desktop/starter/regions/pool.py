"""Many crops of different sizes in one block of memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.engine.crops import box_of, pad_to_square
from tas_desktop.starter.regions.labels import RegionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

MAX_SIDE_PX = 176
"""Longer crops are shrunk to this: no network sees more of them, and proposals of the ground fill GiBs."""


@dataclass(frozen=True, eq=False)
class RegionPool:
    """N tight crops, kept as one run of pixels.

    Attributes:
        rgba: uint8, shape (all pixels, 4): the picture inside the mask, its blurred copy outside;
            alpha is 255 inside the mask and 0 outside.
        sizes_hw: int32, shape (N, 2).
        labels: int8, shape (N, 7), rows of ``RegionLabel.as_row``.
    """

    rgba: NDArray[np.uint8]
    sizes_hw: NDArray[np.int32]
    labels: NDArray[np.int8]

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        """One past the last pixel of each crop."""
        return np.cumsum(self.sizes_hw.astype(np.int64).prod(1))

    def __len__(self) -> int:
        return len(self.sizes_hw)

    def label(self, index: int) -> RegionLabel:
        return RegionLabel.from_row(tuple(int(v) for v in self.labels[index]))

    def black_crop(self, index: int) -> NDArray[np.uint8]:
        """Square crop on black, as ``engine.crops.masked_crop`` makes it."""
        crop = self._crop(index)
        return pad_to_square(crop[..., :3] * (crop[..., 3:] > 0))

    def blurred_crop(self, index: int) -> NDArray[np.uint8]:
        """Square crop before a blurred background, as ``engine.crops.blurred_crop`` makes it."""
        return pad_to_square(np.ascontiguousarray(self._crop(index)[..., :3]))

    def save(self, path: Path) -> None:
        with path.open("wb") as file:
            np.savez(file, rgba=self.rgba, sizes_hw=self.sizes_hw, labels=self.labels)

    @classmethod
    def load(cls, path: Path) -> RegionPool:
        with np.load(path, allow_pickle=False) as arrays:
            return cls(arrays["rgba"], arrays["sizes_hw"], arrays["labels"])

    @classmethod
    def join(cls, pools: Sequence[RegionPool]) -> RegionPool:
        return cls(
            np.concatenate([pool.rgba for pool in pools]),
            np.concatenate([pool.sizes_hw for pool in pools]),
            np.concatenate([pool.labels for pool in pools]),
        )

    def _crop(self, index: int) -> NDArray[np.uint8]:
        height, width = (int(v) for v in self.sizes_hw[index])
        end = int(self._ends[index])
        return self.rgba[end - height * width : end].reshape(height, width, 4)


class RegionCollector:
    """Gathers crops for a pool."""

    def __init__(self) -> None:
        self._pixels: list[NDArray[np.uint8]] = []
        self._sizes: list[tuple[int, int]] = []
        self._labels: list[tuple[int, ...]] = []

    def add(
        self,
        image_rgb: NDArray[np.uint8],
        *,
        blurred_rgb: NDArray[np.uint8],
        mask_hw: NDArray[np.bool_],
        label: RegionLabel,
    ) -> None:
        """Take the part of a picture inside the mask's box; masks without pixels are passed over."""
        x, y, width, height = box_of(mask_hw)
        if not width or not height:
            return
        window = np.s_[y : y + height, x : x + width]
        inside = mask_hw[window][..., None]
        colour = np.where(inside, image_rgb[window], blurred_rgb[window])
        alpha = np.where(inside, 255, 0).astype(np.uint8)
        crop = shrink(np.concatenate([colour, alpha], axis=2))
        self._pixels.append(crop.reshape(-1, 4))
        self._sizes.append((crop.shape[0], crop.shape[1]))
        self._labels.append(label.as_row())

    def finish(self) -> RegionPool:
        pixels = np.concatenate(self._pixels) if self._pixels else np.zeros((0, 4), np.uint8)
        sizes = np.array(self._sizes, np.int32).reshape(-1, 2)
        return RegionPool(pixels, sizes, np.array(self._labels, np.int8).reshape(-1, 7))


def shrink(crop_rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A crop no longer than ``MAX_SIDE_PX``; its alpha stays 0 or 255."""
    height, width = crop_rgba.shape[:2]
    longest = max(height, width)
    if longest <= MAX_SIDE_PX:
        return crop_rgba
    size = tuple(max(1, round(side * MAX_SIDE_PX / longest)) for side in (width, height))
    small = np.asarray(cv2.resize(crop_rgba, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    small[..., 3] = np.where(small[..., 3] >= 128, 255, 0)
    return small
