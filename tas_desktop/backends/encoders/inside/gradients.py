"""Derivatives of a picture's feature, for Grad-CAM of every text at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE = 64


def derivatives_along(
    feature: Callable[[torch.Tensor], torch.Tensor], directions: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """A feature where all activations stand, and its derivatives as they are all moved the same way.

    Grad-CAM weighs channel c by the mean over places of the score's derivative by the activations of that
    channel, which is the derivative by a shift of the channel everywhere, over the number of places. The
    heat of a place is the inner product of those weights with its activation: the derivative along it.

    Args:
        feature: of a shift of all places, shape (C,), to shape (D,); of plain operations only.
        directions: shape (G, C).

    Returns:
        The feature at no shift, shape (D,), and its derivative along each direction, shape (G, D).
    """
    origin = torch.zeros_like(directions[0])

    def along(direction: torch.Tensor) -> torch.Tensor:
        moved: torch.Tensor = torch.func.jvp(feature, (origin,), (direction,))[1]
        return moved

    return feature(origin), torch.func.vmap(along, chunk_size=_AT_ONCE)(directions)
