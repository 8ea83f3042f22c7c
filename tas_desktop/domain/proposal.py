"""Class-agnostic masks as the mask-proposal step hands them on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.mask import Mask


class ProposalSource(StrEnum):
    """Which maker drew the mask; the overlap filter treats hierarchies by IoU, not by nesting."""

    SAM = "sam"
    HIERARCHY = "hierarchy"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mask that may be some object, before any expression is known.

    Attributes:
        mask: the mask in pixels of the upright image.
        quality: the maker's own estimate of the mask's IoU, in [0, 1].
        source: which maker drew it.
    """

    mask: Mask
    quality: float
    source: ProposalSource
