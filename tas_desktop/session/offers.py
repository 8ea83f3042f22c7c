"""What Enter would accept: the selected candidate, several of them, or the mask under repair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tas_desktop.domain.decision import ChosenMask, DecisionAction
from tas_desktop.session.enter_rules import Painted

if TYPE_CHECKING:
    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.kept import Kept
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.repair.repair import Repair
    from tas_desktop.session.several import Several

BY_HAND = -1
"""Proposal index of a mask that no proposal was repaired to."""

ANSWERED = -2
"""The same of another program's answer, which nobody here has chosen yet."""

_TERMS = ("total", "v", "p", "n", "prior", "spatial")
_REPAIR_TERM = "repair."


class Offer(Protocol):
    """Something that can be painted and accepted."""

    @property
    def action(self) -> DecisionAction:
        """What accepting it is."""
        ...

    @property
    def to_paint(self) -> Painted | None:
        """What the canvas shall show; None where there is nothing to accept."""
        ...

    @property
    def is_current(self) -> bool:
        """Whether it belongs to exactly the text in the box."""
        ...

    @property
    def is_complete(self) -> bool:
        """Whether nothing that is under way will change it."""
        ...

    def masks(self) -> tuple[ChosenMask, ...]:
        """What a decision stores of it."""
        ...


class RankedOffer:
    """The selected candidate of the ranking."""

    action = DecisionAction.ACCEPT

    def __init__(self, desk: ImageDesk, ranking: RankingDesk) -> None:
        self._desk, self._ranking = desk, ranking

    @property
    def to_paint(self) -> Painted | None:
        """See `Offer`."""
        ranking, candidate, image = self._ranking.ranking, self._ranking.selected, self._desk.image
        if ranking is None or candidate is None or image is None:
            return None
        return Painted(image.image_id, ranking.expression, ranking.ranking_id, candidate.proposal_index)

    @property
    def is_current(self) -> bool:
        """See `Offer`."""
        return self._ranking.is_current

    @property
    def is_complete(self) -> bool:
        """Captions may still change the order."""
        ranking = self._ranking.ranking
        return ranking is not None and (ranking.complete or not self._desk.phase.is_working)

    def masks(self) -> tuple[ChosenMask, ...]:
        """See `Offer`."""
        candidate = self._ranking.selected
        return () if candidate is None else (chosen_mask(candidate),)


class SeveralOffer:
    """All candidates that were chosen together; each is a mask of its own."""

    action = DecisionAction.PICK

    def __init__(self, several: Several, desk: ImageDesk, ranking: RankingDesk) -> None:
        self._several, self._desk, self._ranking = several, desk, ranking

    @property
    def to_paint(self) -> Painted | None:
        """See `Offer`; nothing is accepted while none is chosen."""
        ranking, image, chosen = self._ranking.ranking, self._desk.image, self._several.chosen
        if ranking is None or image is None or not chosen:
            return None
        return Painted(image.image_id, ranking.expression, ranking.ranking_id, chosen[0], chosen[1:])

    @property
    def is_current(self) -> bool:
        """See `Offer`."""
        return self._ranking.is_current

    @property
    def is_complete(self) -> bool:
        """The annotator chose: no caption changes that."""
        return True

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The chosen candidates, in the order they were chosen."""
        return candidates_of(self._ranking, self._several.chosen)

    def masks(self) -> tuple[ChosenMask, ...]:
        """See `Offer`."""
        return tuple(chosen_mask(candidate) for candidate in self.candidates)


class KeptOffer:
    """What was decided before and no single proposal shows, accepted already; or another program's answer."""

    action = DecisionAction.ACCEPT

    def __init__(self, kept: Kept, desk: ImageDesk, ranking: RankingDesk, *, meanwhile: Offer) -> None:
        self._kept, self._desk, self._ranking, self._meanwhile = kept, desk, ranking, meanwhile

    @property
    def to_paint(self) -> Painted | None:
        """See `Offer`; while it is being read, what the ranking has, which cannot be accepted yet."""
        kept, image = self._kept.masks, self._desk.image
        if kept is None or image is None:
            return self._meanwhile.to_paint
        if kept.decision_id is None:
            return Painted(image.image_id, kept.text, f"answer of {kept.answered_by}", ANSWERED)
        return Painted(image.image_id, self._ranking.text, f"decision {kept.decision_id}", BY_HAND)

    @property
    def is_current(self) -> bool:
        """See `Offer`."""
        return self._kept.masks is not None

    @property
    def is_complete(self) -> bool:
        """See `Offer`."""
        return True

    def masks(self) -> tuple[ChosenMask, ...]:
        """See `Offer`."""
        return () if self._kept.masks is None else self._kept.masks.masks


