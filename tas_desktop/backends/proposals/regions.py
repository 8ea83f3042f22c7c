"""Superpixels of an image as a graph of small regions with colour, texture and boundary statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COLOUR_BINS = 12
_ORIENTATIONS = 8
_STRENGTHS = 3


@dataclass(frozen=True, eq=False)
class RegionGraph:
    """S regions of an image and the E pairs of them that touch.

    Attributes:
        labels_hw: int32, (height, width), 0 to S-1.
        area: pixels of each region, (S,).
        colour: mean of the feature channels, (S, 3).
        colour_histogram, texture_histogram: rows that sum to 1.
        box_xyxy: int, (S, 4), upper ends exclusive.
        pairs: int, (E, 2), first below second.
        border: pixel edges shared by each pair, (E,).
        contrast: sum of edge strength over those, (E,).
    """

    labels_hw: NDArray[np.int32]
    area: NDArray[np.float64]
    colour: NDArray[np.float64]
    colour_histogram: NDArray[np.float64]
    texture_histogram: NDArray[np.float64]
    box_xyxy: NDArray[np.int64]
    pairs: NDArray[np.int64]
    border: NDArray[np.float64]
    contrast: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.area)


def build_graph(
    labels_hw: NDArray[np.int32], *, channels_hwc: NDArray[np.float32], edges_hw: NDArray[np.float32]
) -> RegionGraph:
    """Measure regions and their borders.

    Args:
        labels_hw: region of each pixel, 0 to S-1 without gaps.
        channels_hwc: three colour channels, each about 0-1.
        edges_hw: edge strength of each pixel.
    """
    count = int(labels_hw.max()) + 1
    flat = labels_hw.ravel()
    area = np.bincount(flat, minlength=count).astype(float)
    colour = np.stack(
        [np.bincount(flat, channels_hwc[..., c].ravel(), count) / area for c in range(3)], axis=1
    )
    levels = np.clip(channels_hwc * _COLOUR_BINS, 0, _COLOUR_BINS - 1).astype(np.int64)
    colour_histogram = _histogram(
        flat, [levels[..., c].ravel() + c * _COLOUR_BINS for c in range(3)], 3 * _COLOUR_BINS, count
    )
    texture = _texture_codes(channels_hwc[..., 0])
    texture_histogram = _histogram(flat, [texture.ravel()], _ORIENTATIONS * _STRENGTHS, count)
    pairs, border, contrast = _borders(labels_hw, edges_hw, count)
    return RegionGraph(
        labels_hw,
        area,
        colour,
        colour_histogram,
        texture_histogram,
        _boxes(labels_hw, count),
        pairs,
        border,
        contrast,
    )


def _histogram(
    flat: NDArray[np.int32], codes: list[NDArray[np.int64]], bins: int, count: int
) -> NDArray[np.float64]:
    """Share of each code per region, averaged over the code arrays; (count, bins)."""
    total = sum(np.bincount(flat * bins + code, minlength=count * bins) for code in codes)
    table = np.asarray(total, dtype=float).reshape(count, bins)
    return table / table.sum(1, keepdims=True)


def _texture_codes(lightness_hw: NDArray[np.float32]) -> NDArray[np.int64]:
    """Gradient orientation and strength of each pixel as one code."""
    dx = cv2.Sobel(lightness_hw, cv2.CV_32F, 1, 0, ksize=3)
    dy = cv2.Sobel(lightness_hw, cv2.CV_32F, 0, 1, ksize=3)
    strength = np.digitize(np.hypot(dx, dy), (0.08, 0.35))
    angle = np.mod(np.arctan2(dy, dx), 2 * np.pi) * (_ORIENTATIONS / (2 * np.pi))
    direction = np.minimum(angle.astype(np.int64), _ORIENTATIONS - 1)
    return np.asarray(direction + _ORIENTATIONS * strength, np.int64)


def _boxes(labels_hw: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    height, width = labels_hw.shape
    box = np.empty((count, 4), np.int64)
    box[:, :2], box[:, 2:] = max(height, width), 0
    ys, xs = np.divmod(np.arange(labels_hw.size), width)
    flat = labels_hw.ravel()
    np.minimum.at(box[:, 0], flat, xs)
    np.minimum.at(box[:, 1], flat, ys)
    np.maximum.at(box[:, 2], flat, xs + 1)
    np.maximum.at(box[:, 3], flat, ys + 1)
    return box


def _borders(
    labels_hw: NDArray[np.int32], edges_hw: NDArray[np.float32], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Touching pairs, their border lengths and summed edge strengths."""
    keys, strengths = [], []
    for one, other in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
        a, b = labels_hw[one].ravel().astype(np.int64), labels_hw[other].ravel().astype(np.int64)
        here = a != b
        keys.append((np.minimum(a, b) * count + np.maximum(a, b))[here])
        strengths.append(np.maximum(edges_hw[one], edges_hw[other]).ravel()[here])
    unique, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    border = np.bincount(inverse, minlength=len(unique)).astype(float)
    contrast = np.bincount(inverse, np.concatenate(strengths), len(unique))
    return np.stack(np.divmod(unique, count), axis=1), border, np.asarray(contrast, float)
