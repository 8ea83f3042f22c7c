"""Colour spaces in which regions are told apart, and the edges in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EDGE_SIGMA = 1.5


def lab_channels(image_rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """CIE Lab of a uint8 RGB image as float32 (height, width, 3): lightness 0-1, a and b around 0.5."""
    lab = cv2.cvtColor(image_rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    scaled = lab / np.array((100, 128, 128), np.float32) + np.array((0, 0.5, 0.5), np.float32)
    return np.ascontiguousarray(scaled, np.float32)


def polar_channels(image_rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Value and the saturation vector at the hue's angle: HSV without its jump at red, about 0-1."""
    hsv = cv2.cvtColor(image_rgb.astype(np.float32) / 255, cv2.COLOR_RGB2HSV)
    angle = np.radians(hsv[..., 0])
    vector = [hsv[..., 1] * turn(angle) * 0.5 + 0.5 for turn in (np.cos, np.sin)]
    return np.stack([hsv[..., 2], *vector], axis=-1).astype(np.float32)


def edge_strength(channels_hwc: NDArray[np.float32]) -> NDArray[np.float32]:
    """Gradient magnitude of blurred channels, about 0-1, float32 (height, width)."""
    blurred = cv2.GaussianBlur(channels_hwc, (0, 0), _EDGE_SIGMA)
    dx = cv2.Sobel(blurred, cv2.CV_32F, 1, 0, ksize=3)
    dy = cv2.Sobel(blurred, cv2.CV_32F, 0, 1, ksize=3)
    strength: NDArray[np.float32] = np.sqrt((dx**2 + dy**2).sum(-1)) / 2
    return strength
