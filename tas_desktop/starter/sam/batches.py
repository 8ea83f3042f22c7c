"""Training batches: cropped, mirrored and recoloured scenes with point prompts and their targets."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.backends.sam.encoder import STRIDE

if TYPE_CHECKING:
    from collections.abc import Generator

    from numpy.typing import NDArray

    from tas_desktop.starter.sam.pool import ScenePool

_MIN_AREA = 60
"""Objects with fewer visible pixels at the network's input size are not prompted for."""


@dataclass(frozen=True, eq=False)
class Batch:
    """B images of side S with K prompts each; h = S/8, pixels of maps are 2 input pixels wide.

    Attributes:
        images: uint8 (B, S, S, 3).
        instances: int8 (B, S/2, S/2): object index, -1 background, -2 ignored.
        points: float32 (B, K, 2): prompts (x, y) in input pixels.
        masks: float32 (B, K, S/2, S/2): share of each pixel that belongs to the prompted object.
        on_object: bool (B, K): False for prompts on the background, whose masks are empty.
        sides: float32 (B, 4, h, h): distance from each cell to its object's left, right, top and
            bottom side in units of the picture's side; 0 off objects.
        categories: int64 (B, h, h): category under the cell's centre; -1 background, -2 ignored.
    """

    images: NDArray[np.uint8]
    instances: NDArray[np.int8]
    points: NDArray[np.float32]
    masks: NDArray[np.float32]
    on_object: NDArray[np.bool_]
    sides: NDArray[np.float32]
    categories: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """How batches are made.

    Attributes:
        image_size: network input side S.
        images: B.
        prompts: K.
        background_prompts: how many of K lie on the background.
        zoom_share: share of images cropped to a random square of at least ``min_crop`` pixels.
        min_crop: smallest crop side in scene pixels.
    """

    image_size: int
    images: int = 8
    prompts: int = 7
    background_prompts: int = 1
    zoom_share: float = 0.6
    min_crop: int = 192


def draw_batch(pool: ScenePool, plan: BatchPlan, rng: np.random.Generator) -> Batch:
    """Make one batch from random scenes of the pool."""
    rows = [_draw_row(pool, int(index), plan, rng) for index in rng.integers(len(pool), size=plan.images)]
    return Batch(*(np.stack(column) for column in zip(*rows, strict=True)))


def batches_ahead(
    pool: ScenePool, plan: BatchPlan, *, seed: int, depth: int = 3
) -> Generator[Batch, None, None]:
    """Endless batches, made ahead by a thread that ends when the iterator is closed."""
    ready: queue.Queue[Batch] = queue.Queue(depth)
    closed = threading.Event()

    def fill() -> None:
        rng = np.random.default_rng(seed)
        while not closed.is_set():
            batch = draw_batch(pool, plan, rng)
            while not closed.is_set():
                try:
                    ready.put(batch, timeout=0.2)
                    break
                except queue.Full:
                    continue

    thread = threading.Thread(target=fill, name="sam-batches", daemon=True)
    thread.start()
    try:
        while True:
            yield ready.get()
    finally:
        closed.set()
        thread.join()


def _draw_row(
    pool: ScenePool, index: int, plan: BatchPlan, rng: np.random.Generator
) -> tuple[NDArray[np.generic], ...]:
    image, instance = pool.images[index], pool.instances[index]
    if rng.random() < plan.zoom_share:
        side = int(rng.integers(plan.min_crop, image.shape[0] + 1))
        y, x = rng.integers(0, image.shape[0] - side + 1, size=2)
        image, instance = image[y : y + side, x : x + side], instance[y : y + side, x : x + side]
    if rng.random() < 0.5:
        image, instance = image[:, ::-1], instance[:, ::-1]
    if rng.random() < 0.5:
        image = image[..., rng.permutation(3)]
    size = plan.image_size
    interpolation = cv2.INTER_AREA if image.shape[0] > size else cv2.INTER_LINEAR
    picture = cv2.resize(np.ascontiguousarray(image), (size, size), interpolation=interpolation)
    nearest = cv2.resize(np.ascontiguousarray(instance), (size, size), interpolation=cv2.INTER_NEAREST)
    fine = np.asarray(nearest, np.int8)
    labels, areas = np.unique(fine, return_counts=True)
    seen = labels[(labels >= 0) & (areas >= _MIN_AREA)]

    prompted = _choose(seen, plan, rng)
    points = np.stack([_point_on(fine == label, rng) for label in prompted])
    halves = (fine == prompted[:, None, None]) & (prompted >= 0)[:, None, None]
    masks = halves.reshape(len(prompted), size // 2, 2, size // 2, 2).mean((2, 4), dtype=np.float32)
    sides, categories = _cell_targets(fine, labels, pool.categories[index])
    return picture, fine[::2, ::2], points, masks, prompted >= 0, sides, categories


def _choose(seen: NDArray[np.int8], plan: BatchPlan, rng: np.random.Generator) -> NDArray[np.int8]:
    """Labels to prompt for: every object before any a second time, then the background."""
    wanted = plan.prompts - plan.background_prompts if len(seen) else 0
    repeats = -(-wanted // len(seen)) if len(seen) else 0
    order = np.concatenate([rng.permutation(seen) for _ in range(repeats)])[:wanted] if repeats else seen[:0]
    return np.concatenate([order, np.full(plan.prompts - wanted, -1, np.int8)])


def _point_on(mask_hw: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.float32]:
    """A random pixel centre of the mask; the picture's corner if the mask is empty."""
    where = np.flatnonzero(mask_hw)
    y, x = divmod(int(where[rng.integers(len(where))]), mask_hw.shape[1]) if len(where) else (0, 0)
    return np.array((x + 0.5, y + 0.5), np.float32)


def _cell_targets(
    fine: NDArray[np.int8], labels: NDArray[np.int8], categories: NDArray[np.int8]
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    size = fine.shape[0]
    cells = fine[STRIDE // 2 :: STRIDE, STRIDE // 2 :: STRIDE]
    centre = (np.arange(len(cells), dtype=np.float32) + 0.5) / len(cells)
    sides = np.zeros((4, *cells.shape), np.float32)
    kinds = cells.astype(np.int64)
    for label in labels[labels >= 0]:
        mask = fine == label
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        left, right = columns[0] / size, (columns[-1] + 1) / size
        top, bottom = rows[0] / size, (rows[-1] + 1) / size
        here = np.nonzero(cells == label)
        x, y = centre[here[1]], centre[here[0]]
        sides[:, here[0], here[1]] = x - left, right - x, y - top, bottom - y
        kinds[here] = categories[label]
    return sides, kinds
