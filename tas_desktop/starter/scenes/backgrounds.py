"""Ground and clutter: what lies behind the objects and carries no label."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.lexicon import COLOURS
from tas_desktop.starter.scenes.patterns import draw_pattern

Canvas = NDArray[np.float32]
"""float32, S x S x 3, 0-255."""

_DRAWN = ("striped", "dotted", "checked")


def draw_background(rng: np.random.Generator, *, size_px: int) -> Canvas:
    """A textured ground with clutter: float32, size_px x size_px x 3, 0-255."""
    near, far = _tones(rng)
    canvas = near + (far - near) * _ground(rng, size_px=size_px)[..., None]
    if rng.random() < 0.45:
        _lay_second_surface(canvas, rng)
    for _ in range(int(rng.integers(3, 9))):
        _lay_blob(canvas, rng)
    for _ in range(int(rng.integers(2, 7))):
        _lay_stroke(canvas, rng)
    return canvas


def _tones(rng: np.random.Generator) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Two related ground colours: muted versions of the named ones, or greys."""
    first = _muted(rng)
    related = rng.random() >= 0.5
    second = np.clip(first + rng.normal(0, 38, 3), 25, 245) if related else _muted(rng)
    return first.astype(np.float32), (first + (second - first) * 0.75).astype(np.float32)


def _muted(rng: np.random.Generator) -> NDArray[np.float64]:
    named = np.array(list(COLOURS.values()), np.float64)[rng.integers(len(COLOURS))]
    grey = np.full(3, rng.uniform(60, 225))
    return np.asarray(grey + (named - grey) * rng.uniform(0.05, 0.55))


def _ground(rng: np.random.Generator, *, size_px: int) -> NDArray[np.float32]:
    """Mix of the two tones: float32, S x S, 0-1."""
    kind = rng.choice(("gradient", "cloud", "planks", *_DRAWN), p=(0.1, 0.18, 0.18, 0.18, 0.18, 0.18))
    if kind == "gradient":
        ramp = np.linspace(0, 1, size_px, dtype=np.float32)
        return np.asarray(ramp[:, None] * np.ones(size_px, np.float32), dtype=np.float32)
    if kind == "cloud":
        return _cloud(rng, size_px=size_px, cells=int(rng.integers(4, 40)))
    if kind == "planks":
        return _planks(rng, size_px=size_px)
    period = size_px / 384 * rng.uniform(14, 46)
    angle = math.radians(float(rng.choice((0, 90, 45, 30, rng.uniform(0, 180)))))
    field = draw_pattern(str(kind), rng, shape_hw=(size_px, size_px), period_px=period, angle_rad=angle)
    return field * np.float32(rng.uniform(0.3, 0.85))


def _cloud(rng: np.random.Generator, *, size_px: int, cells: int) -> NDArray[np.float32]:
    noise = rng.random((cells, cells), dtype=np.float32)
    grown = cv2.resize(noise, (size_px, size_px), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(grown, 0, 1), dtype=np.float32)


def _planks(rng: np.random.Generator, *, size_px: int) -> NDArray[np.float32]:
    count = int(rng.integers(5, 13))
    tones = np.repeat(rng.random(count, dtype=np.float32) * 0.6, math.ceil(size_px / count))
    grain = cv2.resize(rng.random((size_px // 4, 8), dtype=np.float32), (size_px, size_px))
    boards = np.clip(tones[:size_px, None] + grain * np.float32(0.4), 0, 1)
    return np.ascontiguousarray(boards if rng.random() < 0.5 else boards.T)


def _lay_second_surface(canvas: Canvas, rng: np.random.Generator) -> None:
    """A table or floor: everything below a slanted line gets another ground."""
    size = canvas.shape[0]
    near, far = _tones(rng)
    other = near + (far - near) * _ground(rng, size_px=size)[..., None]
    left, right = size * (rng.uniform(0.35, 0.75) + rng.uniform(-0.08, 0.08, 2))
    border = np.linspace(left, right, size, dtype=np.float32)[None, :]
    below = np.arange(size, dtype=np.float32)[:, None] > border
    np.copyto(canvas, other, where=below[..., None])


def _lay_blob(canvas: Canvas, rng: np.random.Generator) -> None:
    """A soft-cornered patch, plain or patterned, half transparent: nothing that has a name."""
    size = canvas.shape[0]
    radius = size * rng.uniform(0.03, 0.14)
    angles = np.sort(rng.uniform(0, 2 * math.pi, int(rng.integers(5, 10))))
    radii = radius * rng.uniform(0.45, 1.0, len(angles))
    centre = rng.uniform(0, size, 2)
    outline = centre + np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1)
    x0, y0 = (max(int(v) - 1, 0) for v in outline.min(axis=0))
    x1, y1 = (min(int(v) + 3, size) for v in outline.max(axis=0))
    if x1 - x0 < 4 or y1 - y0 < 4:
        return
    cover = np.zeros((y1 - y0, x1 - x0), np.uint8)
    cv2.fillPoly(cover, [np.round((outline - (x0, y0)) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    fill = _tones(rng)[0]
    share = (cover.astype(np.float32) / 255) * np.float32(rng.uniform(0.3, 0.75))
    if rng.random() < 0.5:
        pattern = draw_pattern(
            str(rng.choice(_DRAWN)),
            rng,
            shape_hw=(y1 - y0, x1 - x0),
            period_px=size / 384 * rng.uniform(9, 26),
            angle_rad=rng.uniform(0, math.pi),
        )
        share = share * (1 - np.float32(0.8) * pattern)
    under = canvas[y0:y1, x0:x1]
    under += (fill - under) * share[..., None]


def _lay_stroke(canvas: Canvas, rng: np.random.Generator) -> None:
    """A bent line of one to a few pixels, like a crack, a cable or a seam."""
    size = canvas.shape[0]
    start, end = rng.uniform(-0.1, 1.1, (2, 2)) * size
    bend = (start + end) / 2 + rng.normal(0, size * 0.12, 2)
    t = np.linspace(0, 1, 14)[:, None]
    points = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
    tone = [float(v) for v in _tones(rng)[0]]
    width = max(1, round(size / 384 * rng.uniform(1, 4)))
    cv2.polylines(canvas, [np.round(points).astype(np.int32)], isClosed=False, color=tone, thickness=width)
