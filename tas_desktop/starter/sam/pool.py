"""Drawn scenes rendered once and read many times.

Drawing a scene costs as much as a tenth of a training step, so a run draws its scenes first, into three
memory-mapped arrays, and gets variety by cropping, mirroring and recolouring them (`batches`).
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.starter.scenes import Split, generate_scene
from tas_desktop.starter.scenes.lexicon import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

MAX_OBJECTS = 16
_CHUNK = 50


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


def render_pool(
    folder: Path,
    *,
    count: int,
    split: Split,
    workers: int = 1,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> ScenePool:
    """Draw scenes 0 to ``count`` of a split into ``folder``, or open them if they are there.

    Args:
        folder: created if missing; the arrays are complete once ``categories.npy`` exists.
        count: scenes.
        split: their seed space.
        workers: processes; 0 draws in this one.
        report: told (scenes done, scenes in all).
    """
    if not (folder / "categories.npy").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _render(folder, count=count, split=split, workers=workers, report=report)
    return ScenePool(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS))


_ARRAYS = ("images", "instances", "categories")


def _render(
    folder: Path, *, count: int, split: Split, workers: int, report: Callable[[int, int], None]
) -> None:
    starts = range(0, count, _CHUNK)
    draw = partial(_draw_chunk, count=count, split=split)
    images = instances = None
    categories = np.full((count, MAX_OBJECTS), -1, np.int8)
    with ProcessPoolExecutor(max(workers, 1), mp_context=get_context("spawn")) as pool:
        chunks = pool.map(draw, starts) if workers else map(draw, starts)
        for start, (image, instance, category) in zip(starts, chunks, strict=True):
            if images is None or instances is None:
                size = image.shape[1]
                images = _create(folder / "images.npy", (count, size, size, 3), np.uint8)
                instances = _create(folder / "instances.npy", (count, size, size), np.int8)
            images[start : start + len(image)] = image
            instances[start : start + len(image)] = instance
            categories[start : start + len(image)] = category
            report(start + len(image), count)
    for array in (images, instances):
        if isinstance(array, np.memmap):
            array.flush()
    np.save(folder / "categories.npy", categories)


def _create(path: Path, shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray[np.generic]:
    return np.lib.format.open_memmap(path, mode="w+", dtype=dtype, shape=shape)


def _draw_chunk(
    start: int, *, count: int, split: Split
) -> tuple[NDArray[np.uint8], NDArray[np.int8], NDArray[np.int8]]:
    index_of = {name: index for index, name in enumerate(CATEGORIES)}
    scenes = [generate_scene(seed, split=split) for seed in range(start, min(start + _CHUNK, count))]
    categories = np.full((len(scenes), MAX_OBJECTS), -1, np.int8)
    for row, scene in zip(categories, scenes, strict=True):
        row[: len(scene.objects)] = [index_of[thing.category] for thing in scene.objects]
    images = np.stack([scene.image_rgb for scene in scenes])
    return images, np.stack([scene.instance_hw for scene in scenes]).astype(np.int8), categories
