"""Masks on a device turned into run lengths, so that no full-size array outlives its batch."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from torch.nn import functional as F

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from torch import Tensor


def encode_masks(inside_nhw: Tensor) -> list[Mask]:
    """Encode bool masks (N, height, width) of any device; only the ends of their runs leave it."""
    count, height, width = inside_nhw.shape
    columns = inside_nhw.transpose(1, 2).reshape(count, height * width)
    changes = columns ^ F.pad(columns[:, :-1], (1, 0))
    owner, ends = changes.nonzero().cpu().numpy().T
    first = np.searchsorted(owner, np.arange(count + 1))
    return [
        Mask.from_ends(ends[start:stop].astype(np.int64), height=height, width=width)
        for start, stop in pairwise(first.tolist())
    ]
