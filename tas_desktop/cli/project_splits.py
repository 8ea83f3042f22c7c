"""``tas-desktop project deal``: put a project's images into train, val and test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tas_desktop.cli.annotator import annotator_name


def deal(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    shares: Annotated[
        list[str] | None, typer.Argument(help="Parts and their shares: train=0.8 val=0.1 test=0.1")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed deals the same way.")] = 0,
    again: Annotated[bool, typer.Option("--again", help="Deal those anew that have a split.")] = False,
    people: Annotated[
        bool, typer.Option("--people", help="Part test into testA, with people, and testB, as RefCOCO does.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Put the images without a split into the splits of a dataset, at random; equal files go to one split."""
    from tas_desktop.projects.dataset_splits import DealWish, parse_shares
    from tas_desktop.projects.split_building import SplitRule, deal_project
    from tas_desktop.storage.project import ProjectStore

    wish = DealWish(parse_shares(shares or []), seed=seed, again=again) if shares or not people else None
    with ProjectStore.open(project) as store:
        counts = deal_project(store, SplitRule(wish, people=people), annotator=annotator_name())
    if as_json:
        typer.echo(json.dumps({"splits": counts}))
        return
    for name, count in sorted(counts.items()):
        typer.echo(f"{name}: {count} images")
