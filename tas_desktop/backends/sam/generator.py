"""``SamAutomaticMaskGenerator`` made cancellable, and free of torchvision's compiled operators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from pycocotools import mask as coco_mask
from segment_anything import SamAutomaticMaskGenerator
from segment_anything.utils.amg import MaskData, rle_to_mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from segment_anything.modeling import Sam


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
    """

    points_per_side: int = 14
    points_per_batch: int = 28
    quality_threshold: float = 0.3
    stability_threshold: float = 0.6
    duplicate_iou: float = 0.7
    area_floor: float = 0.0006
    max_masks: int = 60


@dataclass(frozen=True, eq=False)
class GeneratedMask:
    """A mask (bool, (height, width) of the image given) and its predicted IoU, unclipped."""

    mask_hw: NDArray[np.bool_]
    predicted_iou: float


class CancellableMaskGenerator(SamAutomaticMaskGenerator):  # type: ignore[misc]  # untyped library
    """The library's generator, one small batch of points at a time.

    The stock ``generate()`` has no hook, and an 8x8 grid is a single one of its batches. It also
    suppresses boxes, which loses an object in front of another of the same extent; this suppresses
    masks.
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
            image_rgb: uint8 (height, width, 3), about as large as the network's input.
            before_step: told the steps done (0: nothing yet, 1: image encoded, then each batch);
                what it raises ends the work.
        """
        height, width = image_rgb.shape[:2]
        before_step(0)
        self.predictor.set_image(image_rgb)
        points = self.point_grids[0] * np.array((width, height))
        found = MaskData()
        try:
            for step in range(self.batch_count):
                before_step(1 + step)
                chosen = points[step * self.points_per_batch :][: self.points_per_batch]
                found.cat(self._process_batch(chosen, (height, width), [0, 0, width, height], (height, width)))
        finally:
            self.predictor.reset_image()
        masks = [rle_to_mask(rle) for rle in found["rles"]]
        return self._choose(masks, found["iou_preds"].numpy(), height * width)

    def _choose(
        self, masks: list[NDArray[np.bool_]], quality: NDArray[np.float32], pixels: int
    ) -> list[GeneratedMask]:
        order = [i for i in np.argsort(-quality, kind="stable") if masks[i].sum() >= self.settings.area_floor * pixels]
        if not order:
            return []
        encoded = coco_mask.encode(np.asfortranarray(np.stack([masks[i] for i in order], axis=-1), np.uint8))
        iou = np.asarray(coco_mask.iou(encoded, encoded, [0] * len(encoded)))
        kept: list[int] = []
        for place in range(len(order)):
            if len(kept) < self.settings.max_masks and not (iou[place, kept] > self.settings.duplicate_iou).any():
                kept.append(place)
        return [GeneratedMask(masks[order[place]], float(quality[order[place]])) for place in kept]
