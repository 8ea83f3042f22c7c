"""Where proposals lie, taken once per image so that no keystroke decodes a mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal


def centroid_xy(mask_hw: NDArray[np.bool_]) -> tuple[float, float]:
    """Mean column and mean row index of a mask with at least one pixel."""
    rows = np.count_nonzero(mask_hw, axis=1)
    columns = np.count_nonzero(mask_hw, axis=0)
    total = rows.sum()
    x = float(np.dot(columns, np.arange(columns.size)) / total)
    y = float(np.dot(rows, np.arange(rows.size)) / total)
    return x, y


def boxes_xywh(proposals: Sequence[Proposal]) -> NDArray[np.float64]:
    """Tight boxes in pixels, float64, shape (N, 4)."""
    return np.array([p.mask.box_xywh for p in proposals], dtype=np.float64).reshape(-1, 4)


def areas_px(proposals: Sequence[Proposal]) -> NDArray[np.float64]:
    """Pixels of each mask, float64, shape (N,)."""
    return np.array([p.mask.area for p in proposals], dtype=np.float64)
