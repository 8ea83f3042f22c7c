"""Non-maximum suppression of boxes, without torchvision's compiled operator.

That operator is missing beside a CPU build of torch (``backends.torchvision_ops``), and the boxes of a few
hundred masks are no work for a device.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def suppress_boxes(
    boxes_xyxy: NDArray[np.float32], scores_n: NDArray[np.float32], *, iou: float
) -> NDArray[np.intp]:
    """Which boxes stay when each drops the later ones that overlap it.

    Meets ``torchvision.ops.nms``: float32 arithmetic, boxes without a border of their own, equal scores
    in the order given.

    Args:
        boxes_xyxy: float32 (N, 4), left, top, right, bottom.
        scores_n: float32 (N,).
        iou: overlap above which the box of the lower score goes.

    Returns:
        indices of those that stay, highest score first.
    """
    order = np.argsort(-scores_n, kind="stable")
    left, top, right, bottom = boxes_xyxy[order].T
    area = (right - left) * (bottom - top)
    alive = np.ones(len(order), bool)
    for at in range(len(order)):
        if not alive[at]:
            continue
        later = slice(at + 1, None)
        width = np.minimum(right[at], right[later]) - np.maximum(left[at], left[later])
        height = np.minimum(bottom[at], bottom[later]) - np.maximum(top[at], top[later])
        shared = np.maximum(width, 0) * np.maximum(height, 0)
        union = area[at] + area[later] - shared
        # Two boxes without area have no union: torch's 0/0 overlaps nothing.
        alive[later] &= ~(np.divide(shared, union, out=np.zeros_like(shared), where=union > 0) > iou)
    return order[alive]
