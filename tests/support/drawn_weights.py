"""Random weights by which a network's outputs depend on its inputs, and pictures to show that they do.

As initialised for training, most networks give nearly the same for every picture (BLIP's image tower is
drawn with a deviation of 1e-10). Tests that compare two ways to run one network would then prove nothing.
"""

from __future__ import annotations

import numpy as np
import torch


def draw_weights(network, *, seed=5, gain=1.0, sharper=()):
    """Draw every weight anew, so that signals keep their size through the layers.

    Args:
        network: changed in place.
        seed: of the draw.
        gain: deviation of a matrix's outputs, for inputs of deviation 1.
        sharper: (part of a name, factor) for weights that are to count for more.
    """
    made = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in network.named_parameters():
            factor = np.prod([factor for part, factor in sharper if part in name]) if sharper else 1.0
            if weight.ndim >= 2:
                inputs = weight[0].numel() if "embed" not in name else 1
                deviation = gain * float(factor) / inputs**0.5
                weight.copy_(torch.randn(weight.shape, generator=made) * deviation)
            elif "bias" in name:
                weight.copy_(torch.randn(weight.shape, generator=made) * 0.1)
            elif weight.ndim == 1:
                weight.copy_(1 + torch.randn(weight.shape, generator=made) * 0.1)
    return network.eval()


def settle_norms(network, run):
    """Let batch norms take the means and deviations of what ``run`` sends through, as training would.

    Without it the ReLUs of a deep random ResNet leave the same large mean to all pictures.
    """
    norms = [part for part in network.modules() if isinstance(part, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = None
        norm.reset_running_stats()
    if norms:
        network.train()
        with torch.no_grad():
            run()
    return network.eval()


def eight_pictures():
    """uint8 squares, and some one row short of it, that look different; sides of 40 to 300 pixels."""
    chance = np.random.default_rng(11)
    pictures = []
    for number, side in enumerate((300, 224, 120, 64, 65, 180, 257, 40)):
        rows, columns = np.mgrid[:side, :side]
        waves = np.sin(rows * (number + 1) / 9) * np.cos(columns * (8 - number) / 7)
        disc = np.hypot(rows - side * 0.4, columns - side * 0.6) < side * (0.1 + 0.04 * number)
        tint = chance.integers(20, 236, 3)
        picture = 128 + 90 * waves[..., None] * (tint / 128 - 1)
        picture[disc] = chance.integers(0, 256, 3)
        picture += chance.normal(0, 8, picture.shape)
        pictures.append(np.clip(picture, 0, 255).astype(np.uint8)[: side - number % 2])
    return pictures
