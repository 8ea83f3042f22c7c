"""From square uint8 crops to the tensors that the networks take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# CLIP's means and deviations (open_clip's constants), on the 0-255 scale; ours only centre the input.
_MEAN = torch.tensor((0.48145466, 0.4578275, 0.40821073)).view(1, 3, 1, 1) * 255
_STD = torch.tensor((0.26862954, 0.26130258, 0.27577711)).view(1, 3, 1, 1) * 255


def fit_square(image_rgb: NDArray[np.uint8], *, side: int) -> NDArray[np.uint8]:
    """Resize to side x side, whatever the shape: areas when shrinking, bicubic when growing.

    TAS resizes bicubically with antialiasing (methods.md 1.2); OpenCV's bicubic has none, so shrinking
    takes area means.
    """
    height, width = image_rgb.shape[:2]
    if (height, width) == (side, side):
        return image_rgb
    way = cv2.INTER_AREA if max(height, width) > side else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image_rgb, (side, side), interpolation=way), dtype=np.uint8)


def stack_squares(crops_rgb: Sequence[NDArray[np.uint8]], *, side: int) -> torch.Tensor:
    """Fit crops and stack them: uint8, shape (N, 3, side, side)."""
    stacked = np.stack([fit_square(crop, side=side) for crop in crops_rgb])
    return torch.from_numpy(stacked).permute(0, 3, 1, 2)


def normalise(pixels: torch.Tensor) -> torch.Tensor:
    """Pixels on the 0-255 scale, shape (N, 3, H, W), to float32 of about unit variance."""
    return (pixels.float() - _MEAN.to(pixels.device)) / _STD.to(pixels.device)
