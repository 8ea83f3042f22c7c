"""The switches in which the field's evaluations differ, named as in methods.md section 6."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tas_desktop.domain.mask import Mask
from tas_desktop.formats.coco_masks import PolygonRule

if TYPE_CHECKING:
    from numpy.typing import NDArray

SQUARE_PX: Final = 480
"""Side to which LAVT and MagNet resize the true mask before they compare."""


class Comparator(StrEnum):
    """When a sample counts for P@X."""

    AT_LEAST = ">="  # LAVT, MagNet
    ABOVE = ">"  # TAS, CRIS, Ref-Diff

    def holds(self, iou: float, threshold: float) -> bool:
        return iou >= threshold if self is Comparator.AT_LEAST else iou > threshold


class Size(StrEnum):
    """At which size masks are compared."""

    NATIVE = "native"  # the zero-shot papers
    SQUARE_480 = "480"  # LAVT, MagNet

    def of(self, mask: Mask) -> Mask:
        """The mask at this size; resized to the nearest pixel as Pillow does, the sides apart."""
        if self is Size.NATIVE:
            return mask
        rows, columns = _nearest(mask.height), _nearest(mask.width)
        return Mask.from_array(mask.to_array()[rows][:, columns])


class Truth(StrEnum):
    """Which pixels of an annotation's polygons are true."""

    UNION = "union"  # any covered pixel: TAS
    EXACTLY_ONE = "exactly-one"  # covered once, so that overlapping polygons make holes: LAVT, MagNet

    @property
    def rule(self) -> PolygonRule:
        """How masks are decoded."""
        return PolygonRule.UNION if self is Truth.UNION else PolygonRule.ONCE


class Empties(StrEnum):
    """What becomes of a sentence without a predicted pixel."""

    ZERO = "zero"  # it counts with an IoU of 0
    SKIP = "skip"  # it counts nowhere, as Global-Local has it


class TextForm(StrEnum):
    """Which form of a sentence methods get."""

    METHOD = "method"  # each its own: upstream's presets ``sent``, ours ``raw``
    RAW = "raw"  # as typed: LAVT, MagNet, Global-Local, HybridGL
    SENT = "sent"  # lower case without punctuation: TAS


@dataclass(frozen=True, slots=True)
class Protocol:
    """How sentences are scored; the defaults are ours.

    Attributes:
        size: at which masks are compared.
        truth: which pixels are true.
        text: what methods read.
        comparator: of P@X.
        empties: what becomes of empty predictions.
    """

    size: Size = Size.NATIVE
    truth: Truth = Truth.UNION
    text: TextForm = TextForm.METHOD
    comparator: Comparator = Comparator.AT_LEAST
    empties: Empties = Empties.ZERO

    def to_json(self) -> dict[str, Any]:
        """``{"size", "gt", "text", "comparator", "empty"}``."""
        return {
            "size": self.size.value,
            "gt": self.truth.value,
            "text": self.text.value,
            "comparator": self.comparator.value,
            "empty": self.empties.value,
        }

    @property
    def shaping(self) -> tuple[str, str, str]:
        """The switches that change what is stored of a sample; the others act when it is counted."""
        return self.size.value, self.truth.value, self.text.value


def _nearest(length: int) -> NDArray[np.int64]:
    """For each of 480 rows or columns the source pixel that its centre lies in, shape (480,).

    Centres are summed up as Pillow sums them, so that those on a border between pixels fall as they do there.
    """
    step = length / SQUARE_PX
    steps = np.full(SQUARE_PX, step)
    steps[0] = step * 0.5
    pixels: NDArray[np.int64] = np.floor(np.cumsum(steps)).astype(np.int64)
    return pixels.clip(max=length - 1)
