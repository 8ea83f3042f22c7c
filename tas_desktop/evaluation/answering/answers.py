"""What is answered for the sentences of one image, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.mask import Mask
    from tas_desktop.engine.control import Control
    from tas_desktop.evaluation.labels.labels import LabelledImage
    from tas_desktop.formats.format import Loss


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """The answer to one sentence.

    Attributes:
        mask: at the image's size; None where nothing was found.
        rectified: whether a rectifier acted.
        seconds: wall time of the ranking where it was timed, else 0.
    """

    mask: Mask | None
    rectified: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ImageAnswers:
    """The answers of one contender for one image.

    Attributes:
        name: of the contender.
        answers: one for each unit, in their order.
        proposals: the masks it chose between; None where that is unknown.
        analysis_seconds: what the image's analysis took, which methods may share; None where it was kept.
    """

    name: str
    answers: tuple[UnitAnswer, ...]
    proposals: tuple[Mask, ...] | None = None
    analysis_seconds: float | None = None


class AnswerSource(Protocol):
    """One contender or several that share their work on an image."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of its contenders; unique over an evaluation."""
        ...

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What of the answers could not be used, whatever the image."""
        ...

    def identity(self, name: str) -> str:
        """Fingerprint of everything that decides what a contender answers."""
        ...

    def answer(self, image: LabelledImage, names: Sequence[str], *, control: Control) -> list[ImageAnswers]:
        """Answer for some of its contenders, in their order.

        Raises:
            InputRefused: the image is missing, damaged or not the one that was labelled.
            Cancelled: the flag was set.
        """
        ...
