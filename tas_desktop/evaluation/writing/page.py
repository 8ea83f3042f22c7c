"""The report as Markdown: how it was measured, what was left out, figures with intervals, and the cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tas_desktop.evaluation.metrics import FIGURES, THRESHOLDS
from tas_desktop.evaluation.writing.cases import CaseKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tas_desktop.evaluation.comparison import Comparison, Group, Verdict
    from tas_desktop.evaluation.intervals import Estimate
    from tas_desktop.evaluation.labels.labels import Unit
    from tas_desktop.formats.format import Loss

MISSING: Final = "–"
_HEADINGS: Final = (
    "mIoU",
    "oIoU",
    *(f"P@{threshold:g}".replace("0.", ".") for threshold in THRESHOLDS),
    "oracle",
)
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#!|~&])")
_CASE_TITLES: Final = {
    CaseKind.WORST: "Worst",
    CaseKind.BEST: "Best",
    CaseKind.DISAGREED: "Most disagreed",
}


def plain_text(text: str) -> str:
    """A text of somebody else's for Markdown: on one line, with nothing in it that means something there."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def comparison_page(
    comparison: Comparison,
    *,
    title: str,
    plots: Sequence[Path] = (),
    cases: Mapping[CaseKind, Sequence[tuple[Verdict, Unit, str]]] | None = None,
) -> str:
    """The page.

    Args:
        comparison: what was measured.
        title: of the page.
        plots: files, named relative to the page.
        cases: sentences with their labels and the name of their picture relative to the page; empty where
            the picture could not be read.
    """
    parts = [f"# {plain_text(title)}", "", _how(comparison), ""]
    parts += _losses("Left out", comparison.run.left_out)
    parts += _losses("Beside the labels", comparison.run.labels.beside)
    parts += [favour_sentence(comparison), ""] if favour_sentence(comparison) else []
    parts += ["## Figures", "", *figure_table(comparison), ""]
    parts += [_about(comparison), ""]
    parts += ["## mIoU by kind", "", *kind_table(comparison), ""]
    if any(report.proposals for report in comparison.reports):
        parts += ["## Share of the oracle", "", *share_table(comparison), ""]
    if comparison.differences:
        parts += ["## Paired differences", "", *difference_table(comparison), ""]
    for plot in plots:
        parts += [f"![{plot.stem}]({plot.as_posix()})", ""]
    for kind, listed in (cases or {}).items():
        parts += [f"## {_CASE_TITLES[kind]}", "", *_case_lines(comparison, listed), ""]
    return "\n".join(parts)


def favour_sentence(comparison: Comparison) -> str:
    """A warning where labels were made with the help of one of the contenders; empty where they were not."""
    counts = dict(comparison.run.labels.favoured)
    said = [f"{counts[name]:,} of {plain_text(name)}" for name in comparison.names if counts.get(name)]
    if not said:
        return ""
    labels = comparison.run.labels
    return (
        f"Of {labels.unit_count:,} labels, {' and '.join(said)} are masks that the method proposed and "
        "somebody accepted as they were: that favours it over methods that were not asked."
    )


def figure_table(comparison: Comparison) -> list[str]:
    """A row for each contender: every figure with its interval."""
    lines = [f"| | {' | '.join(_HEADINGS)} |", "|---|" + "---|" * len(_HEADINGS)]
    for name in comparison.names:
        overall = next(iter(comparison.estimates[name].values()))
        cells = [with_interval(overall[figure]) for figure in FIGURES]
        lines.append(f"| {plain_text(name)} | {' | '.join(cells)} |")
    return lines


def kind_table(comparison: Comparison) -> list[str]:
    """A row for each contender: mIoU of each group of sentences; the last row is the oracle."""
    groups = comparison.groups
    heads = [f"{_group_name(group)} ({comparison.count(group):,})" for group in groups]
    lines = [f"| | {' | '.join(heads)} |", "|---|" + "---|" * len(heads)]
    for name in comparison.names:
        cells = [with_interval(_of(comparison.estimates[name], group, "miou")) for group in groups]
        lines.append(f"| {plain_text(name)} | {' | '.join(cells)} |")
    for name, cells in _oracles(comparison, groups):
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def share_table(comparison: Comparison) -> list[str]:
    """A row for each contender whose candidates are known: its mIoU over that of the best candidates."""
    groups = comparison.groups
    lines = [f"| | {' | '.join(_group_name(group) for group in groups)} |", "|---|" + "---|" * len(groups)]
    for name in comparison.names:
        cells = []
        for group in groups:
            own, best = (_of(comparison.estimates[name], group, figure) for figure in ("miou", "oracle_miou"))
            cells.append(f"{own.value / best.value:.2f}" if own and best and best.value else MISSING)
        if any(cell != MISSING for cell in cells):
            lines.append(f"| {plain_text(name)} | {' | '.join(cells)} |")
    return lines


