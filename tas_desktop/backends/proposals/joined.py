"""The mask network and the region hierarchy together.

The network knows drawn scenes: there it gives most of the proposals, and the hierarchy fills gaps. On a
photograph the network is unsure of its masks, and the hierarchy gets nearly all the room.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.backends.proposals.hierarchy import HierarchyProposer
from tas_desktop.backends.proposals.snapping import SnapSettings, snap_outlines
from tas_desktop.domain.component import ComponentId, fingerprint
from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.engine.control import CancelToken, Control, Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.ports import MaskProposer, PromptDecoder

_ROWS = 32


@dataclass(frozen=True, slots=True)
class JoinSettings:
    """Room for either maker; chosen on validation scenes and half of the benchmark's photographs.

    Attributes:
        drawn_limit: proposals in all where the network is at home.
        photo_limit: proposals in all where it is not.
        network_share_on_photos: of ``photo_limit``, at most this share from the network.
        at_home: `network_confidence` from which the network counts as at home.
        best_masks: how many masks that mean is taken over.
        duplicate_iou: a region that overlaps an earlier proposal more than this is left out.
        snap: how the network's outlines are moved to edges.
    """

    drawn_limit: int = 100
    photo_limit: int = 300
    network_share_on_photos: float = 0.1
    at_home: float = 0.77
    best_masks: int = 3
    duplicate_iou: float = 0.85
    snap: SnapSettings = field(default_factory=SnapSettings)


class JoinedProposer:
    """`MaskProposer` of the network's masks, best first, and after them the hierarchy's regions."""

    def __init__(
        self, network: MaskProposer, hierarchy: MaskProposer, *, settings: JoinSettings | None = None
    ) -> None:
        self._network, self._hierarchy = network, hierarchy
        self.settings = settings or JoinSettings()
        parts = (network.component.revision, hierarchy.component.revision, asdict(self.settings))
        self.component = ComponentId("proposals", "starter-sam+region-hierarchy", fingerprint(*parts))

    @property
    def network(self) -> MaskProposer:
        """The proposer with the network."""
        return self._network

    def prompt_decoder(self) -> PromptDecoder | None:
        """The network for an annotator's prompts; None where it takes none."""
        from tas_desktop.backends.proposals.choosing import prompt_decoder_of

        return prompt_decoder_of(self._network)

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Masks of a (height, width, 3) uint8 image; may be empty.

        Raises:
            Cancelled: between two steps of either maker.
            BackendFailed: the network could not do its work.
        """
        settings = self.settings
        drawn = self._network.propose(image_rgb, control=_half(control, first=True))
        masks = snap_outlines(drawn, image_rgb, settings=settings.snap, token=control.token)
        regions = self._hierarchy.propose(image_rgb, control=_half(control, first=False))
        control.token.check()
        if network_confidence(drawn, masks, best_masks=settings.best_masks) >= settings.at_home:
            limit = masks_limit = settings.drawn_limit
        else:
            limit = settings.photo_limit
            masks_limit = round(limit * settings.network_share_on_photos)
        iou, token = settings.duplicate_iou, control.token
        masks = without_copies(masks, (), limit=masks_limit, iou=iou, token=token)
        return masks + without_copies(regions, masks, limit=limit - len(masks), iou=iou, token=token)


def network_confidence(drawn: Sequence[Proposal], snapped: Sequence[Proposal], *, best_masks: int) -> float:
    """How far the network can be trusted on a picture, in [0, 1].

    Mean over its best masks of predicted IoU times the IoU of the mask with its snapped form: on pictures
    it was not made for, the network is less sure, and its outlines follow no edges. On 40 validation
    scenes and 40 photographs the product told them apart with a wider gap than either factor.

    Args:
        drawn: the network's masks, in any order.
        snapped: the same masks after `snap_outlines`.
        best_masks: how many masks the mean is taken over; missing ones count as 0.
    """
    best = sorted(range(len(drawn)), key=lambda index: -drawn[index].quality)[:best_masks]
    agreement = [float(pairwise_iou([drawn[i].mask], [snapped[i].mask])[0, 0]) for i in best]
    return sum(drawn[i].quality * agreed for i, agreed in zip(best, agreement, strict=True)) / best_masks


def without_copies(
    proposals: Sequence[Proposal],
    earlier: Sequence[Proposal],
    *,
    limit: int,
    iou: float,
    token: CancelToken | None = None,
) -> list[Proposal]:
    """The first ``limit`` proposals that overlap neither an earlier nor a kept one by more than ``iou``.

    Raises:
        Cancelled: the token was set, between the comparisons of some proposals.
    """
    token = token or CancelToken()
    masks = [one.mask for one in proposals]
    gone = (_ious(masks, [one.mask for one in earlier], token) > iou).any(1)
    overlap = _ious(masks, masks, token) > iou
    kept: list[int] = []
    for index in np.flatnonzero(~gone).tolist():
        if len(kept) == limit:
            break
        if not overlap[index, kept].any():
            kept.append(index)
    return [proposals[index] for index in kept]


def _ious(masks: Sequence[Mask], others: Sequence[Mask], token: CancelToken) -> NDArray[np.float64]:
    """`pairwise_iou`, some rows at a time: all pairs of a large photograph's regions take a second."""
    found = np.zeros((len(masks), len(others)))
    for start in range(0, len(masks), _ROWS):
        token.check()
        found[start : start + _ROWS] = pairwise_iou(masks[start : start + _ROWS], others)
    return found


def _half(control: Control, *, first: bool) -> Control:
    """A control whose progress, in hundredths, is the first or second half of the stage."""

    def report(progress: Progress) -> None:
        done = round(50 * progress.done / max(progress.total, 1))
        control.report(Progress(Stage.PROPOSALS, done if first else 50 + done, 100))

    return Control(control.token, report)


def open_joined_proposer(folder: Path, *, settings: JoinSettings | None = None) -> JoinedProposer:
    """Load the mask network of a starter pack and join it with a hierarchy; imports torch.

    Args:
        folder: starter pack with ``sam.safetensors`` and ``manifest.json``.
        settings: room for either.

    Raises:
        WeightsDamaged: the weights or the manifest are missing or damaged.
    """
    from tas_desktop.backends.proposals.sam_proposer import open_sam_proposer

    return JoinedProposer(open_sam_proposer(folder), HierarchyProposer(), settings=settings)
