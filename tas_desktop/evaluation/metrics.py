"""oIoU, mIoU and P@X over (referent, sentence) pairs (methods.md 6, formats.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pycocotools import mask as coco_mask

from tas_desktop.evaluation.protocol import Comparator, Empties

__all__ = ["FIGURES", "THRESHOLDS", "Comparator", "Sample", "Scores", "counted", "grouped", "overlap_px"]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tas_desktop.domain.mask import Mask

THRESHOLDS: Final = (0.5, 0.6, 0.7, 0.8, 0.9)

FIGURES: Final = ("miou", "oiou", *(f"p@{threshold}" for threshold in THRESHOLDS), "oracle_miou")
"""Names of the figures, in the order of the tables."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence scored against its referent.

    Attributes:
        intersection_px, union_px: of the predicted and the true mask; an empty prediction counts with
            the true mask's pixels in the union.
        oracle_iou: best IoU among the candidates, whatever their rank; None where no candidates are known.
        kind: how the sentence singles out its referent; empty where unknown.
        unseen: what of it training never met.
        rectified: whether the rectifier acted.
        method_seconds: wall time of ``rank()`` where it was timed, else 0.
        image_id: of the image it is about.
        unit_id: of the (referent, sentence) pair, the same for every method.
        predicted: the mask at its own size; None for an empty prediction.
    """

    intersection_px: int
    union_px: int
    oracle_iou: float | None
    kind: str = ""
    unseen: tuple[str, ...] = ()
    rectified: bool = False
    method_seconds: float = 0.0
    image_id: int = 0
    unit_id: str = ""
    predicted: Mask | None = None

    @property
    def iou(self) -> float:
        """I / U, and 0 where both masks are empty."""
        return self.intersection_px / self.union_px if self.union_px else 0.0

    def parts(self, comparator: Comparator) -> tuple[tuple[float, float], ...]:
        """What it adds to numerator and denominator of each of ``FIGURES``."""
        hits = ((float(comparator.holds(self.iou, threshold)), 1.0) for threshold in THRESHOLDS)
        best = (0.0, 0.0) if self.oracle_iou is None else (self.oracle_iou, 1.0)
        return (self.iou, 1.0), (float(self.intersection_px), float(self.union_px)), *hits, best


@dataclass(frozen=True, slots=True)
class Scores:
    """The field's figures over ``n`` samples; all in [0, 1], 0 without samples.

    Attributes:
        precision: P@X for each of ``THRESHOLDS``.
        oracle_miou: None where no sample knows its candidates.
    """

    miou: float
    oiou: float
    precision: tuple[float, ...]
    oracle_miou: float | None
    n: int

    @classmethod
    def over(cls, samples: Sequence[Sample], *, comparator: Comparator = Comparator.AT_LEAST) -> Scores:
        """Summarise samples; every sentence counts once, however large its referent."""
        n = len(samples)
        if n == 0:
            return cls(0.0, 0.0, (0.0,) * len(THRESHOLDS), 0.0, 0)
        union_px = sum(sample.union_px for sample in samples)
        hits = [sum(comparator.holds(s.iou, threshold) for s in samples) / n for threshold in THRESHOLDS]
        best = [sample.oracle_iou for sample in samples if sample.oracle_iou is not None]
        return cls(
            miou=sum(sample.iou for sample in samples) / n,
            oiou=sum(sample.intersection_px for sample in samples) / union_px if union_px else 0.0,
            precision=tuple(hits),
            oracle_miou=sum(best) / len(best) if best else None,
            n=n,
        )

    @property
    def figures(self) -> tuple[float | None, ...]:
        """In the order of ``FIGURES``."""
        return (self.miou, self.oiou, *self.precision, self.oracle_miou)

    def to_json(self) -> dict[str, Any]:
        """``{"miou", "oiou", "p@0.5", …, "p@0.9", "oracle_miou", "n"}``, rounded to 6 digits."""
        rounded = [None if figure is None else round(figure, 6) for figure in self.figures]
        return {**dict(zip(FIGURES, rounded, strict=True)), "n": self.n}


def counted(samples: Sequence[Sample], empties: Empties) -> list[Sample]:
    """The samples that count."""
    return [s for s in samples if empties is Empties.ZERO or s.predicted is not None]


def overlap_px(predicted: Mask | None, true: Mask) -> tuple[int, int]:
    """Pixels in both masks and in either; no prediction is an empty mask."""
    if predicted is None:
        return 0, true.area
    both = coco_mask.merge([predicted.to_rle(), true.to_rle()], intersect=True)
    intersection = int(coco_mask.area(both))
    return intersection, predicted.area + true.area - intersection


def grouped(samples: Iterable[Sample], *, by_unseen: bool = False) -> dict[str, list[Sample]]:
    """Samples by kind, or by what training never met (``seen`` where it met everything), sorted by name.

    A sample with two unseen things stands in both groups, and in ``unseen`` with all others.
    """
    groups: dict[str, list[Sample]] = {}
    for sample in samples:
        names = [sample.kind or "unknown"]
        if by_unseen:
            names = [*sample.unseen, "unseen"] if sample.unseen else ["seen"]
        for name in names:
            groups.setdefault(name, []).append(sample)
    return dict(sorted(groups.items()))
