"""Labelled images as an evaluation takes them: one unit for each sentence of each referent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tas_desktop.domain.component import fingerprint
from tas_desktop.domain.errors import ExpressionRefused
from tas_desktop.domain.expression import check_expression
from tas_desktop.formats.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.domain.mask import Mask
    from tas_desktop.evaluation.protocol import Truth
    from tas_desktop.formats.format import Loss


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of one referent: what the field counts (methods.md 6).

    Attributes:
        unit_id: unique over the labels; the same for every method and every run.
        sentence_id: of the sentence in its file or project, by which predictions may name it.
        raw, sent: as typed, and lower case without punctuation.
        kind: how it singles out its referent.
        unseen: what of it training never met, where the labels say so.
        truth: gives the referent's mask; raises ``InputRefused`` where the file's mask is none.
    """

    unit_id: str
    sentence_id: int
    raw: str
    sent: str
    kind: str
    truth: Callable[[Truth], Mask]
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """One image with its units.

    Attributes:
        image_id: unique over the labels.
        name: what people call it.
        path: where it lies, which may be nowhere.
        height, width: pixels of the upright image, as the labels have it.
        units: at least one.
        every_mask: gives all annotated masks of the image; raises as ``Unit.truth``.
        content_hash: SHA-256 of the picture that was labelled, where that is known.
    """

    image_id: int
    name: str
    path: Path
    height: int
    width: int
    units: tuple[Unit, ...]
    every_mask: Callable[[Truth], list[Mask]]
    content_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything to be scored.

    Attributes:
        name: of the dataset or project.
        images: in the order in which they are worked through.
        left_out: what is wrong and therefore not among the units: what and why, how often, examples.
        beside: what is there but is no label, such as expressions that nobody has decided.
        favoured: by method, how many labels are masks that it had proposed, taken as they were: labels that
            were made with a method's help are easier for that method.
    """

    name: str
    images: tuple[LabelledImage, ...]
    left_out: tuple[Loss, ...] = ()
    beside: tuple[Loss, ...] = ()
    favoured: tuple[tuple[str, int], ...] = ()

    @property
    def unit_count(self) -> int:
        """How many sentences."""
        return sum(len(image.units) for image in self.images)

    def first_images(self, count: int) -> Labels:
        """The same with the first ``count`` images only; 0 keeps all."""
        return replace(self, images=self.images[:count]) if count > 0 else self


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts, while labels are read, what does not become a unit; see ``Labels``."""

    left_out: Losses = field(default_factory=Losses)
    beside: Losses = field(default_factory=Losses)
    favoured: Counter[str] = field(default_factory=Counter)

    def can_say(self, text: str, *, where: str) -> bool:
        """Whether a sentence can be ranked at all; one that cannot is counted as left out."""
        try:
            check_expression(text)
        except ExpressionRefused as error:
            self.left_out.note(
                "sentences that are blank, too long or no valid text", example=f"{where}: {error.message}"
            )
            return False
        return True


def unit_fingerprint(image: LabelledImage, truth: Truth) -> str:
    """Tells whether what was stored of an image is of the same sentences and masks.

    Raises:
        InputRefused: a mask of the file is none.
    """
    units = [[unit.unit_id, unit.raw, unit.sent, unit.truth(truth).counts] for unit in image.units]
    return fingerprint(image.image_id, image.height, image.width, units)
