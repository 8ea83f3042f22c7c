"""Objects put together: who stands where, who hides whom, and what is labelled."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.backgrounds import Canvas, draw_background
from tas_desktop.starter.scenes.lexicon import (
    CATEGORIES,
    COLOURS,
    HELD_OUT_PAIRS,
    PATTERNS,
    SIZES,
)
from tas_desktop.starter.scenes.scene import BACKGROUND, UNLABELLED, Scene, SceneObject
from tas_desktop.starter.scenes.splits import Split, scene_rng
from tas_desktop.starter.scenes.sprites import Sprite, draw_sprite

REFERENCE_PX = 384
MAX_OCCLUSION = 0.6
MIN_OBJECTS, MAX_OBJECTS = 3, 8

_SIDE_PX = {"small": (36.0, 47.0), "medium": (62.0, 78.0), "large": (98.0, 122.0)}
_SIZE_SHARE = (0.28, 0.45, 0.27)
_PATTERN_SHARE = (0.49, 0.17, 0.17, 0.17)
_MIN_AREA_PX = 180
_TRIES = 14
_COUNT_SHARE = (0.06, 0.16, 0.22, 0.24, 0.18, 0.14)
_MEETING_SHARE = 0.5
_BURYING_SHARE = 0.06


@dataclass(frozen=True)
class _Plan:
    category: str
    colour: str
    pattern: str
    size_name: str


@dataclass(frozen=True)
class _Placed:
    plan: _Plan
    full_area_px: int
    centre_xy: tuple[float, float]
    side_px: float


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
    placed: list[_Placed] = []
    for plan in _plan_objects(rng, split=split):
        side = rng.uniform(*_SIDE_PX[plan.size_name]) * size_px / REFERENCE_PX
        sprite = draw_sprite(plan.category, plan.colour, plan.pattern, rng, side_px=side)
        corner = _find_place(sprite, placed, instance_hw, rng, side_px=side)
        if corner is None:
            continue
        area = _lay_sprite(canvas, instance_hw, sprite, rng, corner_xy=corner, index=len(placed))
        h, w = sprite.alpha_hw.shape
        placed.append(_Placed(plan, area, (corner[0] + w / 2, corner[1] + h / 2), side))
    objects, slivers, labelled_hw = _label(placed, instance_hw)
    image = _finish(canvas, rng)
    image.setflags(write=False)
    labelled_hw.setflags(write=False)
    return Scene(seed, split, image, labelled_hw, tuple(objects), tuple(slivers))


def _plan_objects(rng: np.random.Generator, *, split: Split) -> list[_Plan]:
    """Draw the cast: a few categories appear twice or more, so that words must tell them apart."""
    count = int(rng.choice(np.arange(MIN_OBJECTS, MAX_OBJECTS + 1), p=_COUNT_SHARE))
    names = list(CATEGORIES)
    plans: list[_Plan] = []
    while len(plans) < count:
        category = names[rng.integers(len(names))]
        repeats = int(rng.choice((1, 2, 3), p=(0.5, 0.33, 0.17)))
        same_colour = rng.random() < 0.3
        colour = ""
        for _ in range(min(repeats, count - len(plans))):
            if not (colour and same_colour):
                colour = _choose_colour(category, rng, split=split)
            pattern = PATTERNS[rng.choice(len(PATTERNS), p=_PATTERN_SHARE)]
            size_name = SIZES[rng.choice(len(SIZES), p=_SIZE_SHARE)]
            plans.append(_Plan(category, colour, pattern, size_name))
    return [plans[k] for k in rng.permutation(count)]


def _choose_colour(category: str, rng: np.random.Generator, *, split: Split) -> str:
    """A colour allowed for the category; the test split favours the pair training never saw."""
    held_out = [colour for colour in COLOURS if (colour, category) in HELD_OUT_PAIRS]
    if split.holds_unseen and held_out and rng.random() < 0.3:
        return held_out[0]
    allowed = [c for c in COLOURS if split.holds_unseen or c not in held_out]
    return allowed[rng.integers(len(allowed))]


def _find_place(
    sprite: Sprite,
    placed: list[_Placed],
    instance_hw: NDArray[np.int16],
    rng: np.random.Generator,
    *,
    side_px: float,
) -> tuple[int, int] | None:
    """Top-left corner for a sprite, or None where none was found that hides nobody too much.

    About half of the objects are meant to lie partly over an earlier one; a few may bury it.
    """
    size = instance_hw.shape[0]
    h, w = sprite.alpha_hw.shape
    solid = sprite.alpha_hw > 0.5
    meet = bool(placed) and rng.random() < _MEETING_SHARE
    most = 0.9 if rng.random() < _BURYING_SHARE else 0.55
    for attempt in range(_TRIES):
        if meet and attempt < _TRIES - 4:
            other = placed[rng.integers(len(placed))]
            reach = (side_px + other.side_px) * rng.uniform(0.32, 0.58)
            turn = rng.uniform(0, 2 * math.pi)
            cx = other.centre_xy[0] + reach * math.cos(turn)
            cy = other.centre_xy[1] + reach * math.sin(turn)
        else:
            cx, cy = rng.uniform(w * 0.45, size - w * 0.45), rng.uniform(h * 0.45, size - h * 0.45)
        x, y = round(cx - w / 2), round(cy - h / 2)
        if min(x, y) < -0.12 * side_px or max(x + w, y + h) > size + 0.12 * side_px:
            continue
        hidden = _hidden_after(solid, (x, y), placed, instance_hw)
        if meet and attempt < _TRIES - 4:
            if 0.1 <= max(hidden, default=0.0) <= most:
                return x, y
        elif max(hidden, default=0.0) <= 0.12:
            return x, y
    return None


def _hidden_after(
    solid: NDArray[np.bool_],
    corner_xy: tuple[int, int],
    placed: list[_Placed],
    instance_hw: NDArray[np.int16],
) -> list[float]:
    """Hidden share, after laying `solid` at the corner, of every object that it touches."""
    target, source = _windows(corner_xy, solid.shape, instance_hw.shape)
    touched = np.bincount(instance_hw[target][solid[source]].astype(np.int64) + 1, minlength=len(placed) + 1)[
        1:
    ]
    shares = []
    for index in np.flatnonzero(touched):
        visible = int(np.count_nonzero(instance_hw == index)) - int(touched[index])
        shares.append(1 - visible / placed[index].full_area_px)
    return shares


def _windows(
    corner_xy: tuple[int, int], shape_hw: tuple[int, ...], canvas_hw: tuple[int, ...]
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Slices of the canvas and of the sprite where the two overlap."""
    x, y = corner_xy
    x0, y0 = max(x, 0), max(y, 0)
    x1, y1 = min(x + shape_hw[1], canvas_hw[1]), min(y + shape_hw[0], canvas_hw[0])
    return np.s_[y0:y1, x0:x1], np.s_[y0 - y : y1 - y, x0 - x : x1 - x]


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
    target, source = _windows(corner_xy, sprite.alpha_hw.shape, instance_hw.shape)
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
    target, source = _windows(corner, soft.shape, canvas.shape)
    canvas[target] *= (1 - strength * soft[source])[..., None]


def _label(
    placed: list[_Placed], instance_hw: NDArray[np.int16]
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


def _measure(item: _Placed, visible_hw: NDArray[np.bool_]) -> SceneObject:
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
