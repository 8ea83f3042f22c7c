"""Car, bus, truck, boat, plane."""

from __future__ import annotations

import numpy as np

from tas_desktop.starter.scenes.drawings.parts import (
    Part,
    body,
    ellipse,
    fixed,
    polygon,
    rectangle,
    rounded_rectangle,
)

_GLASS = (172, 206, 226)
_TYRE = (34, 34, 36)
_METAL = (188, 190, 194)


def _wheels(y: float, radius: float, *xs: float) -> list[Part]:
    tyres = fixed(_TYRE, *(ellipse(x, y, radius, radius, points=22) for x in xs))
    hubs = fixed(_METAL, *(ellipse(x, y, radius * 0.42, radius * 0.42, points=14) for x in xs))
    return [tyres, hubs]


def car(rng: np.random.Generator) -> list[Part]:
    """A saloon seen from the side."""
    roof = rng.uniform(-0.58, -0.42)
    tail = rng.uniform(-0.66, -0.5)
    shell = polygon(
        -0.97,
        0.06,
        tail - 0.1,
        0.0,
        -0.36,
        roof,
        0.32,
        roof,
        0.6,
        -0.02,
        0.93,
        0.08,
        0.96,
        0.42,
        -0.97,
        0.42,
    )
    top = roof + 0.1
    return [
        body(shell),
        body(rectangle(-0.96, 0.26, 0.95, 0.42), shade=0.78),
        fixed(_GLASS, polygon(tail + 0.12, -0.02, -0.3, top, -0.03, top, -0.03, -0.02)),
        fixed(_GLASS, polygon(0.06, -0.02, 0.06, top, 0.27, top, 0.46, -0.02)),
        *_wheels(0.42, rng.uniform(0.2, 0.25), -0.52, 0.52),
    ]


def bus(rng: np.random.Generator) -> list[Part]:
    """A long box with a row of windows."""
    top = rng.uniform(-0.62, -0.48)
    windows = [rectangle(x, top + 0.14, x + 0.28, top + 0.46) for x in (-0.84, -0.46, -0.08, 0.3)]
    return [
        body(rounded_rectangle(-0.97, top, 0.97, 0.5, 0.12)),
        fixed(_GLASS, *windows, rectangle(0.68, top + 0.14, 0.97, top + 0.56)),
        body(rectangle(-0.97, 0.3, 0.97, 0.48), shade=0.78),
        *_wheels(0.5, 0.19, -0.55, 0.58),
    ]


def truck(rng: np.random.Generator) -> list[Part]:
    """A lorry: tall cargo box and a lower cab in front."""
    top = rng.uniform(-0.75, -0.6)
    cab = polygon(0.38, -0.3, 0.72, -0.3, 0.94, 0.08, 0.94, 0.5, 0.38, 0.5)
    return [
        fixed((70, 70, 74), rectangle(-0.94, 0.38, 0.94, 0.54)),
        body(rectangle(-0.97, top, 0.3, 0.42)),
        body(cab, shade=0.86),
        fixed(_GLASS, polygon(0.52, -0.2, 0.68, -0.2, 0.83, 0.08, 0.52, 0.08)),
        *_wheels(0.54, 0.2, -0.64, -0.18, 0.64),
    ]


def boat(rng: np.random.Generator) -> list[Part]:
    """A hull with mast and two sails."""
    sail = rng.uniform(0.6, 0.8)
    return [
        fixed((98, 74, 54), rectangle(-0.06, -0.95, 0.02, 0.34)),
        body(polygon(0.06, -0.9, sail, 0.2, 0.06, 0.2)),
        body(polygon(-0.1, -0.7, -0.1, 0.2, -0.6, 0.2), shade=0.86),
        body(polygon(-0.95, 0.3, 0.95, 0.3, 0.6, 0.85, -0.62, 0.85), shade=0.78),
    ]


def plane(rng: np.random.Generator) -> list[Part]:
    """An airliner from the side, nose to the right."""
    sweep = rng.uniform(0.2, 0.4)
    fin = polygon(-0.92, -0.55, -0.68, -0.55, -0.42, -0.08, -0.8, -0.04)
    wing = polygon(-0.1, 0.08, 0.28, 0.08, -0.2 - sweep, 0.72, -0.42 - sweep, 0.72)
    far_wing = polygon(0.0, -0.1, 0.24, -0.1, -0.05 - sweep, -0.5, -0.2 - sweep, -0.5)
    windows = [ellipse(x, -0.04, 0.05, 0.055, points=10) for x in (-0.35, -0.15, 0.05, 0.25, 0.45)]
    return [
        body(far_wing, shade=0.75),
        body(fin, shade=0.85),
        body(ellipse(0.0, 0.02, 0.97, 0.21)),
        fixed(_GLASS, *windows, polygon(0.68, -0.11, 0.82, -0.08, 0.88, 0.0, 0.66, 0.0)),
        body(wing, shade=0.78),
    ]
