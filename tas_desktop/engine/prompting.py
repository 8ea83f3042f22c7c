"""Choosing among a network's masks the one that an annotator's points and box mean.

A network that was trained on single points on objects knows neither negative points nor boxes, but it
can be asked about each point by itself. What the prompts say together is then a matter of choice: the
mask that holds the points on the object, leaves out those beside it and fills the box; masks that agree
with it are averaged in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.prompt import BoxXywh, PointXy


@dataclass(frozen=True, eq=False)
class MaskChoices:
    """Masks of one view to choose among.

    Attributes:
        shares_nhw: float32 (N, h, w): how sure each pixel belongs to the mask, 0-1.
        quality_n: float64 (N,): the network's estimates of their IoU, not clipped.
        owner_n: (N,): index of the point that each mask answers; -1 for all prompts together.
    """

    shares_nhw: NDArray[np.float32]
    quality_n: NDArray[np.float64]
    owner_n: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.quality_n)


@dataclass(frozen=True, eq=False)
class ChosenShares:
    """What was chosen.

    Attributes:
        shares_hw: float32 (h, w), 0-1; the mask is where they exceed one half.
        quality: the estimated IoU, in [0, 1].
    """

    shares_hw: NDArray[np.float32]
    quality: float


@dataclass(frozen=True, slots=True)
class ChoiceWeights:
    """What counts; chosen on validation scenes (benchmarks/prompting.py).

    Attributes:
        inside: of the share of points on the object that a mask holds.
        outside: of the share of points beside the object that it leaves out.
        box: of the IoU between its extent and the box.
        agreement: least IoU with the chosen mask at which another is averaged in.
        margin: how far below the best score such a mask may lie.
    """

    inside: float = 2.0
    outside: float = 1.0
    box: float = 2.0
    agreement: float = 0.85
    margin: float = 0.15


def choose_mask(
    choices: MaskChoices,
    *,
    inside_xy: Sequence[PointXy] = (),
    outside_xy: Sequence[PointXy] = (),
    box_xywh: BoxXywh | None = None,
    weights: ChoiceWeights,
) -> ChosenShares:
    """The mask that fits the prompts best, averaged with those that agree with it.

    Args:
        choices: at least one mask.
        inside_xy: points on the object, in pixels of the masks.
        outside_xy: points beside it.
        box_xywh: the object's box, or None.
        weights: what counts.
    """
    score_n = choices.quality_n.clip(0, 1)
    if inside_xy:
        score_n = score_n + weights.inside * shares_at(choices, inside_xy).mean(1)
    if outside_xy:
        score_n = score_n - weights.outside * shares_at(choices, outside_xy).mean(1)
    if box_xywh is not None:
        score_n = score_n + weights.box * _box_fit(choices.shares_nhw > 0.5, box_xywh)
    best = int(score_n.argmax())
    inside = (choices.shares_nhw > 0.5).reshape(len(choices), -1)
    overlap = (inside & inside[best]).sum(1)
    iou = overlap / np.maximum((inside | inside[best]).sum(1), 1)
    agrees = (iou >= weights.agreement) & (score_n >= score_n[best] - weights.margin)
    agrees[best] = True
    mixed = choices.shares_nhw[agrees].mean(0, dtype=np.float32)
    return ChosenShares(mixed, float(choices.quality_n[best].clip(0, 1)))


def choose_claim(
    choices: MaskChoices, point_xy: PointXy, *, spare_xy: Sequence[PointXy] = ()
) -> list[ChosenShares]:
    """What a point by itself stands for: masks that hold it and none of the others, best quality first.

    Args:
        choices: masks that answer the point.
        point_xy: the point, in pixels of the masks.
        spare_xy: points that must stay out.
    """
    fair = shares_at(choices, [point_xy])[:, 0] > 0.5
    if spare_xy:
        fair &= shares_at(choices, spare_xy).max(1) <= 0.5
    order = np.argsort(-choices.quality_n, kind="stable")
    return [
        ChosenShares(choices.shares_nhw[index], float(choices.quality_n[index].clip(0, 1)))
        for index in order[fair[order]].tolist()
    ]


def owned_by(choices: MaskChoices, owner: int) -> MaskChoices:
    """The masks that answer one point."""
    own = choices.owner_n == owner
    return MaskChoices(choices.shares_nhw[own], choices.quality_n[own], choices.owner_n[own])


def holds(shares_hw: NDArray[np.float32], point_xy: PointXy) -> bool:
    """Whether a mask holds a point."""
    row, column = pixel_under(point_xy, shares_hw.shape)
    return bool(shares_hw[row, column] > 0.5)


def shares_at(choices: MaskChoices, points_xy: Sequence[PointXy]) -> NDArray[np.float64]:
    """How surely each mask holds each point, shape (N, points), 0-1."""
    rows, columns = zip(
        *(pixel_under(point, choices.shares_nhw.shape[1:]) for point in points_xy), strict=True
    )
    return choices.shares_nhw[:, rows, columns].astype(np.float64)


def pixel_under(point_xy: PointXy, shape_hw: tuple[int, ...]) -> tuple[int, int]:
    """Row and column of the pixel under a point, or of the nearest one where it lies beyond the border."""
    height, width = shape_hw
    return min(max(int(point_xy[1]), 0), height - 1), min(max(int(point_xy[0]), 0), width - 1)


def _box_fit(inside_nhw: NDArray[np.bool_], box_xywh: BoxXywh) -> NDArray[np.float64]:
    """IoU of each mask's extent with the box, shape (N,)."""
    top, bottom = _ends(np.any(inside_nhw, axis=2))
    left, right = _ends(np.any(inside_nhw, axis=1))
    x, y, w, h = box_xywh
    across = np.minimum(right, x + w) - np.maximum(left, x)
    down = np.minimum(bottom, y + h) - np.maximum(top, y)
    overlap = across.clip(0) * down.clip(0)
    either = (right - left) * (bottom - top) + w * h - overlap
    return np.asarray(overlap / np.maximum(either, 1e-9), dtype=np.float64)


def _ends(flags_nl: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """First and one past the last True of each row; equal where there is none."""
    length = flags_nl.shape[1]
    found = flags_nl.any(1)
    first = np.where(found, flags_nl.argmax(1), 0)
    last = np.where(found, length - flags_nl[:, ::-1].argmax(1), 0)
    return first.astype(np.float64), last.astype(np.float64)
