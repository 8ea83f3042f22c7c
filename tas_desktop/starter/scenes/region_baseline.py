"""A plain region hierarchy without training: what a scene gives away for nothing.

Felzenszwalb superpixels (scikit-image), merged greedily by the distance of their mean Lab colours. If
this finds the objects, the scenes measure nothing (design: starter-pack.md section 9).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.scene import Scene

MAX_REGIONS = 60
SCALE = 100
"""Felzenszwalb's scale: the most favourable of 30, 100, 200 and 400 on validation scenes."""

_SIGMA = 0.8
_MIN_REGION_PX = 60
_AREA_SHARES = (0.0012, 0.5)


def best_overlaps(scene: Scene) -> NDArray[np.float64]:
    """Best IoU of each labelled object with any of at most 60 regions: float64, one per object."""
    superpixels_hw = _superpixels(scene.image_rgb)
    areas = np.bincount(superpixels_hw.ravel()).astype(np.float64)
    regions = _choose_regions(_merge_all(superpixels_hw, scene.image_rgb), areas)
    best = np.zeros(len(scene.objects))
    for index in range(len(scene.objects)):
        mask_hw = scene.mask_hw(index)
        inside = np.bincount(superpixels_hw[mask_hw], minlength=len(areas)).astype(np.float64)
        for members in regions:
            shared = inside[members].sum()
            best[index] = max(best[index], shared / (mask_hw.sum() + areas[members].sum() - shared))
    return best


def _superpixels(image_rgb: NDArray[np.uint8]) -> NDArray[np.int64]:
    from skimage.segmentation import felzenszwalb

    segments = felzenszwalb(image_rgb, scale=SCALE, sigma=_SIGMA, min_size=_MIN_REGION_PX)
    return np.asarray(segments, dtype=np.int64)


def _merge_all(superpixels_hw: NDArray[np.int64], image_rgb: NDArray[np.uint8]) -> list[NDArray[np.int64]]:
    """Every node of the hierarchy as superpixel numbers: leaves first, the whole picture last."""
    from skimage.color import rgb2lab

    count = int(superpixels_hw.max()) + 1
    flat = superpixels_hw.ravel()
    areas = np.bincount(flat, minlength=count).astype(np.float64)
    lab = rgb2lab(image_rgb).reshape(-1, 3)
    means = np.stack([np.bincount(flat, lab[:, c], count) / areas for c in range(3)], axis=1)
    touching = _touching(superpixels_hw, count)
    distances = np.linalg.norm(means[:, None] - means[None], axis=2)
    distances[~touching] = np.inf
    members = [np.array([k]) for k in range(count)]
    nodes = list(members)
    while np.isfinite(distances).any():
        keep, drop = np.unravel_index(int(np.argmin(distances)), distances.shape)
        total = areas[keep] + areas[drop]
        means[keep] = (means[keep] * areas[keep] + means[drop] * areas[drop]) / total
        areas[keep] = total
        members[keep] = np.concatenate([members[keep], members[drop]])
        nodes.append(members[keep])
        touching[keep] |= touching[drop]
        touching[:, keep] = touching[keep]
        touching[drop] = touching[:, drop] = False
        touching[keep, keep] = False
        row = np.where(touching[keep], np.linalg.norm(means - means[keep], axis=1), np.inf)
        distances[drop] = distances[:, drop] = np.inf
        distances[keep] = distances[:, keep] = row
    return nodes


def _touching(superpixels_hw: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    touching = np.zeros((count, count), bool)
    for one, other in (
        (superpixels_hw[:, 1:], superpixels_hw[:, :-1]),
        (superpixels_hw[1:], superpixels_hw[:-1]),
    ):
        border = one != other
        touching[one[border], other[border]] = True
        touching[other[border], one[border]] = True
    return touching


def _choose_regions(nodes: list[NDArray[np.int64]], areas: NDArray[np.float64]) -> list[NDArray[np.int64]]:
    """The last-formed nodes of object size: the most that a plain hierarchy can stand for."""
    smallest, largest = (share * areas.sum() for share in _AREA_SHARES)
    sized = [node for node in nodes if smallest < areas[node].sum() < largest]
    return sized[-MAX_REGIONS:]
