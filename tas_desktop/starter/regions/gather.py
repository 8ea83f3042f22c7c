"""All crops that encoder and captioner learn from: stand-ins with made faults, and the real masks' own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.starter.regions.harvest import harvest_proposals, harvest_scenes
from tas_desktop.starter.regions.pool import RegionPool
from tas_desktop.starter.scenes import Split

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.starter.regions.harvest import Propose

PROPOSAL_SEEDS: Final = 200_000
"""First training seed whose masks are proposed: scenes that the mask network has not seen."""


def gather_regions(
    *, scenes: int, proposal_scenes: int, propose: Propose | None, keep: Path | None = None
) -> RegionPool:
    """Crops of ``scenes`` scenes with made faults and, where masks can be proposed, of real proposals.

    Networks that saw made faults only lost a seventh of their picks on real proposals.

    Args:
        scenes: training scenes for made faults.
        proposal_scenes: training scenes for real proposals.
        propose: masks of a picture by the pack's proposer; None leaves real proposals out.
        keep: file where the crops stay for the next run; read instead when it is there.
    """
    if keep is not None and keep.is_file():
        return RegionPool.load(keep)
    pools = [harvest_scenes(scenes, split=Split.TRAIN)]
    if propose is not None:
        seeds = range(PROPOSAL_SEEDS, PROPOSAL_SEEDS + proposal_scenes)
        pools.append(harvest_proposals(seeds, split=Split.TRAIN, propose=propose))
    regions = RegionPool.join(pools)
    if keep is not None:
        regions.save(keep)
    return regions


def proposer_of(pack: Path, *, drawn_only: bool = False) -> Propose:
    """Masks as the starter profile proposes them, from a pack's mask network and the region hierarchy.

    Args:
        pack: folder with ``sam.safetensors`` and a manifest that lists it.
        drawn_only: only those that the network drew, which the recogniser goes by.

    Raises:
        WeightsDamaged: the weights or the manifest are missing or damaged.
    """
    from tas_desktop.backends.proposals.joined import open_joined_proposer
    from tas_desktop.domain.proposal import ProposalSource
    from tas_desktop.engine.control import Control

    proposer = open_joined_proposer(pack)

    def propose(image_rgb: NDArray[np.uint8]) -> list[NDArray[np.bool_]]:
        found = proposer.propose(image_rgb, control=Control())
        hidden = ProposalSource.HIERARCHY if drawn_only else None
        return [proposal.mask.to_array() for proposal in found if proposal.source is not hidden]

    return propose
