"""Drawn scenes rendered once and read many times.

Drawing a scene costs as much as a tenth of a training step, so a run draws its scenes first, into three
memory-mapped arrays, and gets variety by cropping, mirroring and recolouring them (`batches`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tas_desktop.starter.scenes import Split, generate_scene
from tas_desktop.starter.scenes.lexicon import CATEGORIES

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

MAX_OBJECTS = 16


@dataclass(frozen=True, eq=False)
class ScenePool:
    """N rendered scenes of S x S pixels.

    Attributes:
        images: uint8, (N, S, S, 3).
        instances: int8, (N, S, S); object index, -1 background, -2 unlabelled remains.
        categories: int8, (N, 16); category index of each object, -1 where there is none.
    """

    images: NDArray[np.uint8]
    instances: NDArray[np.int8]
    categories: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.images)


def render_pool(folder: Path, *, count: int, split: Split) -> ScenePool:
    """Draw scenes 0 to ``count`` of a split into ``folder``, or open them if they are there.

    Args:
        folder: created if missing; the arrays are complete once ``categories.npy`` exists.
        count: scenes.
        split: their seed space.
    """
    if not (folder / "categories.npy").exists():
        _render(folder, count=count, split=split)
    return ScenePool(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS))


_ARRAYS = ("images", "instances", "categories")


def _render(folder: Path, *, count: int, split: Split) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    index_of = {name: index for index, name in enumerate(CATEGORIES)}
    size = generate_scene(0, split=split).image_rgb.shape[0]
    images = _create(folder / "images.npy", (count, size, size, 3), np.uint8)
    instances = _create(folder / "instances.npy", (count, size, size), np.int8)
    categories = np.full((count, MAX_OBJECTS), -1, np.int8)
    for seed in range(count):
        scene = generate_scene(seed, split=split)
        images[seed], instances[seed] = scene.image_rgb, scene.instance_hw
        categories[seed, : len(scene.objects)] = [index_of[thing.category] for thing in scene.objects]
    images.flush()
    instances.flush()
    np.save(folder / "categories.npy", categories)


def _create(path: Path, shape: tuple[int, ...], dtype: type[np.generic]) -> np.memmap[Any, Any]:
    return np.lib.format.open_memmap(path, mode="w+", dtype=dtype, shape=shape)
