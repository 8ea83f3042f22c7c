"""Umbrella, hat, shirt, bag, ball, star, heart."""

from __future__ import annotations

import numpy as np

from tas_desktop.starter.scenes.drawings.parts import (
    Part,
    body,
    ellipse,
    fixed,
    join,
    polygon,
    rectangle,
    rounded_rectangle,
    star_outline,
)


def umbrella(rng: np.random.Generator) -> list[Part]:
    """An open umbrella with a scalloped rim and a crook."""
    high = rng.uniform(0.78, 0.92)
    rim = [ellipse(x, 0.0, 0.307, 0.12, from_deg=0, to_deg=-180, points=8) for x in (0.613, 0.0, -0.613)]
    canopy = join(ellipse(0, 0, 0.92, high, from_deg=180, to_deg=360, points=28), *rim)
    crook = join(
        ellipse(-0.14, 0.76, 0.19, 0.19, from_deg=0, to_deg=180, points=14),
        ellipse(-0.14, 0.76, 0.1, 0.1, from_deg=180, to_deg=0, points=12),
    )
    return [
        fixed((84, 64, 52), rectangle(-0.045, -0.1, 0.05, 0.78), crook),
        fixed((84, 64, 52), rectangle(-0.035, -high - 0.1, 0.035, -high + 0.05)),
        body(canopy),
        body(join(ellipse(0, 0, 0.3, high * 0.97, from_deg=180, to_deg=360, points=16), rim[1]), shade=0.86),
    ]


def hat(rng: np.random.Generator) -> list[Part]:
    """A brimmed hat with a ribbon."""
    high = rng.uniform(-0.62, -0.45)
    crown = join(
        polygon(-0.54, 0.2, -0.46, high + 0.1),
        ellipse(0, high + 0.1, 0.46, 0.16, from_deg=180, to_deg=360, points=14),
        polygon(0.54, 0.2),
    )
    return [
        body(ellipse(0, 0.26, 0.96, 0.26), shade=0.84),
        body(crown),
        fixed((60, 56, 66), polygon(-0.53, 0.04, 0.53, 0.04, 0.55, 0.22, -0.55, 0.22)),
    ]


def shirt(rng: np.random.Generator) -> list[Part]:
    """A short-sleeved shirt, laid flat."""
    long = rng.uniform(0.75, 0.92)
    outline = polygon(
        -0.3,
        -0.78,
        0.3,
        -0.78,
        0.6,
        -0.66,
        0.96,
        -0.12,
        0.68,
        0.1,
        0.52,
        -0.14,
        0.52,
        long,
        -0.52,
        long,
        -0.52,
        -0.14,
        -0.68,
        0.1,
        -0.96,
        -0.12,
        -0.6,
        -0.66,
    )
    neck = ellipse(0, -0.78, 0.24, 0.2, from_deg=0, to_deg=180, points=12)
    sleeve = polygon(0.6, -0.66, 0.96, -0.12, 0.68, 0.1, 0.52, -0.14)
    return [
        body(outline),
        body(sleeve, shade=0.86),
        body(sleeve * (-1.0, 1.0), shade=0.86),
        fixed((206, 196, 186), neck),
        body(rectangle(-0.52, long - 0.1, 0.52, long), shade=0.82),
    ]


def bag(rng: np.random.Generator) -> list[Part]:
    """A handbag with a loop handle, a flap and a clasp."""
    wide = rng.uniform(0.66, 0.8)
    loop = rng.uniform(0.34, 0.44)
    sides = polygon(-wide + 0.1, -0.2, wide - 0.1, -0.2, wide, 0.88, -wide, 0.88)
    flap = polygon(-wide + 0.08, -0.22, wide - 0.08, -0.22, wide - 0.06, 0.2, 0, 0.44, -wide + 0.06, 0.2)
    return [
        body(ellipse(0, -0.2, loop, 0.7), ellipse(0, -0.2, loop - 0.12, 0.57), shade=0.8),
        body(sides),
        body(flap, shade=0.84),
        fixed((216, 186, 96), rounded_rectangle(-0.09, 0.3, 0.09, 0.48, 0.05)),
    ]


def ball(rng: np.random.Generator) -> list[Part]:
    """A ball with a highlight."""
    radius = rng.uniform(0.9, 0.95)
    return [body(ellipse(0, 0, radius, radius, points=44), rounded=True)]


def star(rng: np.random.Generator) -> list[Part]:
    """A five-pointed star."""
    return [body(star_outline(5, rng.uniform(0.4, 0.48), 0.95))]


def heart(rng: np.random.Generator) -> list[Part]:
    """A heart."""
    t = np.linspace(0, 2 * np.pi, 52)
    x = 16 * np.sin(t) ** 3 / 17
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 17
    return [body(np.stack([x, y * rng.uniform(0.92, 1.05)], axis=1))]
