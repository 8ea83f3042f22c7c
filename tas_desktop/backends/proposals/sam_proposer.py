"""Proposals of the starter pack's mask network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.backends.proposals.encoding import enlarge_mask
from tas_desktop.backends.proposals.working_copy import scaled_down
from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.control import Stage

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.backends.sam.generator import CancellableMaskGenerator, GeneratorSettings
    from tas_desktop.backends.sam.prompts import SamPromptDecoder
    from tas_desktop.engine.control import Control

WEIGHTS = "sam.safetensors"
_SMALLEST_SIDE = 8
"""Images with a shorter side (at the network's scale) hold nothing to propose."""


class SamProposer:
    """`MaskProposer` over a loaded mask generator; make one with `open_sam_proposer`."""

    def __init__(self, generator: CancellableMaskGenerator, *, revision: str) -> None:
        self._generator = generator
        self._side = int(generator.predictor.model.image_encoder.img_size)
        self.component = ComponentId("proposals", "starter-sam", revision)

    def prompt_decoder(self) -> SamPromptDecoder:
        """The same network for an annotator's prompts; it may be used while this one proposes."""
        from tas_desktop.backends.sam.prompts import SamPromptDecoder

        return SamPromptDecoder(self._generator.predictor.model, revision=self.component.revision)

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Masks of a (height, width, 3) uint8 image, best predicted IoU first; may be empty.

        Raises:
            Cancelled: between two batches of points, or two masks.
            BackendFailed: torch ran out of memory.
        """
        from tas_desktop.backends.failures import backend_failures

        height, width = image_rgb.shape[:2]
        steps = self._generator.batch_count + 1
        small = scaled_down(image_rgb, longest_side=self._side)
        if min(small.shape[:2]) < _SMALLEST_SIDE:
            control.step(Stage.PROPOSALS, steps, steps)
            return []
        with backend_failures("The mask network"):
            found = self._generator.generate_stepwise(
                small, before_step=lambda done: control.step(Stage.PROPOSALS, done, steps)
            )
        control.step(Stage.PROPOSALS, steps, steps)
        proposals = []
        for mask in found:
            control.token.check()  # a mask of a large photograph takes long to enlarge
            scale_yx = mask.scale_yx[0] * height / small.shape[0], mask.scale_yx[1] * width / small.shape[1]
            full = enlarge_mask(mask.share_hw, height=height, width=width, scale_yx=scale_yx)
            if full.area:
                quality = min(max(mask.predicted_iou, 0.0), 1.0)
                proposals.append(Proposal(full, quality, ProposalSource.SAM))
        return proposals


def open_sam_proposer(folder: Path, *, settings: GeneratorSettings | None = None) -> SamProposer:
    """Load the mask network of a starter pack; imports torch.

    Args:
        folder: starter pack with ``sam.safetensors`` and ``manifest.json``.
        settings: thresholds; by default those the pack was tuned with.

    Raises:
        WeightsDamaged: the weights or the manifest are missing or damaged.
    """
    import dataclasses

    from tas_desktop.backends.sam.generator import CancellableMaskGenerator, GeneratorSettings
    from tas_desktop.backends.sam.weights import load_sam
    from tas_desktop.backends.weights import expected_digest

    settings = settings or GeneratorSettings()
    digest = expected_digest(folder, WEIGHTS)
    sam = load_sam(folder / WEIGHTS, sha256=digest)
    revision = fingerprint(digest, dataclasses.asdict(settings))
    return SamProposer(CancellableMaskGenerator(sam, settings), revision=revision)
