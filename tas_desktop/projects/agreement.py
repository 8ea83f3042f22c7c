"""How far two people agree on the expressions that both decided."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.storage.merging.outcomes import Agreement
from tas_desktop.storage.referents import SAME_REFERENT_IOU

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.storage.merging.outcomes import Compared


class AgreementReport(NamedTuple):
    """Figures over expressions that two projects both decided since they parted.

    Attributes:
        compared: how many expressions.
        same: with the same decision and, where it has a mask, the same referent.
        with_masks: for which both have a mask.
        same_referent: of these, with an IoU of at least 0.9.
        iou_mean, iou_median: over these, in [0, 1]; None without any.
    """

    compared: int
    same: int
    with_masks: int
    same_referent: int
    iou_mean: float | None
    iou_median: float | None


def measure_agreement(compared: Iterable[Compared]) -> AgreementReport:
    """Figures over the expressions that both sides decided; the others are left out."""
    rows = [row for row in compared if row.both_decided]
    ious = [row.iou for row in rows if row.iou is not None]
    return AgreementReport(
        compared=len(rows),
        same=sum(row.agreement is Agreement.SAME for row in rows),
        with_masks=len(ious),
        same_referent=sum(iou >= SAME_REFERENT_IOU for iou in ious),
        iou_mean=fmean(ious) if ious else None,
        iou_median=median(ious) if ious else None,
    )


def by_pair(compared: Iterable[Compared]) -> dict[tuple[str, str], AgreementReport]:
    """The same figures for each pair of annotators, ours first."""
    pairs: dict[tuple[str, str], list[Compared]] = {}
    for row in compared:
        if row.both_decided:
            pairs.setdefault((row.ours.annotator, row.theirs.annotator), []).append(row)
    return {pair: measure_agreement(rows) for pair, rows in sorted(pairs.items())}
