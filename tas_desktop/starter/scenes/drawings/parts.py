"""Parts of a drawing: outlines in the unit square with y downwards, and how each is filled."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Outline = NDArray[np.float64]
"""float64, N x 2: x and y of a closed polygon, about -1..1."""

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Part:
    """One filled region of a drawing.

    Attributes:
        outlines: contours filled even-odd, so that a contour inside another is a hole.
        fixed_rgb: the part's own colour; None takes the object's colour and pattern.
        shade: factor on the fill, at least 0.7 for the object's colour: darker, orange turns brown.
        rounded: shaded like a sphere, with a highlight.
    """

    outlines: tuple[Outline, ...]
    fixed_rgb: Rgb | None = None
    shade: float = 1.0
    rounded: bool = False


Drawing = Callable[[np.random.Generator], list[Part]]
"""Draws one category anew, with proportions varied by the generator."""


def polygon(*coordinates: float) -> Outline:
    """Outline from x0, y0, x1, y1 and so on."""
    return np.asarray(coordinates, dtype=np.float64).reshape(-1, 2)


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Outline:
    """Axis-parallel rectangle."""
    return polygon(x0, y0, x1, y0, x1, y1, x0, y1)


def ellipse(
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    *,
    from_deg: float = 0.0,
    to_deg: float = 360.0,
    points: int = 32,
) -> Outline:
    """Arc or whole of an ellipse; 0 degrees points right, 90 down."""
    t = np.radians(np.linspace(from_deg, to_deg, points))
    return np.stack([cx + rx * np.cos(t), cy + ry * np.sin(t)], axis=1)


def rounded_rectangle(x0: float, y0: float, x1: float, y1: float, radius: float) -> Outline:
    """Rectangle with quarter-circle corners."""
    corners = ((x1, y0, -90, -1, 1), (x1, y1, 0, -1, -1), (x0, y1, 90, 1, -1), (x0, y0, 180, 1, 1))
    return np.vstack(
        [
            ellipse(
                x + sx * radius,
                y + sy * radius,
                radius,
                radius,
                from_deg=a,
                to_deg=a + 90,
                points=7,
            )
            for x, y, a, sx, sy in corners
        ]
    )


def star_outline(points: int, inner: float, outer: float) -> Outline:
    """Star with `points` tips, one of them up."""
    t = np.arange(2 * points) * math.pi / points - math.pi / 2
    radius = np.where(np.arange(2 * points) % 2 == 0, outer, inner)
    return np.stack([radius * np.cos(t), radius * np.sin(t)], axis=1)


def join(*outlines: Outline) -> Outline:
    """One outline out of consecutive pieces."""
    return np.vstack(outlines)


def body(*outlines: Outline, shade: float = 1.0, rounded: bool = False) -> Part:
    """Part in the object's own colour and pattern."""
    return Part(outlines, shade=shade, rounded=rounded)


def fixed(rgb: Rgb, *outlines: Outline) -> Part:
    """Part whose colour does not follow the object's."""
    return Part(outlines, fixed_rgb=rgb)