class RepairOffer:
    """The mask under repair, with what is accepted beside it."""

    def __init__(self, repair: Repair, desk: ImageDesk, ranking: RankingDesk) -> None:
        self._repair, self._desk, self._ranking = repair, desk, ranking

    @property
    def action(self) -> DecisionAction:
        """A mask by hand is drawn, a repaired one accepted."""
        subject = self._repair.subject
        by_hand = subject is not None and subject.is_by_hand
        return DecisionAction.DRAW if by_hand else DecisionAction.ACCEPT

    @property
    def to_paint(self) -> Painted | None:
        """See `Offer`; the mask belongs to whatever the box says."""
        subject, buffer, image = self._repair.subject, self._repair.buffer, self._desk.image
        if subject is None or buffer is None or image is None:
            return None
        ranking = self._ranking.ranking if self._ranking.is_current else None
        return Painted(
            image.image_id,
            self._ranking.text,
            "" if ranking is None else ranking.ranking_id,
            BY_HAND if subject.candidate is None else subject.candidate.proposal_index,
            tuple(candidate.proposal_index for candidate in subject.companions),
            buffer.revision,
        )

    @property
    def is_current(self) -> bool:
        """It is whatever the text is, once all points are answered."""
        return not self._repair.pointing.is_pending and not self._repair.is_stroking

    @property
    def is_complete(self) -> bool:
        """See `Offer`."""
        return True

    def masks(self) -> tuple[ChosenMask, ...]:
        """See `Offer`; none where nothing is painted."""
        subject, buffer = self._repair.subject, self._repair.buffer
        if subject is None or buffer is None:
            return ()
        mask, candidate, source = buffer.to_mask(), subject.candidate, subject.source
        if not mask.area:
            return ()
        counts = tuple(
            (_REPAIR_TERM + how, float(count)) for how, count in sorted(self._repair.tool_counts.items())
        )
        if candidate is None and source is None:
            first = ChosenMask(mask, scores=counts)
        elif source is not None and mask == source.mask:
            first = source
        elif candidate is None or source is not None:
            first = _repaired_again(mask, source, counts)
        elif mask == candidate.proposal.mask:
            first = chosen_mask(candidate)
        else:
            chosen = chosen_mask(candidate)
            first = ChosenMask(
                mask,
                proposal_mask=chosen.proposal_mask,
                candidate_rank=chosen.candidate_rank,
                edited=True,
                scores=(*chosen.scores, *counts),
            )
        return (first, *(chosen_mask(companion) for companion in subject.companions))


def _repaired_again(
    mask: Mask, source: ChosenMask | None, counts: tuple[tuple[str, float], ...]
) -> ChosenMask:
    """A mask that was decided before and repaired once more: what was done adds up."""
    if source is None:
        return ChosenMask(mask, scores=counts)
    scores = dict(source.scores)
    for name, count in counts:
        scores[name] = scores.get(name, 0.0) + count
    return replace(source, mask=mask, edited=source.proposal_mask is not None, scores=tuple(scores.items()))


def chosen_mask(candidate: Candidate) -> ChosenMask:
    """A candidate's mask as a decision stores it."""
    return ChosenMask(
        mask=candidate.proposal.mask,
        proposal_mask=candidate.proposal.mask,
        candidate_rank=candidate.rank,
        scores=tuple((name, float(getattr(candidate, name))) for name in _TERMS),
    )


def candidates_of(ranking: RankingDesk, proposal_indices: tuple[int, ...]) -> tuple[Candidate, ...]:
    """The candidates of proposals; those that the ranking does not have are left out."""
    rows = (ranking.candidates.row_of(index) for index in proposal_indices)
    found = (ranking.candidates.candidate_at(row) for row in rows if row is not None)
    return tuple(candidate for candidate in found if candidate is not None)
