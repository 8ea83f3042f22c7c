"""``tas-desktop validate``: whether files keep the rules that their readers enforce."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from tas_desktop.formats.format import Finding

_MOST_SHOWN: Final = 20  # of one check


def validate(
    path: Annotated[Path, typer.Argument(help="The file or folder, whoever wrote it.")],
    file_format: Annotated[str, typer.Option("--format", help="File format; see tas-desktop formats.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print every finding as JSON.")] = False,
) -> None:
    """Look through a dataset for breaches of its format, by the name of the check and the offending item.

    Exit code 0: nothing found; 1: something found; 2: refused.
    """
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.formats.registry import checkable_formats, find_format

    chosen = find_format(file_format, among=checkable_formats())
    done = itertools.count(1)
    with work_bar(path.name) as control:
        findings = list(chosen.check(path, tick=lambda: control.step("check", next(done))))
    if as_json:
        rows = [finding._asdict() for finding in findings]
        typer.echo(json.dumps({"path": str(path), "format": chosen.name, "findings": rows}))
    else:
        _tell(findings)
    raise typer.Exit(1 if findings else 0)


def _tell(findings: list[Finding]) -> None:
    counts = Counter(finding.check for finding in findings)
    shown: Counter[str] = Counter()
    for finding in findings:
        shown[finding.check] += 1
        if shown[finding.check] <= _MOST_SHOWN:
            item = f"{finding.item}: " if finding.item else ""
            clause = f" (clause {finding.clause})" if finding.clause else ""
            typer.echo(f"{finding.check}: {item}{finding.message}{clause}")
    for check, count in counts.items():
        if count > _MOST_SHOWN:
            typer.echo(f"{check}: {count - _MOST_SHOWN:,} more")
    typer.echo(f"{len(findings):,} findings" if findings else "No finding", err=True)
