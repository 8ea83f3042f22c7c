"""What is under repair, and what was left unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.domain.mask import Mask

if TYPE_CHECKING:
    from tas_desktop.domain.decision import ChosenMask
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.ranking import Candidate


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What is repaired.

    Attributes:
        image: the picture.
        candidate: the candidate whose mask it was; None for a mask by hand.
        companions: further candidates that are accepted with it, unrepaired.
        place: image and expression that it belongs to; 0 for a text that is not on the list yet.
        source: the mask that was decided before and is repaired once more; None otherwise.
        pool: the picture's proposals, where the network does not know such pictures; else empty.
    """

    image: LoadedImage
    candidate: Candidate | None
    companions: tuple[Candidate, ...] = ()
    place: tuple[int, int] = (0, 0)
    source: ChosenMask | None = None
    pool: tuple[Mask, ...] = ()

    @property
    def is_by_hand(self) -> bool:
        """Whether no proposal was its start."""
        return self.candidate is None and (self.source is None or self.source.proposal_mask is None)

    @property
    def first_mask(self) -> Mask:
        """What the repair starts from; empty for a mask by hand."""
        if self.source is not None:
            return self.source.mask
        if self.candidate is not None:
            return self.candidate.proposal.mask
        return Mask.empty(height=self.image.height, width=self.image.width)

    def is_same(self, other: Subject) -> bool:
        """Whether an unfinished repair of the one can be taken up for the other."""
        if self.place != other.place or self.image.content_hash != other.image.content_hash:
            return False
        return self.first_mask == other.first_mask
