"""Proposers for measuring: the true masks, and a memory that lets methods share one drawing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.domain.proposal import Proposal, ProposalSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.ports import MaskProposer


class ProposalsFrom(StrEnum):
    """Where the candidates come from."""

    MODEL = "model"
    GROUND_TRUTH = "ground-truth"


class TrueMasks:
    """Hands out the annotated masks of one image: measures scoring apart from proposals."""

    def __init__(self, masks: Sequence[Mask]) -> None:
        self._masks = masks

    @property
    def component(self) -> ComponentId:
        """Named by the masks themselves: another dataset may annotate the same picture otherwise."""
        return ComponentId("proposals", "ground-truth", fingerprint([mask.counts for mask in self._masks]))

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Every annotated mask, in the file's order."""
        del image_rgb
        control.token.check()
        return [Proposal(mask, 1.0, ProposalSource.GIVEN) for mask in self._masks]


class OneDrawing:
    """Draws the proposals of one image once, however many overlap rules look at them."""

    def __init__(self, proposer: MaskProposer) -> None:
        self._proposer = proposer
        self._drawn: list[Proposal] | None = None

    @property
    def component(self) -> ComponentId:
        return self._proposer.component

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """The proposals; the image must be the same at every call."""
        if self._drawn is None:
            self._drawn = self._proposer.propose(image_rgb, control=control)
        return list(self._drawn)
