"""Random weights of mask networks, drawn so that masks depend on the picture and the prompt.

Weights as the libraries draw them prove nothing: a random SAM ViT-B gives no mask at the paper's thresholds.
Here the mask heads are centred on what a picture's prompts say to them and scaled: every prompt then has a
mask of its own that covers a small part of the picture, with steep edges, and its own predicted IoU.
"""

from __future__ import annotations

import math

import torch

STEEPNESS = 40.0
"""Standard deviation of mask logits over a picture: well above the stability score's one logit."""

FLOOR = 6.0
"""Value of the constant channel; GELU leaves it as it is."""

COVERED = 0.05
"""Share of a picture that a mask covers on average."""

PATTERNS = 5
"""Slowly varying patterns of the embedding that masks are mixed of."""


def slow_waves(rows, columns, channels):
    """A position embedding (rows, columns, channels) in which near tokens are alike."""
    generator = torch.Generator().manual_seed(5)
    waves = torch.rand(channels, 2, generator=generator) * 2.4 - 1.2
    phases = torch.rand(channels, generator=generator) * 2 * math.pi
    y = torch.linspace(0, math.pi, rows)[:, None, None]
    x = torch.linspace(0, math.pi, columns)[None, :, None]
    return 2.0 * torch.sin(y * waves[:, 0] + x * waves[:, 1] + phases)


@torch.no_grad()
def calm_upscaling(*layers):
    """Make the pixels that a transposed convolution draws of one cell alike, as trained ones do."""
    for layer in layers:
        mean = layer.weight.mean((2, 3), keepdim=True)
        layer.weight.copy_(2 * mean + 0.3 * (layer.weight - mean))


@torch.no_grad()
def centre_heads(answer, points, *, upscaling, mask_heads, quality_head, sigmoid=False):
    """Set the last layers of the mask heads and of the IoU head from what a grid of prompts says.

    Args:
        answer: runs the decoder on prompts (K, 1, 2): logits (K, 3, h, w) and predicted IoUs (K, 3).
        points: the grid, in pixels of the network's input.
        upscaling: the layers whose sum is the last upscaling of the embedding, the transposed convolution
            first; their first channel is made constant, so that a mask head can lower its whole mask.
        mask_heads: (MLP, its last linear layer) of the three masks of an ambiguous prompt.
        quality_head: (MLP, its last linear layer) that predicts IoUs.
        sigmoid: whether the prediction goes through one.
    """
    for layer in upscaling:
        transposed = isinstance(layer, torch.nn.ConvTranspose2d)
        (layer.weight[:, 0] if transposed else layer.weight[0]).zero_()
        layer.bias[0] = FLOOR if transposed else 0.0
    said = [_Outputs(mlp) for mlp, _last in mask_heads]
    _logits, quality = answer(points)
    spoken = [outputs.stop() for outputs in said]
    patterns = _slow_patterns(answer, points[len(points) // 2 :][:1], mask_heads)
    for outputs, (_mlp, last) in zip(spoken, mask_heads, strict=True):
        _mix(patterns, last, outputs[:, 1:])
    _level(answer(points)[0], mask_heads)
    _mlp, last = quality_head
    wanted, spread = (1.6, 0.6) if sigmoid else (0.85, 0.12)
    before = torch.logit(quality.double()).float() if sigmoid else quality
    for index in range(3):
        row = last.bias.shape[0] - 3 + index  # the first row is of the mask for unambiguous prompts
        scale = spread / before[:, index].std()
        last.bias[row] = scale * (last.bias[row] - before[:, index].mean()) + wanted
        last.weight[row] *= scale


def _slow_patterns(answer, point, mask_heads):
    """Mixtures (channels - 1, PATTERNS) of the upscaled channels that vary slowly, about zero, by one."""
    kept = [(last.weight.clone(), last.bias.clone()) for _mlp, last in mask_heads]
    channels = len(kept[0][1])
    maps = []
    for start in range(0, channels, len(mask_heads)):
        for place, (_mlp, last) in enumerate(mask_heads):
            last.weight.zero_()
            last.bias.copy_(torch.eye(channels)[min(start + place, channels - 1)])
        maps.extend(answer(point)[0][0])
    for (_mlp, last), (weight, bias) in zip(mask_heads, kept, strict=True):
        last.weight.copy_(weight)
        last.bias.copy_(bias)
    up = torch.stack(maps[1:channels])
    reach = up.shape[-1] // 10 * 2 + 1
    slow = torch.nn.functional.avg_pool2d(up, reach, 1, reach // 2, count_include_pad=False)
    mean = up.mean((1, 2))
    whole, part = ((one - one.mean((1, 2), keepdim=True)).flatten(1).double() for one in (up, slow))
    spread = whole @ whole.T / whole.shape[1]
    spread += spread.trace() * (1e-5 * torch.eye(len(spread)) + 1e3 * torch.outer(mean, mean).double())
    lower = torch.linalg.cholesky(spread)
    inverse = torch.linalg.inv(lower)
    _values, vectors = torch.linalg.eigh(inverse @ (part @ part.T) @ inverse.T)
    return (inverse.T @ vectors[:, -PATTERNS:]).float()


def _mix(patterns, last, outputs):
    """Let what a head says to each prompt choose its mixture of the patterns, all of them alike often."""
    centred = (outputs - outputs.mean(0)).double()
    _left, strength, right = torch.linalg.svd(centred, full_matrices=False)
    count = min(PATTERNS, int((strength > strength[0] * 0.02).sum()))
    choose = (right[:count] * (len(outputs) ** 0.5 / strength[:count, None])).float()
    turn = patterns[:, -count:] @ choose
    last.weight[1:] = turn @ last.weight[1:]
    last.bias[1:] = turn @ (last.bias[1:] - outputs.mean(0))
    last.weight[0], last.bias[0] = 0.0, 0.0


def _level(fields, mask_heads):
    """Scale the fields of the masks and lower them until little is above the threshold."""
    for index, (_mlp, last) in enumerate(mask_heads):
        field = fields[:, index]
        scale = STEEPNESS / field.std()
        last.weight *= scale
        last.bias *= scale
        last.bias[0] -= scale * torch.quantile(field.flatten()[::37], 1 - COVERED) / FLOOR


class _Outputs:
    """What an MLP says, gathered by a hook."""

    def __init__(self, mlp):
        self._found = []
        self._hook = mlp.register_forward_hook(
            lambda _mlp, _given, out: self._found.append(out.flatten(0, -2))
        )

    def stop(self):
        """All that it said."""
        self._hook.remove()
        return torch.cat(self._found)
