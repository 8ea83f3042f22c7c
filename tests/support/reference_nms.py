"""torchvision's ``batched_nms`` for the families' own generators, whose compiled operator is missing.

Written plainly and apart from ``backends.sam.suppression``, which is compared with what they then make.
"""

from __future__ import annotations

import torch


def batched_nms(boxes, scores, idxs, iou_threshold):
    """Indices that stay, best score first; boxes of other groups do not count."""
    order = scores.sort(descending=True, stable=True).indices.tolist()
    kept = []
    for index in order:
        if all(
            idxs[index] != idxs[other] or _iou(boxes[index], boxes[other]) <= iou_threshold for other in kept
        ):
            kept.append(index)
    return torch.tensor(kept, dtype=torch.int64)


def _iou(one, other):
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    shared = max(right - left, torch.tensor(0.0)) * max(bottom - top, torch.tensor(0.0))
    union = (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1]) - shared
    return float(shared / union) if float(union) else 0.0
