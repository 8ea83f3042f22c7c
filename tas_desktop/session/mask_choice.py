"""How the mask is chosen that Enter will accept: ranked, several at once, repaired or drawn by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.analysis import RECOGNISED_FROM
from tas_desktop.session.kept import Kept
from tas_desktop.session.offers import (
    KeptOffer,
    Offer,
    RankedOffer,
    RepairOffer,
    SeveralOffer,
    candidates_of,
)
from tas_desktop.session.repair.looking_ahead import LookingAhead
from tas_desktop.session.repair.pointing import Pointing
from tas_desktop.session.repair.prompting import Prompting
from tas_desktop.session.repair.repair import Repair
from tas_desktop.session.repair.subject import Subject
from tas_desktop.session.repair.tools import Tool
from tas_desktop.session.several import Several

if TYPE_CHECKING:
    from tas_desktop.domain.decision import ChosenMask
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk


class MaskChoice(QObject):
    """Knows what is on offer; at most one of the ways beside the ranking is in use.

    Signals:
        changed: what is to be painted may be another.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        project: ProjectSession,
        desk: ImageDesk,
        ranking: RankingDesk,
        source: PipelineSource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._ranking = desk, ranking
        self._prompting = Prompting(source, self)
        LookingAhead(self._prompting, desk=desk, ranking=ranking, parent=self)
        self.several = Several(self)
        self.kept = Kept(project, self)
        self.repair = Repair(Pointing(self._prompting, self), self)
        self._ranked: Offer = RankedOffer(desk, ranking)
        self._together: Offer = SeveralOffer(self.several, desk, ranking)
        self._repaired: Offer = RepairOffer(self.repair, desk, ranking)
        self._decided: Offer = KeptOffer(self.kept, desk, ranking, meanwhile=self._ranked)
        self.several.changed.connect(self.changed)
        self.kept.changed.connect(self.changed)
        ranking.chips_changed.connect(self.kept.clear)
        self.repair.active_changed.connect(self._on_changed)
        self.repair.changed.connect(self._on_changed)
        self.repair.pointing.pending_changed.connect(self._on_changed)

    @property
    def is_ranked(self) -> bool:
        """Whether the ranking's selection is on the screen."""
        return self.offer is self._ranked or (self.is_kept and self.kept.masks is None)

    @property
    def offer(self) -> Offer:
        """What Enter would accept."""
        if self.repair.is_active:
            return self._repaired
        if self.several.is_active:
            return self._together
        return self._decided if self.kept.is_active else self._ranked

    @property
    def is_kept(self) -> bool:
        """Whether masks that the expression brought along are on offer: of its decision, or an answer."""
        return self.offer is self._decided

    @property
    def is_decided(self) -> bool:
        """Whether what is on offer is accepted already."""
        return self.is_kept and self.kept.is_decided

    def begin_repair(self, *, by_hand: bool, place: tuple[int, int]) -> bool:
        """Repair the selected candidate, or draw a mask; what was chosen beside it is accepted with it.

        Args:
            by_hand: start from an empty mask, whatever is selected.
            place: image and expression, or 0.

        Returns:
            False where there is no picture to draw on.
        """
        picture = self._desk.picture
        if picture is None:
            return False
        if by_hand:
            subject = Subject(picture.image, None, place=place)
        elif self.kept.masks is not None:
            subject = self._decided_before(picture.image, self.kept.masks.masks, place)
        else:
            candidate = self._ranking.selected
            subject = Subject(picture.image, candidate, self._companions(candidate), place)
        subject = replace(subject, pool=self._pool())
        self.several.end()
        self.kept.clear()
        tool = Tool.BRUSH if by_hand and not self.repair.pointing.is_possible else None
        self.repair.begin(subject, tool=tool)
        return True

    def toggle_several(self) -> None:
        """Begin or end choosing several candidates."""
        if self.several.is_active:
            self.several.end()
            return
        selected = self._ranking.selected
        self.kept.clear()
        self.repair.leave()
        self.several.begin(first=None if selected is None else selected.proposal_index)

    def combine_proposal(self, proposal_index: int) -> None:
        """Add a proposal to the mask under repair, or cut it, where the tool is for that."""
        analysis = self._desk.analysis
        if analysis is not None and self.repair.tool in (Tool.UNION, Tool.CUT):
            mask = analysis.proposals[proposal_index].mask
            self.repair.combine(mask, add=self.repair.tool is Tool.UNION)

    @Slot()
    def end(self) -> None:
        """Back to the ranking: accepted or cancelled."""
        self.repair.end()
        self.several.end()

    def choose_anew(self) -> None:
        """The annotator chooses: what was decided before is no longer on offer."""
        self.kept.clear()

    def leave(self) -> bool:
        """Back to the ranking, somewhere else; return whether an unfinished repair was put aside."""
        self.several.end()
        return self.repair.leave()

    def close(self) -> bool:
        """End the lane."""
        return self._prompting.close()

    def _decided_before(
        self, image: LoadedImage, masks: tuple[ChosenMask, ...], place: tuple[int, int]
    ) -> Subject:
        """The first mask that is no proposal's, once more under repair, beside those that are."""
        ranking = self._ranking.ranking
        candidates = () if ranking is None else ranking.candidates
        by_mask = {candidate.proposal.mask: candidate for candidate in candidates}
        source = next((one for one in masks if one.mask not in by_mask), masks[0])
        companions = tuple(by_mask[one.mask] for one in masks if one is not source and one.mask in by_mask)
        candidate = None if source.proposal_mask is None else by_mask.get(source.proposal_mask)
        return Subject(image, candidate, companions, place, source)

    def _pool(self) -> tuple[Mask, ...]:
        """The proposals, on a picture that the networks do not know."""
        analysis = self._desk.analysis
        if analysis is None or analysis.recognised >= RECOGNISED_FROM:
            return ()
        return tuple(proposal.mask for proposal in analysis.proposals)

    def _companions(self, candidate: Candidate | None) -> tuple[Candidate, ...]:
        """What else was chosen; nothing while one is chosen only."""
        own = None if candidate is None else candidate.proposal_index
        others = tuple(index for index in self.several.chosen if index != own)
        return candidates_of(self._ranking, others)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
