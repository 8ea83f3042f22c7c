"""Masks with the faults of real proposals: loose edges, pieces, leaks, pure ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MIN_AREA_PX = 60
_MIN_GROUND_PX = 300
_BLOB_SIDE = (0.08, 0.36)


def shake_edges(mask_hw: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Grow, shrink, open, close, roughen or coarsen a mask by a few pixels, or leave it as it is."""
    choice = int(rng.integers(6))
    mask = mask_hw.astype(np.uint8)
    if choice == 0:
        return mask_hw
    if choice == 5:
        return _keep_size(_coarsen(mask, rng), mask_hw)
    side = int(rng.choice((3, 5, 7)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    operation = (cv2.MORPH_DILATE, cv2.MORPH_ERODE, cv2.MORPH_OPEN, cv2.MORPH_CLOSE)[choice - 1]
    return _keep_size(cv2.morphologyEx(mask, operation, kernel) > 0, mask_hw)


def cut_part(mask_hw: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_] | None:
    """A piece of an object: a strip along one side, 20 to 45 % of its box; None when it is too small."""
    rows, columns = np.flatnonzero(mask_hw.any(1)), np.flatnonzero(mask_hw.any(0))
    y0, y1, x0, x1 = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    share = rng.uniform(0.2, 0.45)
    dy, dx = max(4, int((y1 - y0) * share)), max(4, int((x1 - x0) * share))
    windows = (np.s_[y0 : y0 + dy, :], np.s_[y1 - dy : y1, :], np.s_[:, x0 : x0 + dx], np.s_[:, x1 - dx : x1])
    piece = np.zeros_like(mask_hw)
    window = windows[rng.integers(4)]
    piece[window] = mask_hw[window]
    return piece if piece.sum() >= MIN_AREA_PX else None


def leak(
    mask_hw: NDArray[np.bool_], ground_hw: NDArray[np.bool_], rng: np.random.Generator
) -> NDArray[np.bool_]:
    """An object whose mask runs out into the ground beside it, by up to about a quarter of its area."""
    rows, columns = np.nonzero(mask_hw)
    centre = rng.integers(len(rows))
    radius = 0.35 * float(np.sqrt(len(rows))) * rng.uniform(0.6, 1.2)
    blob = np.zeros(mask_hw.shape, np.uint8)
    cv2.circle(blob, (int(columns[centre]), int(rows[centre])), int(radius) + 1, 1, -1)
    return mask_hw | ((blob > 0) & ground_hw)


def draw_blob(ground_hw: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_] | None:
    """A random box or ellipse on the ground; None when the ground has no room for one."""
    height, width = ground_hw.shape
    for _ in range(8):
        w, h = (rng.uniform(*_BLOB_SIDE, size=2) * min(height, width)).astype(int) + 2
        x, y = int(rng.integers(0, width - w)), int(rng.integers(0, height - h))
        blob = np.zeros(ground_hw.shape, np.uint8)
        if rng.random() < 0.4:
            blob[y : y + h, x : x + w] = 1
        else:
            middle, axes = (int(x + w // 2), int(y + h // 2)), (int(w // 2) + 1, int(h // 2) + 1)
            cv2.ellipse(blob, middle, axes, float(rng.uniform(0, 180)), 0, 360, 1, -1)
        found = (blob > 0) & ground_hw
        if found.sum() >= _MIN_GROUND_PX:
            return found
    return None


def touching_pairs(instance_hw: NDArray[np.int16]) -> list[tuple[int, int]]:
    """Pairs of labelled objects with neighbouring pixels: what a proposal may melt together."""
    pairs: set[tuple[int, int]] = set()
    for one, other in ((instance_hw[:, 2:], instance_hw[:, :-2]), (instance_hw[2:], instance_hw[:-2])):
        meet = (one != other) & (one >= 0) & (other >= 0)
        codes = np.unique(np.minimum(one, other)[meet].astype(np.int64) * 64 + np.maximum(one, other)[meet])
        pairs.update((int(code) // 64, int(code) % 64) for code in codes)
    return sorted(pairs)


def _coarsen(mask: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.bool_]:
    """As a small network draws it: on a coarse grid, then enlarged."""
    height, width = mask.shape
    factor = int(rng.choice((3, 4, 6)))
    small = cv2.resize(
        mask.astype(np.float32), (width // factor, height // factor), interpolation=cv2.INTER_AREA
    )
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR) > 0.5)


def _keep_size(changed: NDArray[np.bool_], before: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Fall back to the mask before when little is left of it."""
    return changed if changed.sum() >= max(MIN_AREA_PX, 0.5 * before.sum()) else before
