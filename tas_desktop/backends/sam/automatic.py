"""Masks of everything in a picture: Sam's automatic mask generator over any promptable network.

The steps and the defaults of ``segment_anything.SamAutomaticMaskGenerator`` and of transformers'
``mask-generation`` pipeline, at TAS's settings (methods.md 1.2), without crops of the picture. What is
different is the order of work: points go in small batches between which one can cancel, masks that the
network does not trust are dropped before they are enlarged, and the others are enlarged a few at a time.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.interruption import stopping_when
from tas_desktop.backends.sam.networks import Question
from tas_desktop.backends.sam.run_lengths import encode_masks
from tas_desktop.backends.sam.small_regions import without_small_regions
from tas_desktop.backends.sam.suppression import suppress_boxes
from tas_desktop.engine.control import Control, Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor, nn

    from tas_desktop.backends.sam.networks import Embedding, MaskNetwork
    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.prompt import PointXy

_ENLARGED_BYTES: Final = 64 * 2**20
"""Logits in the picture's size, or the network's where that is larger, that exist at once."""


@dataclass(frozen=True, slots=True)
class AutomaticSettings:
    """Sam's own names; the defaults are TAS's (methods.md 1.2), all else Sam's.

    Attributes:
        points_per_side: the prompts are a grid of that many points squared.
        points_per_batch: points decoded between two looks at the cancel flag; a device with memory to
            spare takes more.
        pred_iou_thresh: masks need a higher predicted IoU; 0 keeps all.
        stability_score_thresh: least IoU of a mask cut ``stability_score_offset`` higher and lower.
        stability_score_offset: in logits.
        box_nms_thresh: of two masks whose boxes overlap more, the one of lower predicted IoU goes.
        min_mask_region_area: smaller holes are filled and smaller islands dropped, in pixels; 0 leaves
            masks as they are.
    """

    points_per_side: int = 8
    points_per_batch: int = 16
    pred_iou_thresh: float = 0.7
    stability_score_thresh: float = 0.7
    stability_score_offset: float = 1.0
    box_nms_thresh: float = 0.7
    min_mask_region_area: int = 800


@dataclass(frozen=True, slots=True)
class DrawnMask:
    """One mask that passed.

    Attributes:
        mask: in pixels of the picture, not empty.
        predicted_iou: the network's estimate, not clipped.
        point_xy: the prompt, in pixels of the picture.
    """

    mask: Mask
    predicted_iou: float
    point_xy: PointXy


def draw_masks(
    network: MaskNetwork,
    image_rgb: NDArray[np.uint8],
    *,
    settings: AutomaticSettings,
    control: Control,
) -> list[DrawnMask]:
    """Masks of a uint8 picture (height, width, 3).

    Returns:
        best predicted IoU first; but masks whose small regions had to be mended come after all others,
        as in segment_anything.

    Raises:
        Cancelled: between two blocks of the image encoder, two batches of points or two masks.
        BackendFailed: memory is not enough even on the CPU, or the device is lost.
    """
    points = grid_points(settings.points_per_side, picture_hw=image_rgb.shape[:2])
    control.step(Stage.PROPOSALS, 0, 2 * len(points))
    with stopping_when(control.token.check):
        embedding = network.embed(image_rgb)

        def draw(module: nn.Module, batch: Sequence[PointXy]) -> list[list[DrawnMask]]:
            return _draw(network, module, embedding, batch, settings=settings)

        drawn = run_in_batches(
            network.resident,
            points,
            draw,
            control=_second_half(control),
            first_batch=settings.points_per_batch,
            kind="points",
        )
    kept = _without_overlaps([one for batch in drawn for one in batch], iou=settings.box_nms_thresh)
    if settings.min_mask_region_area > 0:
        kept = _mend(kept, settings=settings, control=control)
    control.step(Stage.PROPOSALS, 2 * len(points), 2 * len(points))
    return kept


def grid_points(points_per_side: int, *, picture_hw: tuple[int, ...]) -> list[PointXy]:
    """Middles of the cells of a square grid over a picture, row by row, in its pixels."""
    height, width = picture_hw
    middles = np.linspace(1 / (2 * points_per_side), 1 - 1 / (2 * points_per_side), points_per_side)
    return [(float(x * width), float(y * height)) for y in middles for x in middles]


def _draw(
    network: MaskNetwork,
    module: nn.Module,
    embedding: Embedding,
    points: Sequence[PointXy],
    *,
    settings: AutomaticSettings,
) -> list[list[DrawnMask]]:
    """The masks of each point that are trusted and stable."""
    logits, quality = network.ask(module, embedding, [Question((point,)) for point in points])
    found: list[list[DrawnMask]] = [[] for _ in points]
    if settings.pred_iou_thresh > 0:
        owner, which = (quality > settings.pred_iou_thresh).nonzero(as_tuple=True)
    else:
        owner, which = quality.isfinite().nonzero(as_tuple=True)
    trusted, predicted = logits[owner, which], quality[owner, which].tolist()
    owners = owner.tolist()
    pixels = max(math.prod(embedding.frame.picture_hw), math.prod(embedding.frame.square_hw))
    for rows in _slices(len(owners), max(1, _ENLARGED_BYTES // (4 * pixels))):
        enlarged = embedding.frame.enlarge(trusted[rows])
        stable = _is_stable(enlarged, threshold=network.mask_threshold, settings=settings)
        masks = encode_masks(enlarged[stable] > network.mask_threshold)
        for place, mask in zip(stable.nonzero().flatten().tolist(), masks, strict=True):
            at = rows.start + place
            if mask.area:
                found[owners[at]].append(DrawnMask(mask, predicted[at], points[owners[at]]))
    return found


def _is_stable(logits_nhw: Tensor, *, threshold: float, settings: AutomaticSettings) -> Tensor:
    """Whether masks hardly change when they are cut a little higher or lower; bool (N,)."""
    high = (logits_nhw > threshold + settings.stability_score_offset).flatten(1).sum(1)
    low = (logits_nhw > threshold - settings.stability_score_offset).flatten(1).sum(1)
    if settings.stability_score_thresh <= 0:
        return low >= 0
    return (high / low) >= settings.stability_score_thresh  # 0/0 of an empty mask is not


def _without_overlaps(drawn: Sequence[DrawnMask], *, iou: float) -> list[DrawnMask]:
    quality = np.array([one.predicted_iou for one in drawn], np.float32)
    return [drawn[index] for index in suppress_boxes(_corners([one.mask for one in drawn]), quality, iou=iou)]


def _mend(drawn: Sequence[DrawnMask], *, settings: AutomaticSettings, control: Control) -> list[DrawnMask]:
    """Fill holes, drop islands, and suppress what has become alike; masks without either come first."""
    mended, untouched = [], []
    for one in drawn:
        control.token.check()  # a mask of a large photograph takes a while
        mask, changed = without_small_regions(one.mask, smallest=settings.min_mask_region_area)
        mended.append(DrawnMask(mask, one.predicted_iou, one.point_xy))
        untouched.append(not changed)
    scores = np.array(untouched, np.float32)
    boxes = _corners([one.mask for one in mended])
    return [mended[index] for index in suppress_boxes(boxes, scores, iou=settings.box_nms_thresh)]


def _corners(masks: Sequence[Mask]) -> NDArray[np.float32]:
    """First and last column and row of each mask, as Sam's boxes have it: a pixel's box has no area."""
    boxes = np.array([mask.box_xywh for mask in masks], np.float32).reshape(-1, 4)
    return np.concatenate((boxes[:, :2], boxes[:, :2] + boxes[:, 2:] - 1), axis=1)


def _slices(count: int, size: int) -> Iterator[slice]:
    for start in range(0, count, size):
        yield slice(start, min(start + size, count))


def _second_half(control: Control) -> Control:
    """A control for the points: the image encoder's work was the first half."""

    def report(progress: Progress) -> None:
        control.report(Progress(Stage.PROPOSALS, progress.total + progress.done, 2 * progress.total))

    return Control(control.token, report)
