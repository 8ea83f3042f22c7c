"""oIoU, mIoU and P@X over (referent, sentence) pairs at native size (methods.md 6, formats.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from pycocotools import mask as coco_mask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tas_desktop.domain.mask import Mask

THRESHOLDS: Final = (0.5, 0.7, 0.9)


class Comparator(StrEnum):
    """When a sample counts for P@X."""

    AT_LEAST = ">="  # LAVT, MagNet
    ABOVE = ">"  # TAS, CRIS, Ref-Diff

    def holds(self, iou: float, threshold: float) -> bool:
        return iou >= threshold if self is Comparator.AT_LEAST else iou > threshold


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence scored against its referent.

    Attributes:
        intersection_px, union_px: of the predicted and the true mask; an empty prediction counts with
            the true mask's pixels in the union.
        oracle_iou: best IoU among the candidates, whatever their rank.
        kind: how the sentence singles out its referent; empty where unknown.
        unseen: what of it training never met.
        rectified: whether the rectifier acted.
        method_seconds: wall time of ``rank()``.
    """

    intersection_px: int
    union_px: int
    oracle_iou: float
    kind: str = ""
    unseen: tuple[str, ...] = ()
    rectified: bool = False
    method_seconds: float = 0.0

    @property
    def iou(self) -> float:
        """I / U, and 0 where both masks are empty."""
        return self.intersection_px / self.union_px if self.union_px else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The field's figures over ``n`` samples; all in [0, 1], 0 without samples."""

    miou: float
    oiou: float
    precision: tuple[float, ...]
    oracle_miou: float
    n: int

    @classmethod
    def over(cls, samples: Sequence[Sample], *, comparator: Comparator = Comparator.AT_LEAST) -> Scores:
        """Summarise samples; every sentence counts once, however large its referent."""
        n = len(samples)
        if n == 0:
            return cls(0.0, 0.0, (0.0,) * len(THRESHOLDS), 0.0, 0)
        union_px = sum(sample.union_px for sample in samples)
        hits = [sum(comparator.holds(s.iou, threshold) for s in samples) / n for threshold in THRESHOLDS]
        return cls(
            miou=sum(sample.iou for sample in samples) / n,
            oiou=sum(sample.intersection_px for sample in samples) / union_px if union_px else 0.0,
            precision=tuple(hits),
            oracle_miou=sum(sample.oracle_iou for sample in samples) / n,
            n=n,
        )

    def to_json(self) -> dict[str, Any]:
        """``{"miou", "oiou", "p@0.5", "p@0.7", "p@0.9", "oracle_miou", "n"}``, rounded to 6 digits."""
        precision = {f"p@{x}": round(p, 6) for x, p in zip(THRESHOLDS, self.precision, strict=True)}
        return {
            "miou": round(self.miou, 6),
            "oiou": round(self.oiou, 6),
            **precision,
            "oracle_miou": round(self.oracle_miou, 6),
            "n": self.n,
        }


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
