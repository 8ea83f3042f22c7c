"""Pictures that are no drawn scenes: coloured noise, patchworks, gradients.

Stand-ins for photographs, which training never sees: crops of these teach the networks to say "something
unknown", and the recogniser is calibrated on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIDE = 256


def draw_foreign_picture(rng: np.random.Generator) -> NDArray[np.uint8]:
    """A random picture without any drawn object, uint8, shape (256, 256, 3)."""
    field = _fractal_noise(rng, power=float(rng.uniform(0.7, 1.6)))
    choice = int(rng.integers(4))
    if choice == 0:
        picture = _tint(field, rng)
    elif choice == 1:
        picture = _patchwork(rng)
    elif choice == 2:
        picture = 0.5 * _patchwork(rng) + 0.5 * _tint(field, rng)
    else:
        picture = _cut_out(field, rng)
    grain = rng.normal(0, rng.uniform(0, 9), (_SIDE, _SIDE, 1))
    if rng.random() < 0.5:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.6, 2.0))), np.float64)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def draw_foreign_mask(rng: np.random.Generator) -> NDArray[np.bool_]:
    """A region of such a picture with an irregular outline: bool, 256 x 256, at least 300 pixels."""
    while True:
        noise = _fractal_noise(rng, power=1.4)
        y, x = np.mgrid[0:_SIDE, 0:_SIDE]
        cx, cy = rng.uniform(0.25, 0.75, 2) * _SIDE
        rx, ry = rng.uniform(0.06, 0.4, 2) * _SIDE
        distance = np.hypot((x - cx) / rx, (y - cy) / ry)
        mask = distance + 0.3 * noise < 1
        if mask.sum() >= 300:
            return np.asarray(mask)


def _fractal_noise(rng: np.random.Generator, *, power: float) -> NDArray[np.float64]:
    """Noise with the 1/f^power spectrum of natural pictures; mean 0, deviation 1."""
    fy, fx = np.fft.fftfreq(_SIDE)[:, None], np.fft.rfftfreq(_SIDE)[None]
    frequency = np.hypot(fy, fx)
    frequency[0, 0] = 1
    spectrum = rng.normal(size=frequency.shape) + 1j * rng.normal(size=frequency.shape)
    field = np.fft.irfft2(spectrum / frequency**power, s=(_SIDE, _SIDE))
    return np.asarray((field - field.mean()) / field.std())


def _tint(field: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Light and shade in one colour that drifts towards another."""
    one, other = _natural_colour(rng), _natural_colour(rng)
    drift = 1 / (1 + np.exp(-1.5 * _fractal_noise(rng, power=1.5)))[..., None]
    return (one * drift + other * (1 - drift)) * np.clip(1 + rng.uniform(0.1, 0.5) * field, 0, 2)[..., None]


def _patchwork(rng: np.random.Generator) -> NDArray[np.float64]:
    """Voronoi cells with a shade across each, as walls, fields and clothes have."""
    count = int(rng.integers(4, 40))
    seeds = rng.uniform(0, _SIDE, (count, 2))
    y, x = np.mgrid[0:_SIDE, 0:_SIDE]
    bend = 12 * _fractal_noise(rng, power=1.5)
    distance = (y[..., None] + bend[..., None] - seeds[:, 0]) ** 2 + (x[..., None] - seeds[:, 1]) ** 2
    cell = distance.argmin(-1)
    colours = np.stack([_natural_colour(rng) for _ in range(count)])
    slope = rng.uniform(-0.5, 0.5, (count, 2))
    shade = 1 + slope[cell, 0] * (y / _SIDE - 0.5) + slope[cell, 1] * (x / _SIDE - 0.5)
    return colours[cell] * shade[..., None]


def _cut_out(field: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Two textures with a ragged border between them."""
    border = _fractal_noise(rng, power=1.5)[..., None] > rng.uniform(-0.5, 0.5)
    return np.where(border, _tint(field, rng), _tint(_fractal_noise(rng, power=0.9), rng))


def _natural_colour(rng: np.random.Generator) -> NDArray[np.float64]:
    """Mostly muted, as photographs are."""
    grey = rng.uniform(25, 225)
    return np.asarray(grey + rng.normal(0, rng.choice((6, 20, 45)), 3))
