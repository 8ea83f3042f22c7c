"""How well proposals cover what they should: recall and oracle IoU over scenes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.engine.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from tas_desktop.engine.ports import MaskProposer
    from tas_desktop.starter.scenes import Scene


@dataclass(frozen=True, eq=False)
class Coverage:
    """Best IoU that any proposal reaches, per object, and proposals per picture.

    Attributes:
        best_iou: one value per object.
        counts: one value per picture.
    """

    best_iou: NDArray[np.float64]
    counts: NDArray[np.int64]

    def recall(self, iou: float) -> float:
        """Share of objects that some proposal covers with at least this IoU."""
        return float((self.best_iou >= iou).mean())

    @property
    def oracle_miou(self) -> float:
        """Mean IoU if the best proposal were always chosen."""
        return float(self.best_iou.mean())

    def as_json(self) -> dict[str, float | int]:
        """Figures under the names that reports and cards use."""
        return {
            "objects": len(self.best_iou),
            "pictures": len(self.counts),
            "recall@0.5": round(self.recall(0.5), 4),
            "recall@0.7": round(self.recall(0.7), 4),
            "recall@0.85": round(self.recall(0.85), 4),
            "oracle_miou": round(self.oracle_miou, 4),
            "mean_proposals": round(float(self.counts.mean()), 1),
            "most_proposals": int(self.counts.max()),
        }


def measure_coverage(
    proposer: MaskProposer, pictures: Iterable[tuple[NDArray[np.uint8], list[Mask]]]
) -> Coverage:
    """Propose for every picture and compare with its objects.

    Args:
        proposer: whose proposals to measure.
        pictures: uint8 (height, width, 3) images, each with the masks of its objects.
    """
    best: list[float] = []
    counts = []
    for image_rgb, objects in pictures:
        masks = [one.mask for one in proposer.propose(image_rgb, control=Control())]
        counts.append(len(masks))
        best += (
            pairwise_iou(objects, masks).max(axis=1, initial=0.0).tolist() if masks else [0.0] * len(objects)
        )
    return Coverage(np.array(best), np.array(counts))


def with_masks(scenes: Iterable[Scene]) -> Iterable[tuple[NDArray[np.uint8], list[Mask]]]:
    """Images and object masks of scenes, as `measure_coverage` takes them."""
    for scene in scenes:
        masks = [Mask.from_array(scene.mask_hw(index)) for index in range(len(scene.objects))]
        yield scene.image_rgb, masks
