"""The statistics as JSON and CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from tas_desktop.evaluation.statistics.counting import RANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.evaluation.statistics.counting import Agreement, Group, Statistics
    from tas_desktop.evaluation.statistics.figures import Share

_SHARES = ("edited", "drawn", "no_target", "skipped", "flagged")
CSV_HEADER = (
    *("division", "name", "decisions"),
    *(f"accepted_at_{rank}" for rank in RANKS),
    *_SHARES,
    *("seconds_median", "seconds_lower_quartile", "seconds_upper_quartile"),
    *("first_mask_mean_iou", "first_mask_iou_count"),
)


def statistics_to_json(statistics: Statistics) -> dict[str, Any]:
    """Everything, ready for ``json.dumps``; shares as hits, total, value and 95 % interval."""
    return {
        "overall": _group(statistics.overall),
        "by_kind": [_group(group) for group in statistics.by_kind],
        "by_method": [_group(group) for group in statistics.by_method],
        "by_annotator": [_group(group) for group in statistics.by_annotator],
        "over_time": [
            {
                "start": period.start.isoformat(),
                "hours": period.length.total_seconds() / 3600,
                **_group(period.group),
            }
            for period in statistics.over_time
        ],
        "back_checks": _agreement(statistics.agreement),
        "back_checks_by_annotator": [_agreement(part) for part in statistics.agreement_by_annotator],
    }


def statistics_to_csv(statistics: Statistics) -> str:
    """One row for each group, shares in [0, 1], nothing where there is no figure."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_HEADER)
    for division, group in _divisions(statistics):
        seconds, first = group.seconds, group.first_iou
        writer.writerow(
            [
                division,
                _harmless(group.name),
                group.decisions,
                *(_value(share) for share in group.accepted_at),
                *(_value(getattr(group, name)) for name in _SHARES),
                *(("", "", "") if seconds is None else (seconds.median, seconds.lower, seconds.upper)),
                *(("", 0) if first is None else (round(first.value, 6), first.count)),
            ]
        )
    return text.getvalue()


def _divisions(statistics: Statistics) -> Iterator[tuple[str, Group]]:
    yield "overall", statistics.overall
    for division, groups in (
        ("kind", statistics.by_kind),
        ("method", statistics.by_method),
        ("annotator", statistics.by_annotator),
    ):
        for group in groups:
            yield division, group
    for period in statistics.over_time:
        yield "time", period.group


def _group(group: Group) -> dict[str, Any]:
    seconds, first = group.seconds, group.first_iou
    return {
        "name": group.name,
        "decisions": group.decisions,
        "accepted_at": {
            str(rank): _share(share) for rank, share in zip(RANKS, group.accepted_at, strict=True)
        },
        **{name: _share(getattr(group, name)) for name in _SHARES},
        "seconds": None
        if seconds is None
        else {
            "median": seconds.median,
            "lower_quartile": seconds.lower,
            "upper_quartile": seconds.upper,
            "count": seconds.count,
        },
        "first_mask_iou": None if first is None else {"mean": first.value, "count": first.count},
    }


def _share(share: Share) -> dict[str, Any]:
    return {"hits": share.hits, "of": share.of, "value": share.value, "interval_95": list(share.interval)}


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "name": agreement.name,
        "checks": agreement.same_referent.of,
        "same_referent": _share(agreement.same_referent),
        "mean_iou": None if agreement.iou is None else agreement.iou.value,
    }


def _value(share: Share) -> float | str:
    return "" if share.value is None else round(share.value, 6)


def _harmless(name: str) -> str:
    """A name that a spreadsheet takes for text: whoever annotates chooses it freely."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
