"""``tas-desktop doctor``: what is installed, what is missing and what to do about it."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from tas_desktop import __version__
from tas_desktop.config.diagnosis import State
from tas_desktop.models.diagnosis import survey_installation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tas_desktop.config.diagnosis import Finding

_MARKS = {State.OK: "ok  ", State.NOTE: "note", State.PROBLEM: "FAIL"}
_NAME_WIDTH = 18


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object for machines.")] = False,
) -> None:
    """Say what is installed, what is missing and what to do about it.

    Exit code 0 where everything needed is there, 1 otherwise. Nothing heavy is imported.
    """
    findings = survey_installation()
    healthy = all(finding.state is not State.PROBLEM for finding in findings)
    if as_json:
        content = {"version": __version__, "ok": healthy, "findings": [asdict(one) for one in findings]}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_report(findings)))
    raise typer.Exit(0 if healthy else 1)


def _report(findings: Sequence[Finding]) -> Iterator[str]:
    yield f"TAS Desktop {__version__}"
    for area, group in groupby(findings, key=lambda finding: finding.area):
        yield f"\n{area.value}"
        for finding in group:
            yield f"  {_MARKS[finding.state]}  {finding.name:<{_NAME_WIDTH}} {finding.text}"
            if finding.remedy:
                yield f"        {'':<{_NAME_WIDTH}} -> {finding.remedy}"
    problems = sum(finding.state is State.PROBLEM for finding in findings)
    yield ""
    yield "Everything needed is there." if not problems else f"{problems} to mend; the arrows say how."
