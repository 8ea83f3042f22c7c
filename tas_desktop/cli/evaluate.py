"""``tas-desktop evaluate``: measure methods on a labelled dataset in the REFER layout."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP

if TYPE_CHECKING:
    from tas_desktop.evaluation.metrics import Scores
    from tas_desktop.evaluation.report import Report


class Candidates(StrEnum):
    """Where the candidates come from; ``tas_desktop.evaluation.evaluating.ProposalsFrom`` by name."""

    MODEL = "model"
    GROUND_TRUTH = "ground-truth"


class Threshold(StrEnum):
    """When a sentence counts for P@X; ``tas_desktop.evaluation.metrics.Comparator`` by name."""

    AT_LEAST = "at-least"
    ABOVE = "above"


def evaluate(
    dataset: Annotated[Path, typer.Argument(help="Folder with images/ and refcoco/.", file_okay=False)],
    method: Annotated[str, typer.Option(help="How to rank: tas, tas-paper or tas-code.")] = "tas",
    profile: Annotated[str, typer.Option(help="Which models to use.")] = "starter",
    lam: Annotated[
        float | None, typer.Option("--lambda", help="Weight of N; the method's own where left out.", min=0.0)
    ] = None,
    split: Annotated[str, typer.Option(help="Only this split; all where left out.")] = "",
    proposals: Annotated[Candidates, typer.Option(help="What to choose between.")] = Candidates.MODEL,
    precision: Annotated[Threshold, typer.Option(help="P@X: IoU >= X, or > X.")] = Threshold.AT_LEAST,
    limit: Annotated[int, typer.Option(help="At most this many images; 0 takes all.", min=0)] = 0,
    ablation: Annotated[
        Path | None, typer.Option(help="Instead: run every term and rule on and off, write this table.")
    ] = None,
    handwritten: Annotated[
        Path | None, typer.Option(help="With --ablation: a second dataset, of hand-written sentences.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE_HELP)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Score a method: the first candidate of every sentence against its referent's mask."""
    from tas_desktop.backends.loading import load_components
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.terminal import progress_bar, waiting
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.config.writing import check_writable
    from tas_desktop.engine.methods import method_named
    from tas_desktop.evaluation.ablation import write_ablation
    from tas_desktop.evaluation.evaluating import ProposalsFrom, evaluate_dataset
    from tas_desktop.evaluation.metrics import Comparator
    from tas_desktop.formats.refer.labelled import read_refer

    chosen = method_named(method)
    if lam is not None:
        chosen = chosen.with_ranking(lam=lam)
    if ablation is not None:
        check_writable(ablation)
    read = read_refer(dataset, split=split).first_images(limit)
    spoken = read_refer(handwritten, split=split).first_images(limit) if handwritten else None
    with waiting("Loading the models"):
        components = load_components(load_profile(profile))
    cache = open_cache(wanted=not no_cache)
    if ablation is not None:
        with progress_bar("images") as show:
            write_ablation(ablation, read, components, handwritten=spoken, cache=cache, on_image=show)
        typer.echo(f"{ablation} written")
        return
    with progress_bar("images") as show:
        report = evaluate_dataset(
            read,
            components,
            chosen,
            proposals=ProposalsFrom(proposals.value),
            comparator=Comparator.ABOVE if precision is Threshold.ABOVE else Comparator.AT_LEAST,
            cache=cache,
            on_image=show,
        )
    if as_json:
        typer.echo(json.dumps(report.to_json()))
    else:
        _print_table(report)


def _print_table(report: Report) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(
        title=f"{report.method}, proposals from {report.proposals}",
        caption=(
            f"{report.images} images, {report.proposals_per_image:.1f} proposals each, "
            f"{_analysing(report)}; the rectifier acted on "
            f"{report.rectified_share:.0%} of the sentences; P@X is {report.comparator}"
        ),
        title_justify="left",
        caption_justify="left",
    )
    table.add_column("sentences")
    for heading in ("n", "mIoU", "oIoU", "P@.5", "P@.7", "P@.9", "oracle"):
        table.add_column(heading, justify="right")
    table.add_row("all", *_cells(report.overall), end_section=True)
    for kind, scores in report.by_kind.items():
        table.add_row(kind, *_cells(scores))
    table.add_section()
    for name, scores in report.by_unseen.items():
        table.add_row(f"words: {name}", *_cells(scores))
    Console(width=None if Console().is_terminal else 120).print(table)


def _analysing(report: Report) -> str:
    """How long an analysis took, and how many were not made because the cache had them."""
    kept = report.images - report.analysed
    made = f"{report.analysis_seconds:.2f} s to analyse one" if report.analysed else ""
    return ", ".join(part for part in (made, f"{kept} analyses from the cache" if kept else "") if part)


def _cells(scores: Scores) -> list[str]:
    figures = (scores.miou, scores.oiou, *scores.precision, scores.oracle_miou)
    return [str(scores.n), *(f"{figure:.3f}" for figure in figures)]
