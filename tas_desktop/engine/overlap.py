"""Thinning out overlapping proposals before anything expensive looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.mask import pairwise_iou
from tas_desktop.domain.proposal import ProposalSource
from tas_desktop.engine.params import OverlapRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.params import AnalysisParams

CODE_NESTING_LIMIT = 0.4
BACKGROUND_SHARE = 0.5
SMALLEST_PX = 9


def thin_out(proposals: Sequence[Proposal], params: AnalysisParams) -> list[Proposal]:
    """Proposals that the rule of ``params`` keeps; masks without a pixel never stay."""
    solid = [proposal for proposal in proposals if proposal.mask.area > 0]
    match params.overlap:
        case OverlapRule.NONE:
            return solid
        case OverlapRule.CODE:
            # Upstream has no hierarchy, whose largest region would drive everything else out.
            objects = [p for p in solid if p.source is not ProposalSource.HIERARCHY]
            if not objects:
                return _tas_rule(solid, params)
            kept = code_rule([p.mask for p in objects], area_floor_px=params.area_floor_px)
            return [objects[i] for i in kept]
        case OverlapRule.TAS:
            return _tas_rule(solid, params)


def code_rule(masks: Sequence[Mask], *, area_floor_px: int) -> list[int]:
    """Indices that the released code keeps, ascending (methods.md 1.2, "overlap filter").

    Masks below the floor neither stay nor count. Of each remaining pair whose intersection exceeds 0.4 of
    the smaller mask the smaller goes, the later one on equal areas; a mask that has gone still drives
    others out.
    """
    large = [i for i, mask in enumerate(masks) if mask.area >= area_floor_px]
    areas = np.array([masks[i].area for i in large], dtype=np.float64)
    nesting = shared_of_smaller([masks[i] for i in large])
    dropped: set[int] = set()
    for i, j in zip(*np.nonzero(np.triu(nesting > CODE_NESTING_LIMIT, k=1)), strict=True):
        dropped.add(int(j if areas[i] >= areas[j] else i))
    return [index for place, index in enumerate(large) if place not in dropped]


def shared_of_smaller(masks: Sequence[Mask]) -> NDArray[np.float64]:
    """Intersection over the smaller of each pair of masks, shape (N, N), in [0, 1]."""
    areas = np.array([mask.area for mask in masks], dtype=np.float64)
    iou = pairwise_iou(masks, masks)
    both = areas[:, None] + areas[None, :]
    shared_px = np.rint(iou * both / (1.0 + iou))  # whole pixels, recovered exactly from the ratio
    return shared_px / np.maximum(np.minimum(areas[:, None], areas[None, :]), 1.0)


def _tas_rule(proposals: list[Proposal], params: AnalysisParams) -> list[Proposal]:
    """Ours: a floor relative to the image, then greedily by quality; regions of a hierarchy by IoU only.

    Nested regions are the point of a hierarchy (starter-pack.md 6), so nesting is judged only among masks
    of objects, where the smaller one is a part, and never against a mask that fills half the picture.
    """
    if not proposals:
        return []
    image_px = proposals[0].mask.height * proposals[0].mask.width
    floor_px = min(max(SMALLEST_PX, params.area_floor_share * image_px), image_px)
    ranked = sorted(
        (p for p in proposals if p.mask.area >= floor_px),
        key=lambda p: (p.source is ProposalSource.HIERARCHY, -p.quality),
    )
    masks = [p.mask for p in ranked]
    distinct = _greedy(pairwise_iou(masks, masks) > params.iou_limit, range(len(ranked)))
    ranked = [ranked[i] for i in distinct]
    parts = _parts(ranked, nesting_limit=params.nesting_limit, image_px=image_px)
    return [p for i, p in enumerate(ranked) if i not in parts][: params.max_proposals]


def _parts(proposals: list[Proposal], *, nesting_limit: float, image_px: int) -> set[int]:
    """Indices of object masks that lie inside a larger object mask which itself stays."""
    objects = [i for i, p in enumerate(proposals) if p.source is not ProposalSource.HIERARCHY]
    masks = [proposals[i].mask for i in objects]
    nested = shared_of_smaller(masks) > nesting_limit
    covers_much = np.array([mask.area > BACKGROUND_SHARE * image_px for mask in masks], dtype=bool)
    nested &= ~(covers_much[:, None] | covers_much[None, :])
    by_area = sorted(range(len(objects)), key=lambda i: -masks[i].area)
    stay = set(_greedy(nested, by_area))
    return {objects[i] for i in range(len(objects)) if i not in stay}


def _greedy(conflict_nn: NDArray[np.bool_], order: Sequence[int]) -> list[int]:
    """Walk ``order`` and keep each index that conflicts with none kept before it."""
    kept: list[int] = []
    for index in order:
        if not conflict_nn[index, kept].any():
            kept.append(index)
    return kept
