"""Stripes, dots and checks: one family for objects, ground and clutter alike."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""float32, H x W."""


def _triangle(u: Field) -> Field:
    """Triangle wave of period 1: 1 at whole numbers, 0 half-way."""
    wave: Field = np.abs(u - np.floor(u) - np.float32(0.5)) * np.float32(2.0)
    return wave


def draw_pattern(
    pattern: str,
    rng: np.random.Generator,
    *,
    shape_hw: tuple[int, int],
    period_px: float,
    angle_rad: float,
) -> Field:
    """Share of the second colour at each pixel: float32, H x W, 0-1, edges one pixel soft.

    Args:
        pattern: "striped", "dotted" or "checked".
        rng: shifts the pattern and varies its duty.
        shape_hw: size of the field.
        period_px: distance from one stripe, dot or double square to the next.
        angle_rad: direction of the pattern.
    """
    h, w = shape_hw
    scale = 1.0 / period_px
    cos, sin = math.cos(angle_rad) * scale, math.sin(angle_rad) * scale
    x = np.arange(w, dtype=np.float32)[None, :]
    y = np.arange(h, dtype=np.float32)[:, None]
    shift = rng.uniform(0, 1, 2)
    u: Field = x * np.float32(cos) + y * np.float32(sin) + np.float32(shift[0])
    if pattern == "striped":
        duty = np.float32(rng.uniform(0.4, 0.55))
        return _soft((_triangle(u) - (1 - duty)) * np.float32(period_px / 2))
    v: Field = y * np.float32(cos) - x * np.float32(sin) + np.float32(shift[1])
    if pattern == "checked":
        product = (_triangle(u) - np.float32(0.5)) * (_triangle(v) - np.float32(0.5))
        return _soft(product * np.float32(period_px))
    if pattern == "dotted":
        radius = np.float32(rng.uniform(0.26, 0.33))
        du = u - np.floor(u) - np.float32(0.5)
        dv = v - np.floor(v) - np.float32(0.5)
        return _soft((radius - np.sqrt(du * du + dv * dv)) * np.float32(period_px))
    raise ValueError(f"no such pattern to draw: {pattern}")


def _soft(signed_px: Field) -> Field:
    field: Field = np.clip(signed_px + np.float32(0.5), 0, 1)
    return field
