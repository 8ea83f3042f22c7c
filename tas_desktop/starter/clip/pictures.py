"""Whole scenes at the encoder's size with their objects' masks on its token grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.backends.pixels import fit_square
from tas_desktop.starter.regions.labels import RegionKind, RegionLabel
from tas_desktop.starter.scenes import generate_scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.starter.scenes import Split


@dataclass(frozen=True, eq=False)
class PicturePool:
    """P pictures with R objects.

    Attributes:
        images: uint8, shape (P, side, side, 3).
        masks: float32, shape (R, grid, grid): share of each token covered.
        picture_of_mask: int64, shape (R,), ascending.
        labels: int8, shape (R, 7), rows of ``RegionLabel.as_row``.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.float32]
    picture_of_mask: NDArray[np.int64]
    labels: NDArray[np.int8]

    def choose(self, pictures: NDArray[np.int64]) -> PicturePool:
        """The pictures named, in order, with their objects."""
        found = [np.flatnonzero(self.picture_of_mask == picture) for picture in pictures]
        rows = np.concatenate(found)
        owner = np.repeat(np.arange(len(pictures)), [len(rows_of_one) for rows_of_one in found])
        return PicturePool(self.images[pictures], self.masks[rows], owner, self.labels[rows])

    def mirrored(self) -> PicturePool:
        """The same pictures seen in a mirror."""
        return PicturePool(
            np.ascontiguousarray(self.images[:, :, ::-1]),
            np.ascontiguousarray(self.masks[:, :, ::-1]),
            self.picture_of_mask,
            self.labels,
        )


def collect_pictures(count: int, *, split: Split, first_seed: int, side: int, grid: int) -> PicturePool:
    """Draw scenes and keep what masked tokens need."""
    images, masks, owner, labels = [], [], [], []
    for number in range(count):
        scene = generate_scene(first_seed + number, split=split)
        images.append(fit_square(scene.image_rgb, side=side))
        for index, item in enumerate(scene.objects):
            mask = scene.mask_hw(index).astype(np.float32)
            masks.append(cv2.resize(mask, (grid, grid), interpolation=cv2.INTER_AREA))
            owner.append(number)
            labels.append(RegionLabel.of(RegionKind.OBJECT, item).as_row())
    return PicturePool(
        np.stack(images),
        np.stack(masks).astype(np.float32),
        np.array(owner, np.int64),
        np.array(labels, np.int8),
    )
