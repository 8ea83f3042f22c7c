"""Outlines of a network's masks, moved to the picture's own edges.

A small network knows where an object is better than where exactly it ends. Superpixels end at edges:
a mask becomes the union of those it covers by more than half.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tas_desktop.backends.proposals.colour_spaces import lab_channels
from tas_desktop.backends.proposals.encoding import enlarge_mask
from tas_desktop.backends.proposals.working_copy import scaled_down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.control import CancelToken


@dataclass(frozen=True, slots=True)
class SnapSettings:
    """Chosen on validation scenes.

    Attributes:
        working_side: the longer side is scaled down to this many pixels.
        superpixel_scale, superpixel_sigma, superpixel_min: Felzenszwalb's parameters, in Lab.
        least_agreement: a mask whose snapped form overlaps it by a lower IoU stays as it was: its
            object has no edge of its own there.
    """

    working_side: int = 384
    superpixel_scale: float = 45.0
    superpixel_sigma: float = 0.5
    superpixel_min: int = 40
    least_agreement: float = 0.5


def snap_outlines(
    proposals: Sequence[Proposal],
    image_rgb: NDArray[np.uint8],
    *,
    settings: SnapSettings,
    token: CancelToken | None = None,
) -> list[Proposal]:
    """The proposals, in order, with snapped masks where the picture has edges to snap to.

    Args:
        proposals: masks of the image.
        image_rgb: uint8 (height, width, 3).
        settings: limits.
        token: looked at before each mask.

    Raises:
        Cancelled: the token was set.
    """
    from skimage.segmentation import felzenszwalb

    if not proposals:
        return []
    labels = felzenszwalb(
        lab_channels(scaled_down(image_rgb, longest_side=settings.working_side)),
        scale=settings.superpixel_scale,
        sigma=settings.superpixel_sigma,
        min_size=settings.superpixel_min,
    )
    area = np.bincount(labels.ravel())
    snapped = []
    for one in proposals:
        if token is not None:
            token.check()
        snapped.append(_snap(one, labels, area, settings=settings))
    return snapped


def _snap(
    proposal: Proposal, labels: NDArray[np.int64], area: NDArray[np.int64], *, settings: SnapSettings
) -> Proposal:
    height, width = proposal.mask.height, proposal.mask.width
    mask = proposal.mask.to_array()
    if mask.shape != labels.shape:
        # Whole bytes: four times as fast as floats on a large picture.
        share = cv2.resize(mask.astype(np.uint8) * 255, labels.shape[::-1], interpolation=cv2.INTER_AREA)
        mask = share > 127
    covered = np.bincount(labels[mask], minlength=len(area))
    taken = covered * 2 > area
    overlap, total = covered[taken].sum(), covered.sum() + area[taken].sum()
    if overlap <= settings.least_agreement * (total - overlap):
        return proposal
    snapped = enlarge_mask(taken[labels], height=height, width=width)
    return replace(proposal, mask=snapped) if snapped.area else proposal
