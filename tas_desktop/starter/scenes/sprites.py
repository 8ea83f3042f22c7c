"""One object drawn on its own: colour and coverage of the pixels of its box."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.drawings import DRAWINGS, Part
from tas_desktop.starter.scenes.lexicon import COLOURS
from tas_desktop.starter.scenes.patterns import draw_pattern

_SUBPIXEL_BITS = 4
_MARGIN_PX = 2
_TILT_DEG = {"ball": 180.0, "star": 180.0, "fish": 25.0, "book": 28.0, "heart": 22.0, "phone": 28.0}
_COMMON_TILT_DEG = 10.0
_ISOTROPIC = frozenset({"ball", "star", "box"})
_PROBE_PX = 64


@dataclass(frozen=True)
class Sprite:
    """A drawn object.

    Attributes:
        rgb: float32, H x W x 3, 0-255; meaningful where `alpha_hw` is not 0.
        alpha_hw: float32, H x W, coverage 0-1.
    """

    rgb: NDArray[np.float32]
    alpha_hw: NDArray[np.float32]


def draw_sprite(
    category: str,
    colour: str,
    pattern: str,
    rng: np.random.Generator,
    *,
    side_px: float,
) -> Sprite:
    """Draw one object with about `side_px` squared pixels.

    Args:
        category: key of `DRAWINGS`.
        colour: key of `COLOURS`; the drawn shade varies a little around it.
        pattern: member of `lexicon.PATTERNS`.
        rng: varies proportions, tilt, mirror, shade, light and pattern.
        side_px: square root of the wanted area.
    """
    parts = DRAWINGS[category](rng)
    turn, angle = _pose(category, rng)
    placed = [[outline @ turn.T for outline in part.outlines] for part in parts]
    low, high, scale = _frame(placed, side_px=side_px)
    w, h = (math.ceil(v) for v in (high - low) * scale + 2 * _MARGIN_PX)
    surface = _surface(colour, pattern, rng, shape_hw=(h, w), side_px=side_px, angle_rad=angle)
    light = _light(rng, shape_hw=(h, w))
    rgb = np.zeros((h, w, 3), np.float32)
    alpha = np.zeros((h, w), np.uint8)
    for part, outlines in zip(parts, placed, strict=True):
        contours = [(outline - low) * scale + _MARGIN_PX for outline in outlines]
        _paint(part, contours, rgb=rgb, alpha=alpha, surface=surface, light=light)
    return Sprite(np.clip(rgb, 0, 255), alpha.astype(np.float32) / np.float32(255))


def _pose(category: str, rng: np.random.Generator) -> tuple[NDArray[np.float64], float]:
    """2x2 matrix of tilt, mirror and stretch, and the tilt in radians."""
    angle = math.radians(rng.uniform(-1, 1) * _TILT_DEG.get(category, _COMMON_TILT_DEG))
    stretch_x, stretch_y = rng.uniform(0.85, 1.0, 2)
    if category in _ISOTROPIC:
        stretch_y = stretch_x
    mirror = -1.0 if rng.random() < 0.5 else 1.0
    cos, sin = math.cos(angle), math.sin(angle)
    turn = np.array([[cos, -sin], [sin, cos]]) @ np.diag([mirror * stretch_x, stretch_y])
    return turn, angle


def _frame(
    placed: list[list[NDArray[np.float64]]], *, side_px: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Low corner, high corner, and pixels per unit that give an area of about side_px squared."""
    points = np.vstack([outline for outlines in placed for outline in outlines])
    low, high = points.min(axis=0), points.max(axis=0)
    probe = np.zeros((_PROBE_PX, _PROBE_PX), np.uint8)
    zoom = (_PROBE_PX - 1) / float((high - low).max())
    for outlines in placed:
        cv2.fillPoly(probe, [((o - low) * zoom).astype(np.int32) for o in outlines], 1)
    unit_area = max(int(cv2.countNonZero(probe)), 1) / zoom**2
    return low, high, side_px / math.sqrt(unit_area)


