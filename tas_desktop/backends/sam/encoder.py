"""A small convolutional image encoder for ``segment_anything``'s Sam.

The plan is a pyramid with residual blocks down to stride 32, read back to one embedding at stride 8
(feature pyramid networks, Lin et al. 2017). Stride 8 instead of Sam's 16 keeps small objects apart;
the finest maps reach the embedding by pixel-unshuffle, so that nothing is averaged away. It takes the
place of ``ImageEncoderViT``: Sam only asks for ``img_size`` and for a (B, C, h, w) embedding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

if TYPE_CHECKING:
    from collections.abc import Sequence

STRIDE = 8


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions beside an identity; the first may be dilated to see further."""

    def __init__(self, channels: int, *, dilation: int = 1) -> None:
        super().__init__()
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        y = self.conv1(F.relu(self.norm1(x)))
        y = self.conv2(F.relu(self.norm2(y)))
        return x + y


def _reduction(inputs: int, outputs: int, *, kernel: int = 3) -> nn.Sequential:
    """Halve the resolution: strided convolution, normalisation, rectifier."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride=2, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


class ConvEncoder(nn.Module):
    """Image (B, 3, S, S), normalised, to embedding (B, out_channels, S/8, S/8).

    Args:
        image_size: side S of the square input in pixels, a multiple of 32.
        widths: channels at strides 2, 4, 8, 16 and 32.
        out_channels: channels of the embedding, the mask decoder's width.
    """

    def __init__(self, image_size: int, *, widths: Sequence[int], out_channels: int) -> None:
        super().__init__()
        w2, w4, w8, w16, w32 = widths
        self.img_size = image_size
        self.down4 = nn.Sequential(_reduction(3, w2, kernel=5), _reduction(w2, w4), ResidualBlock(w4))
        self.down8 = nn.Sequential(_reduction(w4, w8), ResidualBlock(w8), ResidualBlock(w8))
        self.down16 = nn.Sequential(
            _reduction(w8, w16), ResidualBlock(w16), ResidualBlock(w16, dilation=2), ResidualBlock(w16)
        )
        self.down32 = nn.Sequential(
            _reduction(w16, w32), ResidualBlock(w32), ResidualBlock(w32, dilation=2), ResidualBlock(w32)
        )
        self.lateral4 = nn.Sequential(nn.PixelUnshuffle(2), nn.Conv2d(4 * w4, w8, 1))
        self.lateral8 = nn.Conv2d(w8, w8, 1)
        self.lateral16 = nn.Conv2d(w16, w8, 1)
        self.lateral32 = nn.Conv2d(w32, w8, 1)
        self.blend = nn.Sequential(ResidualBlock(w8), nn.BatchNorm2d(w8), nn.ReLU())
        self.project = nn.Conv2d(w8, out_channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = x.contiguous(memory_format=torch.channels_last)
        x4 = self.down4(x)
        x8 = self.down8(x4)
        x16 = self.down16(x8)
        x32 = self.down32(x16)
        y = self.lateral16(x16) + _enlarge(self.lateral32(x32))
        y = self.lateral8(x8) + self.lateral4(x4) + _enlarge(y)
        embedding: Tensor = self.project(self.blend(y))
        return embedding


def _enlarge(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
