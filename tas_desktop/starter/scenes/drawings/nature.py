"""Tree, flower, mushroom, apple, fish, bird, rabbit."""

from __future__ import annotations

import math

import numpy as np

from tas_desktop.starter.scenes.drawings.parts import (
    Part,
    body,
    ellipse,
    fixed,
    join,
    polygon,
    rectangle,
)

_BARK = (112, 78, 48)
_LEAF = (70, 130, 60)


def tree(rng: np.random.Generator) -> list[Part]:
    """A fir with three tiers."""
    w = rng.uniform(0.68, 0.82)
    crown = polygon(
        0,
        -0.95,
        0.5,
        -0.3,
        0.26,
        -0.3,
        w * 0.85,
        0.15,
        0.36,
        0.15,
        w,
        0.62,
        -w,
        0.62,
        -0.36,
        0.15,
        -w * 0.85,
        0.15,
        -0.26,
        -0.3,
        -0.5,
        -0.3,
    )
    return [fixed(_BARK, rectangle(-0.12, 0.5, 0.12, 0.95)), body(crown)]


def flower(rng: np.random.Generator) -> list[Part]:
    """Petals round an eye, on a stem with a leaf."""
    count = int(rng.integers(5, 8))
    turn = rng.uniform(0, 2 * math.pi)
    angles = [turn + 2 * math.pi * k / count for k in range(count)]
    petals = [
        body(
            ellipse(0.36 * math.cos(a), -0.36 + 0.36 * math.sin(a), 0.25, 0.25, points=18),
            shade=1.0 if k % 2 else 0.88,
        )
        for k, a in enumerate(angles)
    ]
    leaf = polygon(0.03, 0.66, 0.22, 0.4, 0.5, 0.36, 0.36, 0.62)
    return [
        fixed(_LEAF, rectangle(-0.05, -0.2, 0.05, 0.97), leaf),
        *petals,
        fixed((214, 168, 62), ellipse(0, -0.36, 0.2, 0.2, points=18)),
    ]


def mushroom(rng: np.random.Generator) -> list[Part]:
    """A broad cap on a pale stalk."""
    flat = rng.uniform(0.8, 0.98)
    stalk = join(
        polygon(-0.24, 0.0, 0.24, 0.0),
        ellipse(0, 0.8, 0.32, 0.13, from_deg=0, to_deg=180, points=12),
    )
    cap = join(
        ellipse(0, 0.1, 0.92, flat, from_deg=180, to_deg=360, points=24),
        ellipse(0, 0.1, 0.92, 0.14, from_deg=0, to_deg=180, points=12),
    )
    return [fixed((235, 222, 195), stalk), body(cap)]


def apple(rng: np.random.Generator) -> list[Part]:
    """Two lobes, a stem and a leaf."""
    t = np.linspace(0, 2 * math.pi, 48)
    dent = rng.uniform(0.16, 0.24)
    radius = 0.8 * (1 - dent * np.exp(-((np.mod(t + math.pi / 2 + math.pi, 2 * math.pi) - math.pi) ** 2) * 5))
    outline = np.stack([radius * np.cos(t) * 1.05, 0.15 + radius * np.sin(t)], axis=1)
    leaf = polygon(0.05, -0.66, 0.22, -0.9, 0.56, -0.92, 0.4, -0.68)
    return [
        body(outline, rounded=True),
        fixed(_BARK, polygon(-0.05, -0.42, -0.1, -0.85, 0.0, -0.88, 0.05, -0.42)),
        fixed(_LEAF, leaf),
    ]


def fish(rng: np.random.Generator) -> list[Part]:
    """A fish swimming to the left."""
    fat = rng.uniform(0.36, 0.5)
    return [
        body(polygon(0.42, 0, 0.97, -0.45, 0.85, 0, 0.97, 0.45), shade=0.78),
        body(polygon(-0.25, -fat * 0.8, 0.1, -fat - 0.25, 0.34, -fat * 0.6), shade=0.78),
        body(ellipse(-0.17, 0, 0.78, fat)),
        fixed((250, 250, 250), ellipse(-0.62, -0.1, 0.1, 0.1, points=14)),
        fixed((16, 16, 18), ellipse(-0.64, -0.1, 0.05, 0.05, points=10)),
    ]


def bird(rng: np.random.Generator) -> list[Part]:
    """A small bird looking to the right."""
    tail = rng.uniform(0.1, 0.35)
    wing = join(ellipse(-0.1, 0.12, 0.4, 0.26, from_deg=0, to_deg=180, points=14), polygon(-0.75, 0.0))
    return [
        fixed((196, 128, 50), rectangle(-0.12, 0.5, -0.05, 0.93), rectangle(0.1, 0.5, 0.17, 0.93)),
        body(polygon(-0.4, 0.0, -0.97, -tail, -0.92, 0.22, -0.4, 0.4), shade=0.82),
        body(ellipse(-0.02, 0.15, 0.6, 0.45)),
        body(ellipse(0.46, -0.3, 0.33, 0.33)),
        fixed((226, 150, 46), polygon(0.74, -0.4, 0.99, -0.24, 0.74, -0.14)),
        fixed((250, 250, 250), ellipse(0.56, -0.38, 0.09, 0.09, points=14)),
        fixed((16, 16, 18), ellipse(0.58, -0.38, 0.045, 0.045, points=10)),
        body(wing, shade=0.75),
    ]


def rabbit(rng: np.random.Generator) -> list[Part]:
    """A sitting rabbit from the front: two long ears."""
    ear = rng.uniform(0.3, 0.38)
    spread = rng.uniform(0.17, 0.25)
    eyes = [ellipse(x, -0.24, 0.05, 0.06, points=10) for x in (-0.13, 0.13)]
    inner = [ellipse(x, -0.66, 0.05, ear * 0.62, points=14) for x in (-spread, spread)]
    return [
        body(ellipse(-spread, -0.62, 0.12, ear, points=20), shade=0.9),
        body(ellipse(spread, -0.62, 0.12, ear, points=20), shade=0.9),
        fixed((236, 196, 198), *inner),
        body(ellipse(0, 0.5, 0.52, 0.47)),
        body(ellipse(0, -0.18, 0.36, 0.32), shade=0.94),
        fixed((244, 238, 230), ellipse(0, 0.56, 0.26, 0.28)),
        fixed((18, 18, 20), *eyes),
        fixed((220, 130, 140), ellipse(0, -0.12, 0.05, 0.04, points=10)),
        body(ellipse(-0.3, 0.9, 0.2, 0.09, points=16), shade=0.8),
        body(ellipse(0.3, 0.9, 0.2, 0.09, points=16), shade=0.8),
    ]
