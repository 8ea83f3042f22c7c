"""``SamAutomaticMaskGenerator`` made cancellable, and free of torchvision's compiled operators."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from segment_anything import SamAutomaticMaskGenerator
from segment_anything.utils.amg import MaskData, calculate_stability_score

from tas_desktop.backends.sam.decoding import cell_maps, decode_prompts, mask_logits

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from segment_anything.modeling import Sam
    from torch import Tensor


_BEST: Final = 6
"""Masks of the sample that speak for it."""


@dataclass(frozen=True, slots=True)
class GeneratorSettings:
    """What the mask generator keeps; the defaults were chosen on scenes of the validation split.

    Attributes:
        points_per_side: the prompts are a grid of that many points squared.
        points_per_batch: prompts decoded between two looks at the cancel flag.
        quality_threshold: least predicted IoU.
        stability_threshold: least stability score (IoU of the mask cut one logit higher and lower).
        duplicate_iou: of two masks that overlap more than this the one of lower quality goes.
        area_floor: least area as a share of the picture.
        max_masks: at most so many masks, best quality first.
        sample_batches: after so many batches, spread over the whole grid, the network says what it knows
            of the picture; None always asks the whole grid.
        sample_quality: where the mean of the sample's six best predicted IoUs stays under this, the
            rest of the grid is left out: the network would go on drawing masks that it does not trust.
            Of 120 validation scenes 2 % stayed under it, of 100 photographs 56 %; two batches would
            leave out 5 % of the scenes.
    """

    points_per_side: int = 14
    points_per_batch: int = 28
    quality_threshold: float = 0.1
    stability_threshold: float = 0.3
    duplicate_iou: float = 0.8
    area_floor: float = 0.0006
    max_masks: int = 60
    sample_batches: int | None = 3
    sample_quality: float = 0.76


@dataclass(frozen=True, eq=False)
class GeneratedMask:
    """One mask at the decoder's scale.

    Attributes:
        share_hw: float32, 0-1: the sigmoid of the mask's logits, cut to the part the image fills.
        scale_yx: pixels of the image given per pixel of ``share_hw``.
        predicted_iou: the network's estimate, not clipped.
    """

    share_hw: NDArray[np.float32]
    scale_yx: tuple[float, float]
    predicted_iou: float


class CancellableMaskGenerator(SamAutomaticMaskGenerator):
    """The library's generator, one small batch of points at a time and at the decoder's own scale.

    The stock ``generate()`` has no hook, and an 8x8 grid is a single one of its batches. It also
    enlarges every mask of every point before it drops most of them, which takes a CPU longer than the
    network does, and suppresses boxes, which loses an object in front of another of the same extent.
    """

    def __init__(self, sam: Sam, settings: GeneratorSettings) -> None:
        super().__init__(
            sam,
            points_per_side=settings.points_per_side,
            points_per_batch=settings.points_per_batch,
            pred_iou_thresh=settings.quality_threshold,
            stability_score_thresh=settings.stability_threshold,
        )
        self.settings = settings

    @property
    def batch_count(self) -> int:
        """Steps that `generate_stepwise` takes after the image encoder's."""
        return -(-len(self.point_grids[0]) // self.points_per_batch)

    @torch.inference_mode()
    def generate_stepwise(
        self, image_rgb: NDArray[np.uint8], *, before_step: Callable[[int], None]
    ) -> list[GeneratedMask]:
        """Masks of an image, best predicted quality first.

        Args:
            image_rgb: uint8 (height, width, 3).
            before_step: told the steps done (0: nothing yet, 1: image encoded, then each batch, and once
                more before masks are chosen); what it raises ends the work.
        """
        before_step(0)
        self.predictor.set_image(image_rgb)
        points = self.point_grids[0] * np.array(image_rgb.shape[1::-1])
        found = MaskData()
        try:
            for step in range(self.batch_count):
                if step == self.settings.sample_batches and self._knows_little(found):
                    break
                before_step(1 + step)
                chosen = points[step :: self.batch_count]  # spread over the picture, for the sample's sake
                found.cat(self._decode(chosen, image_rgb.shape[:2]))
            before_step(1 + self.batch_count)
            return self._choose(found["logits"], found["iou_preds"], image_rgb.shape[:2])
        finally:
            self.predictor.reset_image()

    def _knows_little(self, found: MaskData) -> bool:
        """Whether even the masks that the network trusts most are doubtful."""
        best = found["iou_preds"].topk(min(_BEST, len(found["iou_preds"]))).values
        return float(best.sum()) < _BEST * self.settings.sample_quality

    def _decode(self, points_xy: NDArray[np.float64], image_size: tuple[int, ...]) -> MaskData:
        """Masks of a batch of points that pass both thresholds, as low-resolution logits."""
        scaled = self.predictor.transform.apply_coords(points_xy, image_size)
        prompts = torch.as_tensor(scaled, dtype=torch.float32)
        sam = self.predictor.model
        embedding = self.predictor.features
        tokens, cells = decode_prompts(sam, embedding, points_bk2=prompts[None])
        quality = sam.mask_decoder.iou_prediction_head(tokens[:, 0])[:, 1:]
        promising = (quality > self.pred_iou_thresh).any(1)
        pixels = mask_logits(sam.mask_decoder, tokens[promising], cells[promising])[:, 1:].flatten(0, 1)
        logits = cell_maps(pixels, height=embedding.shape[-2], width=embedding.shape[-1])
        data = MaskData(logits=logits, iou_preds=quality[promising].flatten())
        data.filter(data["iou_preds"] > self.pred_iou_thresh)
        stability = calculate_stability_score(data["logits"], sam.mask_threshold, self.stability_score_offset)
        data.filter(stability >= self.stability_score_thresh)
        return data

    def _choose(self, logits: Tensor, quality: Tensor, image_size: tuple[int, ...]) -> list[GeneratedMask]:
        """Drop specks and duplicates; cut the padding off."""
        full = logits.shape[-1] / self.predictor.model.image_encoder.img_size
        filled = tuple(side * full for side in self.predictor.input_size)
        scale = image_size[0] / filled[0], image_size[1] / filled[1]
        logits = logits[:, : math.ceil(filled[0]), : math.ceil(filled[1])]
        order = quality.argsort(descending=True, stable=True)
        inside = (logits[order] > 0).flatten(1).float()
        area = inside.sum(1)
        order_kept: list[int] = []
        floor = self.settings.area_floor * filled[0] * filled[1]
        for place in (area >= max(floor, 1)).nonzero().flatten().tolist():
            if len(order_kept) == self.settings.max_masks:
                break
            overlap = inside[order_kept] @ inside[place]
            iou = overlap / (area[order_kept] + area[place] - overlap)
            if not (iou > self.settings.duplicate_iou).any():
                order_kept.append(place)
        chosen = order[order_kept]
        made = zip(logits[chosen].sigmoid().numpy(), quality[chosen].tolist(), strict=True)
        return [GeneratedMask(share, scale, predicted) for share, predicted in made]
