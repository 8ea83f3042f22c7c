"""Contrastive loss with several positives on both sides."""

from __future__ import annotations

import torch
from torch.nn import functional as F


def contrast(logits: torch.Tensor, positives: torch.Tensor) -> torch.Tensor:
    """Cross-entropy in both directions with the target spread over all positives.

    Rows or columns without a positive serve as negatives only.

    Args:
        logits: shape (N, M).
        positives: bool, shape (N, M).
    """
    return 0.5 * (_one_way(logits, positives) + _one_way(logits.T, positives.T))


def _one_way(logits: torch.Tensor, positives: torch.Tensor) -> torch.Tensor:
    counts = positives.sum(1)
    rows = counts > 0
    if not bool(rows.any()):
        return logits.sum() * 0
    spread = positives[rows] / counts[rows, None]
    return -(F.log_softmax(logits[rows], dim=1) * spread).sum(1).mean()
