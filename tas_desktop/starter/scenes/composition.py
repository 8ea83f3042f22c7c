"""Objects put together: who stands where, who hides whom, and what is labelled."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.backgrounds import Canvas, draw_background
from tas_desktop.starter.scenes.cast import MIN_OBJECTS, plan_objects
from tas_desktop.starter.scenes.placement import PlacedObject, find_place, windows
from tas_desktop.starter.scenes.scene import BACKGROUND, UNLABELLED, Scene, SceneObject
from tas_desktop.starter.scenes.splits import Split, scene_rng
from tas_desktop.starter.scenes.sprites import Sprite, draw_sprite

REFERENCE_PX = 384
MAX_OCCLUSION = 0.6

_SIDE_PX = {"small": (36.0, 47.0), "medium": (62.0, 78.0), "large": (98.0, 122.0)}
_MIN_AREA_PX = 180


def generate_scene(seed: int, *, split: Split, size_px: int = REFERENCE_PX) -> Scene:
    """Draw scene `seed` of a split; the same arguments give the same pixels.

    Args:
        seed: 0 <= seed < 2**31.
        split: seed space; only the test split draws the held-out colour-category pairs.
        size_px: side of the square picture; objects scale with it. At least 64.

    Raises:
        ValueError: `seed` or `size_px` is out of range.
    """
    if size_px < 64:
        raise ValueError(f"scenes are at least 64 pixels wide, not {size_px}")
    rng = scene_rng(seed, split=split)
    while True:
        scene = _compose(rng, seed=seed, split=split, size_px=size_px)
        if len(scene.objects) >= MIN_OBJECTS:
            return scene


def _compose(rng: np.random.Generator, *, seed: int, split: Split, size_px: int) -> Scene:
    canvas = draw_background(rng, size_px=size_px)
    instance_hw = np.full((size_px, size_px), BACKGROUND, np.int16)
    placed: list[PlacedObject] = []
    for plan in plan_objects(rng, split=split):
        side = rng.uniform(*_SIDE_PX[plan.size_name]) * size_px / REFERENCE_PX
        sprite = draw_sprite(plan.category, plan.colour, plan.pattern, rng, side_px=side)
        corner = find_place(sprite, placed, instance_hw, rng, side_px=side)
        if corner is None:
            continue
        area = _lay_sprite(canvas, instance_hw, sprite, rng, corner_xy=corner, index=len(placed))
        h, w = sprite.alpha_hw.shape
        placed.append(PlacedObject(plan, area, (corner[0] + w / 2, corner[1] + h / 2), side))
    objects, slivers, labelled_hw = _label(placed, instance_hw)
    image = _finish(canvas, rng)
    image.setflags(write=False)
    labelled_hw.setflags(write=False)
    return Scene(seed, split, image, labelled_hw, tuple(objects), tuple(slivers))


def _lay_sprite(
    canvas: Canvas,
    instance_hw: NDArray[np.int16],
    sprite: Sprite,
    rng: np.random.Generator,
    *,
    corner_xy: tuple[int, int],
    index: int,
) -> int:
    """Blend a sprite and its shadow in; returns the pixels it covers inside the picture."""
    if rng.random() < 0.6:
        _cast_shadow(canvas, sprite, rng, corner_xy=corner_xy)
    target, source = windows(corner_xy, sprite.alpha_hw.shape, instance_hw.shape)
    alpha = sprite.alpha_hw[source]
    under = canvas[target]
    under += (sprite.rgb[source] - under) * alpha[..., None]
    solid = alpha > 0.5
    instance_hw[target][solid] = index
    return int(np.count_nonzero(solid))


def _cast_shadow(
    canvas: Canvas, sprite: Sprite, rng: np.random.Generator, *, corner_xy: tuple[int, int]
) -> None:
    h, w = sprite.alpha_hw.shape
    shift = round(0.05 * max(h, w)) + 1
    strength = np.float32(rng.uniform(0.15, 0.42))
    soft = cv2.blur(cv2.copyMakeBorder(sprite.alpha_hw, 4, 4, 4, 4, cv2.BORDER_CONSTANT), (7, 7))
    corner = (corner_xy[0] + shift - 4, corner_xy[1] + shift - 4)
    target, source = windows(corner, soft.shape, canvas.shape)
    canvas[target] *= (1 - strength * soft[source])[..., None]


def _label(
    placed: list[PlacedObject], instance_hw: NDArray[np.int16]
) -> tuple[list[SceneObject], list[SceneObject], NDArray[np.int16]]:
    """Sort the visible objects into labelled ones and slivers; pixels of slivers become -2."""
    smallest = _MIN_AREA_PX * (instance_hw.shape[0] / REFERENCE_PX) ** 2
    lookup = np.full(len(placed) + 1, UNLABELLED, np.int16)
    lookup[-1] = BACKGROUND
    objects: list[SceneObject] = []
    slivers: list[SceneObject] = []
    for index, item in enumerate(placed):
        visible_hw = instance_hw == index
        if not visible_hw.any():
            continue
        drawn = _measure(item, visible_hw)
        if drawn.area_px >= smallest and drawn.occluded_fraction <= MAX_OCCLUSION:
            lookup[index] = len(objects)
            objects.append(drawn)
        else:
            slivers.append(drawn)
    return objects, slivers, lookup[instance_hw]


def _measure(item: PlacedObject, visible_hw: NDArray[np.bool_]) -> SceneObject:
    ys, xs = np.nonzero(visible_hw)
    x0, y0 = int(xs.min()), int(ys.min())
    return SceneObject(
        category=item.plan.category,
        colour=item.plan.colour,
        pattern=item.plan.pattern,
        size_name=item.plan.size_name,
        box_xywh=(x0, y0, int(xs.max()) + 1 - x0, int(ys.max()) + 1 - y0),
        centroid_xy=(float(xs.mean()) + 0.5, float(ys.mean()) + 0.5),
        area_px=len(xs),
        full_area_px=item.full_area_px,
        occluded_fraction=1 - len(xs) / item.full_area_px,
    )


def _finish(canvas: Canvas, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Uneven light, sometimes blur, and sensor noise; then bytes."""
    size = canvas.shape[0]
    light = cv2.resize(rng.uniform(0.9, 1.06, (3, 3)).astype(np.float32), (size, size))
    lit = np.asarray(canvas * light[..., None], dtype=np.float32)
    if rng.random() < 0.3:
        lit = np.asarray(cv2.GaussianBlur(lit, (3, 3), rng.uniform(0.4, 0.8)), dtype=np.float32)
    grain = int(rng.choice((1, 2)))
    noise = rng.standard_normal((size // grain, size // grain), dtype=np.float32)
    if grain > 1:
        noise = np.asarray(cv2.resize(noise, (size, size)), dtype=np.float32)
    lit = lit + noise[..., None] * np.float32(rng.uniform(1.5, 9))
    return np.asarray(np.clip(lit, 0, 255), dtype=np.uint8)
