"""What the annotator did with an expression, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.mask import Mask


class DecisionAction(StrEnum):
    """One word per thing an annotator can decide."""

    ACCEPT = "accept"  # the selected candidate, by Enter
    PICK = "pick"  # a candidate by its number
    DRAW = "draw"  # a mask made by hand: no proposal fitted
    NO_TARGET = "no-target"  # no such object in this image
    SKIP = "skip"  # later, or never
    FLAG = "flag"  # someone should look; the note says why

    @property
    def has_mask(self) -> bool:
        """Whether the decision names a referent."""
        return self in (DecisionAction.ACCEPT, DecisionAction.PICK, DecisionAction.DRAW)


@dataclass(frozen=True, slots=True)
class ChosenMask:
    """One mask of a decision; several when the expression names several objects.

    Attributes:
        mask: what was painted when the annotator decided.
        proposal_mask: the proposal it came from; None when drawn by hand.
        candidate_rank: 1-based rank of the candidate in the ranking; None when drawn by hand.
        edited: whether ``mask`` was repaired and differs from the proposal.
        scores: named terms of the candidate (``total``, ``v``, ``p``, ``n``, ``prior``, ``spatial``), and
            for each tool of a repair how many steps were done with it (``repair.brush``, ``repair.points``).
    """

    mask: Mask
    proposal_mask: Mask | None = None
    candidate_rank: int | None = None
    edited: bool = False
    scores: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which ranking a decision was made on.

    Attributes:
        ranking_id: ``Ranking.ranking_id``.
        method: ``tas``, ``tas-paper``, ...
        profile: name of the profile.
        components: models, parser and word source with their revisions.
        params: the method's parameters by name.
    """

    ranking_id: str
    method: str
    profile: str
    components: tuple[ComponentId, ...] = ()
    params: tuple[tuple[str, str | int | float | bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one expression, as it is handed to the project.

    Attributes:
        expression_id: the expression decided.
        action: what was decided.
        text: the exact text in the box at that moment.
        annotator: who decided.
        masks: the referent's mask or masks; empty exactly when the action names no referent.
        category: category of a new referent; a joined referent keeps its own.
        seconds_spent: time in front of this expression.
        note: free text, for flags.
        provenance: the ranking it was made on; None when there was none.
    """

    expression_id: int
    action: DecisionAction
    text: str
    annotator: str
    masks: tuple[ChosenMask, ...] = ()
    category: str = "object"
    seconds_spent: float = 0.0
    note: str = ""
    provenance: Provenance | None = None

    def __post_init__(self) -> None:
        if self.action.has_mask != bool(self.masks):
            raise ValueError(f"a decision to {self.action} has {len(self.masks)} masks")
