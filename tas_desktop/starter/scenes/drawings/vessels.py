"""Mug, bottle, teapot."""

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
)


def mug(rng: np.random.Generator) -> list[Part]:
    """A straight mug with a handle and a dark opening."""
    narrow = rng.uniform(0.0, 0.12)
    lip = rng.uniform(0.12, 0.2)
    side = join(
        polygon(-0.85, -0.7, 0.5, -0.7),
        ellipse(-0.175, 0.72, 0.675 - narrow, 0.18, from_deg=0, to_deg=180, points=16),
    )
    return [
        body(ellipse(0.52, 0.05, 0.43, 0.45), ellipse(0.52, 0.05, 0.26, 0.28), shade=0.82),
        body(side),
        body(ellipse(-0.175, -0.7, 0.675, lip), shade=1.12),
        fixed((92, 74, 62), ellipse(-0.175, -0.68, 0.57, lip * 0.72)),
    ]


def bottle(rng: np.random.Generator) -> list[Part]:
    """A bottle with shoulders, a cap and a paper label."""
    neck = rng.uniform(0.12, 0.18)
    width = rng.uniform(0.36, 0.46)
    shoulder = rng.uniform(-0.35, -0.15)
    right = ellipse(0, shoulder + 0.28, width, 0.3, from_deg=-66, to_deg=0, points=8)
    left = ellipse(0, shoulder + 0.28, width, 0.3, from_deg=180, to_deg=246, points=8)
    outline = join(
        polygon(-neck, -0.75, neck, -0.75),
        right,
        polygon(width, 0.95, -width, 0.95),
        left,
    )
    label = rectangle(-width, 0.28, width, 0.62)
    return [
        body(outline),
        fixed((105, 100, 96), rectangle(-neck - 0.04, -0.95, neck + 0.04, -0.74)),
        fixed((236, 231, 212), label),
        body(rectangle(width * 0.62, 0.3, width * 0.8, 0.6), shade=0.8),
    ]


def teapot(rng: np.random.Generator) -> list[Part]:
    """A round pot with spout, handle and a lid with a knob."""
    lift = rng.uniform(-0.12, 0.05)
    handle = ellipse(-0.62, 0.08, 0.36, 0.36), ellipse(-0.62, 0.08, 0.22, 0.22)
    spout = polygon(0.4, 0.35, 0.72, 0.02, 0.8, -0.3 + lift, 0.98, -0.28 + lift, 0.9, 0.22, 0.5, 0.62)
    return [
        body(*handle, shade=0.85),
        body(spout, shade=0.85),
        body(ellipse(-0.02, 0.2, 0.62, 0.55), rounded=True),
        body(ellipse(-0.02, -0.3, 0.36, 0.16, from_deg=180, to_deg=360, points=16), shade=0.8),
        body(ellipse(-0.02, -0.5, 0.09, 0.09, points=16), shade=0.9),
        body(rectangle(-0.34, 0.7, 0.3, 0.8), shade=0.75),
    ]
