"""What the families' own code makes of a picture, and how ours is held against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.support import reference_nms

NEAR_LOGIT = 1e-4
"""Pixels whose logit lies this near to the threshold may fall on either side of it."""


@dataclass(frozen=True)
class ReferenceMask:
    """One mask of a family's own generator."""

    mask_hw: np.ndarray
    predicted_iou: float


def generate_with_segment_anything(sam: Any, image_rgb: np.ndarray, **settings: Any) -> list[ReferenceMask]:
    """``SamAutomaticMaskGenerator`` at TAS's settings, others on request."""
    from segment_anything import automatic_mask_generator as library

    library.batched_nms = reference_nms.batched_nms  # its own needs torchvision's compiled operator
    given = {
        "points_per_side": 8,
        "pred_iou_thresh": 0.7,
        "stability_score_thresh": 0.7,
        "min_mask_region_area": 800,
        **settings,
    }
    found = library.SamAutomaticMaskGenerator(sam, **given).generate(image_rgb)
    return [ReferenceMask(one["segmentation"], one["predicted_iou"]) for one in found]


def generate_with_transformers(
    model: Any, processor: Any, image_rgb: np.ndarray, **settings: Any
) -> list[ReferenceMask]:
    """transformers' ``mask-generation`` pipeline on an 8x8 grid."""
    import sys

    from PIL import Image
    from transformers import pipeline

    sys.modules[type(processor).__module__].batched_nms = reference_nms.batched_nms  # as above
    run = pipeline("mask-generation", model=model, image_processor=processor)
    given = {"points_per_crop": 8, "pred_iou_thresh": 0.7, "stability_score_thresh": 0.7, **settings}
    found = run(Image.fromarray(image_rgb), **given)
    scores = [float(score) for score in found["scores"]]
    return [
        ReferenceMask(np.asarray(mask), score) for mask, score in zip(found["masks"], scores, strict=True)
    ]


def assert_varied(masks: list[ReferenceMask]) -> None:
    """That weights were drawn so that there is something to compare."""
    assert len(masks) >= 20
    assert len({int(one.mask_hw.sum()) for one in masks}) >= 10


def assert_equal_masks(found: Any, expected: list[ReferenceMask], *, logits: Any = None) -> None:
    """Same number, same order, same predictions, same pixels but those next to the threshold.

    Args:
        found: our `DrawnMask`s.
        expected: the family's.
        logits: makes the family's logits (height, width) of the mask of an index; asked where pixels differ.
    """
    assert len(found) == len(expected)
    np.testing.assert_allclose(
        [one.predicted_iou for one in found], [one.predicted_iou for one in expected], atol=1e-4
    )
    for index, (ours, theirs) in enumerate(zip(found, expected, strict=True)):
        differ = ours.mask.to_array() != theirs.mask_hw
        if differ.any():
            assert logits is not None, f"mask {index}: {int(differ.sum())} pixels differ"
            assert np.abs(logits(index)[differ]).max() <= NEAR_LOGIT
