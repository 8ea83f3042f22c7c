"""segment_anything's own mask generator on a profile's network, as the script calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_desktop.backends.sam.suppression import suppress_boxes
from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import torch
    from numpy.typing import NDArray

    from tas_desktop.config.profiles import ComponentChoice

PAPER = {
    "points_per_side": 8,
    "pred_iou_thresh": 0.7,
    "stability_score_thresh": 0.7,
    "min_mask_region_area": 800,
}


def stock_generator(
    choice: ComponentChoice, *, device: torch.device
) -> Callable[[NDArray[np.uint8]], list[Proposal]]:
    """``SamAutomaticMaskGenerator`` on the weights of a profile's part, in float32.

    The starter pack's network has its own grid and thresholds, public checkpoints the paper's.

    Args:
        choice: the part ``proposals``; of the backends ``sam``, ``joined`` and ``segment-anything``.
        device: where it runs.
    """
    compiled = ensure_torchvision()
    from segment_anything import automatic_mask_generator as library

    if not compiled:
        library.batched_nms = _suppress  # its own needs torchvision's compiled operator
    network, settings = _open(choice)
    generator = library.SamAutomaticMaskGenerator(network.to(device), **settings)

    def draw(image_rgb: NDArray[np.uint8]) -> list[Proposal]:
        return [
            Proposal(Mask.from_array(one["segmentation"]), float(one["predicted_iou"]), ProposalSource.SAM)
            for one in generator.generate(image_rgb)
        ]

    return draw


def _suppress(
    boxes: torch.Tensor, scores: torch.Tensor, _groups: torch.Tensor, iou_threshold: float
) -> torch.Tensor:
    """Torchvision's function for boxes of one group, which is all that the generator has."""
    import torch

    kept = suppress_boxes(boxes.cpu().numpy(), scores.cpu().numpy(), iou=iou_threshold)
    return torch.from_numpy(kept).to(boxes.device)


def _open(choice: ComponentChoice) -> tuple[Any, dict[str, float]]:
    if choice.backend == "segment-anything":
        from tas_desktop.backends.choices import require_place
        from tas_desktop.backends.sam.checkpoints import load_checkpoint

        return load_checkpoint(require_place(choice).path), PAPER
    if choice.backend in ("sam", "joined"):
        from tas_desktop.backends.choices import only_file
        from tas_desktop.backends.sam.generator import GeneratorSettings
        from tas_desktop.backends.sam.weights import load_sam

        own = GeneratorSettings()
        return load_sam(only_file(choice), sha256=None), {
            "points_per_side": own.points_per_side,
            "pred_iou_thresh": own.quality_threshold,
            "stability_score_thresh": own.stability_threshold,
        }
    raise SystemExit(f"segment_anything has no generator for the backend {choice.backend!r}")
