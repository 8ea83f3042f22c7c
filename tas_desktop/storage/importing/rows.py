"""What an import hands to the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.domain.decision import DecisionAction, Provenance
    from tas_desktop.domain.mask import Mask
    from tas_desktop.storage.rows import ExpressionSource


@dataclass(frozen=True, slots=True)
class ImportedImage:
    """A picture that is new to the project.

    Attributes:
        path: as the project stores it.
        width, height: pixels of the upright image.
        content_hash: SHA-256 of the file.
        orientation: EXIF orientation of the file, 1 to 8.
        wanted_id: id that it has in the file; 0 for any.
    """

    path: str
    width: int
    height: int
    content_hash: str
    orientation: int
    wanted_id: int = 0


@dataclass(frozen=True, slots=True)
class ImportedExpression:
    """A text that is new to an image's list."""

    image_id: int
    position: int
    text: str
    source: ExpressionSource
    wanted_id: int = 0


@dataclass(frozen=True, slots=True)
class ImportedLabel:
    """What a file says that was decided on an expression.

    Attributes:
        image_id, expression_id, text: the expression.
        action: accept, pick, draw or no target.
        annotator: who decided, by the file; else who imports.
        masks: referent and mask, in their order; empty without a target.
        category: of the first mask's referent.
        seconds_spent, edited, candidate_rank, scores, provenance: as in ``SentenceOrigin``.
    """

    image_id: int
    expression_id: int
    text: str
    action: DecisionAction
    annotator: str
    masks: tuple[tuple[int, Mask], ...] = ()
    category: str = "object"
    seconds_spent: float = 0.0
    edited: bool = False
    candidate_rank: int | None = None
    scores: tuple[tuple[str, float], ...] = ()
    provenance: Provenance | None = None
