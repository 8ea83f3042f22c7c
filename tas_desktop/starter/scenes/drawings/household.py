"""House, box, book, phone, television, chair, sofa, lamp."""

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

_WOOD = (98, 70, 48)
_PAPER = (240, 235, 218)
_SCREEN = (62, 78, 96)


def house(rng: np.random.Generator) -> list[Part]:
    """Walls, a gable roof, a door and two windows."""
    eaves = rng.uniform(-0.18, 0.0)
    return [
        body(rectangle(0.38, -0.88, 0.58, eaves), shade=0.75),
        body(rectangle(-0.72, eaves, 0.72, 0.9)),
        body(polygon(-0.93, eaves, 0, -0.93, 0.93, eaves), shade=0.76),
        fixed(_WOOD, rectangle(-0.15, 0.36, 0.17, 0.9)),
        fixed((182, 214, 232), rectangle(-0.56, 0.14, -0.27, 0.44), rectangle(0.3, 0.14, 0.59, 0.44)),
    ]


def box(rng: np.random.Generator) -> list[Part]:
    """A closed carton in oblique view, taped along its top."""
    d = rng.uniform(0.3, 0.45)
    y = -0.9 + d
    return [
        body(rectangle(-0.9, y, 0.9 - d, 0.9)),
        body(polygon(-0.9, y, -0.9 + d, -0.9, 0.9, -0.9, 0.9 - d, y), shade=1.14),
        body(polygon(0.9 - d, y, 0.9, -0.9, 0.9, 0.9 - d, 0.9 - d, 0.9), shade=0.74),
        fixed((214, 200, 168), rectangle(-0.12 - d / 2, y, 0.12 - d / 2, y + 0.34)),
        fixed(
            (226, 214, 186),
            polygon(-0.12 - d / 2, y, 0.12 - d / 2, y, 0.12 + d / 2, -0.9, -0.12 + d / 2, -0.9),
        ),
    ]


def book(rng: np.random.Generator) -> list[Part]:
    """A closed book with spine, page edges and a title field."""
    wide = rng.uniform(0.58, 0.72)
    return [
        fixed(_PAPER, polygon(-wide, 0.68, wide, 0.68, wide + 0.12, 0.9, -wide + 0.12, 0.92)),
        body(rectangle(-wide, -0.92, wide, 0.76)),
        body(polygon(-wide, -0.92, -wide + 0.18, -0.92, -wide + 0.18, 0.93, -wide, 0.78), shade=0.74),
        fixed(_PAPER, rectangle(-wide + 0.4, -0.55, wide - 0.2, -0.25)),
    ]


def phone(rng: np.random.Generator) -> list[Part]:
    """A mobile phone: case, screen, camera slot and button."""
    wide = rng.uniform(0.46, 0.54)
    return [
        body(rounded_rectangle(-wide, -0.95, wide, 0.95, 0.14)),
        fixed(_SCREEN, rectangle(-wide + 0.12, -0.62, wide - 0.12, 0.52)),
        fixed(
            (96, 116, 138),
            polygon(-wide + 0.12, 0.1, wide - 0.12, -0.5, wide - 0.12, -0.2, -wide + 0.12, 0.42),
        ),
        fixed((210, 212, 216), ellipse(0, 0.73, 0.1, 0.1, points=16)),
        fixed((60, 62, 66), rounded_rectangle(-0.16, -0.81, 0.16, -0.74, 0.03)),
    ]


def television(rng: np.random.Generator) -> list[Part]:
    """An old set: cabinet, screen, knobs, antenna and feet."""
    top = rng.uniform(-0.5, -0.4)
    return [
        fixed(
            (110, 110, 114),
            polygon(
                -0.04, top, -0.42, -0.93, -0.35, -0.96, 0.0, top - 0.1, 0.35, -0.96, 0.42, -0.93, 0.04, top
            ),
        ),
        fixed((84, 66, 52), rectangle(-0.62, 0.7, -0.48, 0.92), rectangle(0.48, 0.7, 0.62, 0.92)),
        body(rounded_rectangle(-0.95, top, 0.95, 0.76, 0.12)),
        fixed(_SCREEN, rounded_rectangle(-0.8, top + 0.15, 0.46, 0.6, 0.12)),
        fixed((110, 130, 150), polygon(-0.6, top + 0.28, -0.25, top + 0.28, -0.5, 0.3, -0.7, 0.3)),
        fixed(
            (222, 218, 206), ellipse(0.7, -0.1, 0.1, 0.1, points=16), ellipse(0.7, 0.2, 0.1, 0.1, points=16)
        ),
    ]


def chair(rng: np.random.Generator) -> list[Part]:
    """A kitchen chair at an angle: back, seat and four legs."""
    back = rng.uniform(0.0, 0.12)
    return [
        body(rectangle(-0.28, 0.1, -0.15, 0.68), shade=0.72),
        body(rectangle(0.52, 0.0, 0.65, 0.68), shade=0.72),
        body(polygon(-0.62, -0.95, -0.32 - back, -0.95, -0.2, 0.0, -0.5, 0.2), shade=1.0),
        body(polygon(-0.62, -0.95, -0.5, -0.95, -0.42, 0.95, -0.56, 0.95), shade=0.85),
        body(polygon(-0.54, 0.08, -0.2, -0.12, 0.68, -0.12, 0.52, 0.2, -0.48, 0.2), shade=1.08),
        body(polygon(-0.5, 0.2, 0.52, 0.2, 0.68, -0.1, 0.68, 0.06, 0.52, 0.36, -0.5, 0.36), shade=0.8),
        body(rectangle(0.38, 0.34, 0.52, 0.95), shade=0.85),
    ]


def sofa(rng: np.random.Generator) -> list[Part]:
    """A two-seater: back, arms, two cushions, short feet."""
    back = rng.uniform(-0.55, -0.42)
    return [
        fixed(_WOOD, rectangle(-0.8, 0.5, -0.66, 0.66), rectangle(0.66, 0.5, 0.8, 0.66)),
        body(rounded_rectangle(-0.8, back, 0.8, 0.3, 0.16), shade=0.9),
        body(rectangle(-0.8, 0.2, 0.8, 0.54), shade=0.76),
        body(rounded_rectangle(-0.68, 0.0, -0.02, 0.28, 0.08), shade=1.1),
        body(rounded_rectangle(0.02, 0.0, 0.68, 0.28, 0.08), shade=1.1),
        body(rounded_rectangle(-0.97, -0.14, -0.66, 0.54, 0.13)),
        body(rounded_rectangle(0.66, -0.14, 0.97, 0.54, 0.13)),
    ]


def lamp(rng: np.random.Generator) -> list[Part]:
    """A table lamp with a conical shade."""
    wide = rng.uniform(0.62, 0.76)
    return [
        fixed((122, 112, 100), rectangle(-0.06, 0.1, 0.06, 0.84)),
        fixed((92, 86, 80), ellipse(0, 0.84, 0.42, 0.12, points=22)),
        body(polygon(-0.36, -0.92, 0.36, -0.92, wide, 0.16, -wide, 0.16)),
        body(polygon(-wide * 0.97, 0.1, wide * 0.97, 0.1, wide, 0.18, -wide, 0.18), shade=0.78),
    ]
