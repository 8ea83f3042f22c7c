"""Where an object is put, so that it meets others without hiding them too much."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.cast import ObjectPlan
from tas_desktop.starter.scenes.sprites import Sprite

_TRIES = 14
_MEETING_SHARE = 0.5
_BURYING_SHARE = 0.06


@dataclass(frozen=True)
class PlacedObject:
    """An object in the picture.

    Attributes:
        plan: what it is.
        full_area_px: pixels that it covered when it was laid, inside the picture.
        centre_xy: middle of its sprite.
        side_px: square root of the area asked for.
    """

    plan: ObjectPlan
    full_area_px: int
    centre_xy: tuple[float, float]
    side_px: float


def find_place(
    sprite: Sprite,
    placed: list[PlacedObject],
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
    placed: list[PlacedObject],
    instance_hw: NDArray[np.int16],
) -> list[float]:
    """Hidden share, after laying `solid` at the corner, of every object that it touches."""
    target, source = windows(corner_xy, solid.shape, instance_hw.shape)
    touched = np.bincount(instance_hw[target][solid[source]].astype(np.int64) + 1, minlength=len(placed) + 1)[
        1:
    ]
    shares = []
    for index in np.flatnonzero(touched):
        visible = int(np.count_nonzero(instance_hw == index)) - int(touched[index])
        shares.append(1 - visible / placed[index].full_area_px)
    return shares


def windows(
    corner_xy: tuple[int, int], shape_hw: tuple[int, ...], canvas_hw: tuple[int, ...]
) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Slices of the canvas and of the sprite where the two overlap."""
    x, y = corner_xy
    x0, y0 = max(x, 0), max(y, 0)
    x1, y1 = min(x + shape_hw[1], canvas_hw[1]), min(y + shape_hw[0], canvas_hw[0])
    return np.s_[y0:y1, x0:x1], np.s_[y0 - y : y1 - y, x0 - x : x1 - x]
