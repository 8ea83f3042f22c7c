"""A drawn scene and its objects."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.splits import Split

BACKGROUND = -1
UNLABELLED = -2


@dataclass(frozen=True)
class SceneObject:
    """One drawn object.

    Attributes:
        category: canonical word, a key of `lexicon.CATEGORIES`.
        colour: key of `lexicon.COLOURS`.
        pattern: member of `lexicon.PATTERNS`.
        size_name: member of `lexicon.SIZES`; by the area drawn, before occlusion.
        box_xywh: tight box of the visible pixels, whole pixels.
        centroid_xy: mean of the visible pixel centres.
        area_px: visible pixels.
        full_area_px: pixels inside the picture before later objects covered some.
        occluded_fraction: share of `full_area_px` hidden by other objects; at most 0.6 where labelled.
    """

    category: str
    colour: str
    pattern: str
    size_name: str
    box_xywh: tuple[int, int, int, int]
    centroid_xy: tuple[float, float]
    area_px: int
    full_area_px: int
    occluded_fraction: float


@dataclass(frozen=True)
class Scene:
    """A picture, its instance map and its objects, back to front.

    Attributes:
        seed: number of the scene in its split.
        split: the seed space it came from.
        image_rgb: uint8, H x W x 3, read-only.
        instance_hw: int16, H x W: index into `objects`; -1 background and clutter; -2 what is
            left of objects too hidden to be labelled.
        objects: 3 to 8 labelled objects in drawing order (later ones lie in front).
        slivers: objects too hidden to be labelled, of which something still shows.
    """

    seed: int
    split: Split
    image_rgb: NDArray[np.uint8]
    instance_hw: NDArray[np.int16]
    objects: tuple[SceneObject, ...]
    slivers: tuple[SceneObject, ...] = ()

    def mask_hw(self, index: int) -> NDArray[np.bool_]:
        """Visible mask of `objects[index]`: bool, H x W."""
        return self.instance_hw == index
