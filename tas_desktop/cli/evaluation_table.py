"""A comparison as tables for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from tas_desktop.evaluation.comparison import Comparison
    from tas_desktop.evaluation.report import Report

_PIPE_WIDTH = 120


def print_comparison(comparison: Comparison) -> None:
    """Figures of each contender, mIoU by kind, differences, and what was left out."""
    from rich.console import Console

    from tas_desktop.evaluation.metrics import FIGURES, THRESHOLDS
    from tas_desktop.evaluation.writing.page import MISSING, favour_sentence, with_interval

    console = Console(width=None if Console().is_terminal else _PIPE_WIDTH)
    rows = []
    for report in comparison.reports:
        overall = dict(zip(FIGURES, report.overall.figures, strict=True))
        own = next(iter(comparison.estimates[report.method].values()))
        rest = [MISSING if overall[name] is None else f"{overall[name]:.3f}" for name in FIGURES[2:]]
        cells = [with_interval(own["miou"]), with_interval(own["oiou"]), *rest]
        rows.append([report.method, f"{report.overall.n:,}", *cells])
    thresholds = [f"P@{threshold:g}".replace("0.", ".") for threshold in THRESHOLDS]
    headings = ["", "n", "mIoU", "oIoU", *thresholds, "oracle"]
    _print(console, headings, rows, caption=_about(comparison))
    groups = comparison.groups
    by_group = []
    for group in groups:
        values = [comparison.estimates[name].get(group, {}).get("miou") for name in comparison.names]
        apart = [groups_.get(group, {}).get("miou") for groups_ in comparison.differences.values()]
        name = f"words: {group.name}" if group.division == "words" else group.name
        cells = [with_interval(one) for one in values]
        cells += [
            with_interval(one, signed=True) + (" *" if one is not None and one.excludes_zero else "")
            for one in apart
        ]
        by_group.append([name, f"{comparison.count(group):,}", *cells])
    first = comparison.names[0]
    minus = [f"{first} − {name}" for name in comparison.differences]
    stars = "Differences are paired; * where the interval excludes 0." if minus else ""
    _print(console, ["mIoU of", "n", *comparison.names, *minus], by_group, caption=stars)
    if favour := favour_sentence(comparison):
        typer.echo(favour, err=True)
    for loss in (*comparison.run.left_out, *comparison.run.labels.beside):
        examples = f": {'; '.join(loss.examples)}" if loss.examples else ""
        typer.echo(f"not scored: {loss.count:,} {loss.what}{examples}", err=True)


def _print(console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(caption=caption or None, caption_justify="left")
    for number, heading in enumerate(headings):
        table.add_column(Text(heading), justify="right" if number else "left")
    for row in rows:
        # A name comes from a file: nothing in it may steer a terminal.
        table.add_row(*(Text("".join(c if c.isprintable() else "�" for c in cell)) for cell in row))
    console.print(table)


def _about(comparison: Comparison) -> str:
    said = [
        f"{len(comparison.run.image_ids):,} images",
        *(_of_report(report) for report in comparison.reports if report.proposals),
        f"P@X is {comparison.run.protocol.comparator}",
    ]
    if comparison.run.resumed:
        said.append(f"{comparison.run.resumed:,} images were measured before")
    return "; ".join(said)


def _of_report(report: Report) -> str:
    """What of a method is about images and time, in one phrase."""
    parts = [f"{report.proposals_per_image:.1f} candidates an image"]
    if report.analysed:
        parts.append(f"{report.analysis_seconds:.2f} s to analyse one")
    if report.kept:
        parts.append(f"{report.kept} analyses from the cache")
    parts.append(f"{1000 * report.rank_seconds:.1f} ms to rank a sentence")
    parts.append(f"the rectifier acted on {report.rectified_share:.0%}")
    return f"{report.method}: {', '.join(parts)}"