def _surface(
    colour: str,
    pattern: str,
    rng: np.random.Generator,
    *,
    shape_hw: tuple[int, int],
    side_px: float,
    angle_rad: float,
) -> NDArray[np.float32]:
    """The object's own colour and pattern before light: float32, H x W x 3."""
    base = np.array(COLOURS[colour], np.float32)
    if colour in ("white", "black"):
        base = np.clip(base + np.float32(rng.normal(0, 4)), 30, 248)
    else:
        drift = rng.normal(0, 8) + rng.normal(0, 4, 3)
        base = np.clip(base + drift.astype(np.float32), 12, 248)
    if pattern == "plain":
        return np.broadcast_to(base, (*shape_hw, 3)).astype(np.float32)
    other = np.array((158, 161, 172) if colour == "white" else (246, 246, 242), np.float32)
    direction = angle_rad + math.radians(float(rng.choice((0, 90, 45))))
    period = max(side_px * rng.uniform(0.24, 0.34), 9.0)
    share = draw_pattern(pattern, rng, shape_hw=shape_hw, period_px=period, angle_rad=direction)
    return np.asarray(base + (other - base) * share[..., None], dtype=np.float32)


def _light(rng: np.random.Generator, *, shape_hw: tuple[int, int]) -> NDArray[np.float32]:
    """Linear light across the sprite, 0.88-1.12."""
    h, w = shape_hw
    direction = rng.uniform(0, 2 * math.pi)
    x = np.linspace(-1, 1, w, dtype=np.float32)[None, :] * np.float32(math.cos(direction))
    y = np.linspace(-1, 1, h, dtype=np.float32)[:, None] * np.float32(math.sin(direction))
    return np.asarray(1 + np.float32(0.085) * (x + y), dtype=np.float32)


def _paint(
    part: Part,
    contours: list[NDArray[np.float64]],
    *,
    rgb: NDArray[np.float32],
    alpha: NDArray[np.uint8],
    surface: NDArray[np.float32],
    light: NDArray[np.float32],
) -> None:
    """Lay one part over what is painted already, touching only its own box."""
    h, w = alpha.shape
    points = np.vstack(contours)
    x0, y0 = (max(int(v) - 1, 0) for v in points.min(axis=0))
    x1, y1 = (int(v) + 3 for v in points.max(axis=0))
    x1, y1 = min(x1, w), min(y1, h)
    if x1 <= x0 or y1 <= y0:
        return
    cover = np.zeros((y1 - y0, x1 - x0), np.uint8)
    fixed_point = [
        np.round((contour - (x0, y0)) * (1 << _SUBPIXEL_BITS)).astype(np.int32) for contour in contours
    ]
    cv2.fillPoly(cover, fixed_point, 255, cv2.LINE_AA, _SUBPIXEL_BITS)
    window = np.s_[y0:y1, x0:x1]
    lit = light[window] * np.float32(part.shade)
    if part.rounded:
        lit = lit * _sphere(cover.shape)
    albedo = surface[window] if part.fixed_rgb is None else np.array(part.fixed_rgb, np.float32)
    under = rgb[window]
    under += (albedo * lit[..., None] - under) * (cover.astype(np.float32) / 255)[..., None]
    np.maximum(alpha[window], cover, out=alpha[window])


def _sphere(shape_hw: tuple[int, ...]) -> NDArray[np.float32]:
    """Light on a ball, brightest up left: 0.76-1.35."""
    h, w = shape_hw
    x = np.linspace(-0.36, 0.64, w, dtype=np.float32)[None, :]
    y = np.linspace(-0.34, 0.66, h, dtype=np.float32)[:, None]
    d = x * x + y * y
    shade = np.float32(1.08) - np.float32(0.42) * d + np.float32(0.3) * np.exp(-d * np.float32(55))
    return np.asarray(np.maximum(shade, np.float32(0.76)), dtype=np.float32)