def cost_table(comparison: Comparison) -> list[str]:
    """A row for each contender that ranked: median milliseconds for a sentence on an analysed image."""
    rows = [
        f"| {plain_text(report.method)} | {1000 * report.rank_seconds:.1f} |"
        for report in comparison.reports
        if report.rank_seconds
    ]
    return ["| | ms |", "|---|---|", *rows]


def difference_table(comparison: Comparison) -> list[str]:
    """The first contender minus each other one: mIoU by group; ``*`` where the interval excludes 0."""
    groups = comparison.groups
    first = comparison.names[0]
    lines = [
        f"| {plain_text(first)} minus | {' | '.join(_group_name(group) for group in groups)} |",
        "|---|" + "---|" * len(groups),
    ]
    for name, by_group in comparison.differences.items():
        cells = []
        for group in groups:
            one = _of(by_group, group, "miou")
            cells.append(with_interval(one, signed=True) + (" *" if one and one.excludes_zero else ""))
        lines.append(f"| {plain_text(name)} | {' | '.join(cells)} |")
    return lines


def with_interval(one: Estimate | None, *, signed: bool = False) -> str:
    """``.512 (.498–.526)``, or a dash."""
    if one is None:
        return MISSING
    ends = [_short(end, signed=signed) for end in (one.low, one.high) if end is not None]
    value = _short(one.value, signed=signed)
    return f"{value} ({' to '.join(ends) if signed else '–'.join(ends)})" if ends else value


def _short(value: float, *, signed: bool) -> str:
    text = f"{value:+.3f}" if signed else f"{value:.3f}"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def _how(comparison: Comparison) -> str:
    run, resampling = comparison.run, comparison.resampling
    protocol = run.protocol
    sentences = len(next(iter(run.contenders.values())).samples)
    size = (
        "at native size" if protocol.size.value == "native" else "at 480 x 480, resized to the nearest pixel"
    )
    empty = "count with an IoU of 0" if protocol.empties.value == "zero" else "are left out"
    return " ".join(
        (
            f"{sentences:,} sentences on {len(run.image_ids):,} images of {plain_text(run.labels.name)}.",
            f"Every (referent, sentence) pair counts once; masks are compared {size};",
            f"true pixels: {protocol.truth.value}; text: {protocol.text.value};",
            f"P@X counts IoU {protocol.comparator.value} X; empty predictions {empty}.",
            f"Intervals: {resampling.level:.0%}, percentiles of {resampling.repeats:,} bootstrap draws of",
            f"images (seed {resampling.seed}), the same draws for all, so that differences are paired.",
        )
    )


def _about(comparison: Comparison) -> str:
    """What else is known of each contender."""
    lines = []
    for report in comparison.reports:
        said = []
        if report.proposals:
            said.append(f"candidates: {report.proposals}, {report.proposals_per_image:.1f} an image")
            said.append(f"{1000 * report.rank_seconds:.1f} ms to rank a sentence (median)")
            said.append(f"the rectifier acted on {report.rectified_share:.0%}")
        if report.empty_count:
            said.append(f"{report.empty_count:,} empty predictions")
        lines.append(f"- {plain_text(report.method)}: {'; '.join(said) or 'predictions made elsewhere'}.")
    return "\n".join(lines)


def _losses(title: str, losses: Sequence[Loss]) -> list[str]:
    if not losses:
        return []
    lines = [f"## {title}", ""]
    for loss in losses:
        examples = "; ".join(plain_text(example) for example in loss.examples)
        lines.append(f"- {loss.count:,} {plain_text(loss.what)}" + (f": {examples}" if examples else ""))
    return [*lines, ""]


def _oracles(comparison: Comparison, groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    """The best candidate of each sentence; one row for contenders that chose between the same candidates."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for name in comparison.names:
        cells = [with_interval(_of(comparison.estimates[name], group, "oracle_miou")) for group in groups]
        if any(cell != MISSING for cell in cells):
            rows.setdefault(tuple(cells), []).append(name)
    return [
        (f"oracle ({plain_text(', '.join(names))})" if len(rows) > 1 else "oracle", list(cells))
        for cells, names in rows.items()
    ]


def _case_lines(comparison: Comparison, listed: Sequence[tuple[Verdict, Unit, str]]) -> list[str]:
    if not listed:
        return ["None."]
    lines: list[str] = []
    for verdict, unit, picture in listed:
        scores = ", ".join(
            f"{plain_text(name)} {sample.iou:.2f}"
            for name, sample in zip(comparison.names, verdict.samples, strict=True)
        )
        lines += [f"**{plain_text(unit.raw)}** ({verdict.kind}): IoU {scores}", ""]
        lines += [f"![{plain_text(unit.raw)}]({picture})", ""] if picture else []
    return lines


def _of(groups: Mapping[Group, dict[str, Estimate | None]], group: Group, figure: str) -> Estimate | None:
    return groups.get(group, {}).get(figure)


def _group_name(group: Group) -> str:
    return f"words: {plain_text(group.name)}" if group.division == "words" else plain_text(group.name)
