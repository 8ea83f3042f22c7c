"""``tas-desktop stats``: how the work on a project goes, as a table, JSON, CSV or pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tas_desktop.evaluation.statistics.counting import Group, Statistics
    from tas_desktop.evaluation.statistics.figures import Share


def stats(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    plots: Annotated[
        Path | None, typer.Option(help="Draw the plots into this folder, as PNG and SVG.", file_okay=False)
    ] = None,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", help="Write the figures to this file.", dir_okay=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Say what was accepted at which rank, what was repaired, how fast, and how reliably.

    Counts the decisions that stand: those undone or overtaken by a later one are not among them.
    """
    from tas_desktop.config.writing import replace_file
    from tas_desktop.evaluation.statistics.counting import count_decisions
    from tas_desktop.evaluation.statistics.tables import statistics_to_csv, statistics_to_json
    from tas_desktop.storage.project import ProjectStore

    with ProjectStore.open(project) as store:
        counted = count_decisions(store.decision_facts.iterate(), store.back_checks.list_all())
    written: list[Path] = []
    if csv_file is not None:
        replace_file(csv_file, statistics_to_csv(counted).encode("utf-8"))
        written.append(csv_file)
    if plots is not None:
        from tas_desktop.cli.terminal import waiting
        from tas_desktop.evaluation.statistics.plots import write_plots

        with waiting("Drawing"):
            written += write_plots(plots, counted)
    if as_json:
        files = {"files": [str(file) for file in written]} if written else {}
        typer.echo(json.dumps(statistics_to_json(counted) | files))
        return
    for line in _as_text(counted):
        typer.echo(line)
    for file in written:
        typer.echo(str(file))


def _as_text(counted: Statistics) -> list[str]:
    """A table of all groups, then the back-checks."""
    if not counted.overall.decisions:
        return ["Nothing has been decided yet"]
    header = ("", "decisions", "rank 1", "rank 3", "rank 5", "repaired", "drawn", "no target", "seconds")
    groups = [("all", counted.overall)]
    for division, parts in (
        ("kind", counted.by_kind),
        ("method", counted.by_method),
        ("annotator", counted.by_annotator),
    ):
        groups += [(f"{division} {group.name}", group) for group in parts]
    rows = [header, *(_row(name, group) for name, group in groups)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    lines = [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    checks = counted.agreement
    if checks.iou is not None:
        same = checks.same_referent
        lines.append(
            f"Back-checks: {same.hits} of {same.of} named the same object again, mean IoU "
            f"{checks.iou.value:.3f}"
        )
    return lines


def _row(name: str, group: Group) -> tuple[str, ...]:
    shares = (*group.accepted_at, group.edited, group.drawn, group.no_target)
    seconds = "–" if group.seconds is None else f"{group.seconds.median:.1f}"
    # A name is chosen by whoever annotates: nothing in it may steer a terminal.
    shown = "".join(letter if letter.isprintable() else "�" for letter in name)
    return (shown, f"{group.decisions:,}", *(_percent(share) for share in shares), seconds)


def _percent(share: Share) -> str:
    return "–" if share.value is None else f"{100 * share.value:.1f} %"
