"""Crops in colours of their own, for texts that name none.

Shapes and colours come in fewer combinations in training than anywhere else, and a small network learns
the combinations: a car that was never red is then no car when it is. Crops whose colours were turned at
random, against texts that are silent on colour, teach it to see the kind of a thing whatever its colour.
"""

from __future__ import annotations

import math

import torch

_TO_YIQ = torch.tensor([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]])
_FROM_YIQ = torch.linalg.inv(_TO_YIQ)
_SATURATION = (0.0, 1.6)
_CONTRAST = (0.35, 1.1)


def recolour(pixels: torch.Tensor, *, rng: torch.Generator | None = None) -> torch.Tensor:
    """Turn the hues of each crop, and stretch its saturation and brightness, by amounts of its own.

    Black stays black, since that is what surrounds a crop.

    Args:
        pixels: (N, 3, height, width) RGB on the 0-255 scale.
        rng: source of the amounts; torch's own by default.

    Returns:
        The same shape and range.
    """
    count = len(pixels)
    angle, saturation, contrast, lift = torch.rand(4, count, generator=rng)
    angle = 2 * math.pi * angle
    saturation = _SATURATION[0] + (_SATURATION[1] - _SATURATION[0]) * saturation
    contrast = _CONTRAST[0] + (_CONTRAST[1] - _CONTRAST[0]) * contrast
    turn = torch.zeros(count, 3, 3)
    turn[:, 0, 0] = contrast
    turn[:, 1, 1] = turn[:, 2, 2] = contrast * saturation * angle.cos()
    turn[:, 1, 2] = -contrast * saturation * angle.sin()
    turn[:, 2, 1] = contrast * saturation * angle.sin()
    matrix = _FROM_YIQ @ turn @ _TO_YIQ
    turned = torch.einsum("nij,njhw->nihw", matrix, pixels)
    shown = pixels.amax(1, keepdim=True) > 0
    brighter = 255 * (1 - contrast).clamp(min=0) * lift
    turned = turned + brighter[:, None, None, None] * shown
    return turned.clamp(0, 255)
