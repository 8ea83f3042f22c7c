"""The largest-k gate of Ref-Diff (methods.md 5.3, 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.engine.geometry import areas_px
from tas_desktop.engine.judged import Judgement

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.engine.analysis import ImageAnalysis


def gate_largest(
    analysis: ImageAnalysis, total_n: NDArray[np.float64], *, keep_largest: int, floor_px: int
) -> Judgement | None:
    """Put all but the largest masks last; None where all pass.

    Where no mask is large enough the floor does not hold, so that something is left; upstream fails there.

    Args:
        analysis: the image.
        total_n: scores, shape (N,).
        keep_largest: how many pass; 0 for all.
        floor_px: they must have more pixels.
    """
    area_n = areas_px(analysis.proposals)
    kept_n = area_n > floor_px
    if not kept_n.any():
        kept_n = np.ones(len(area_n), dtype=bool)
    if keep_largest:
        order = np.argsort(-area_n, kind="stable")
        largest_n = np.zeros(len(area_n), dtype=bool)
        largest_n[order[:keep_largest]] = True
        kept_n &= largest_n
    if kept_n.all():
        return None
    return Judgement(np.where(kept_n, 0.0, -(float(np.ptp(total_n)) + 1.0)), kept_n, acted=False)
