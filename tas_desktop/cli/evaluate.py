"""``tas-desktop evaluate``: measure methods and predictions on labels."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP
from tas_desktop.cli.choosing_models import DEVICE_HELP, PRECISION_HELP, PROFILE_HELP

if TYPE_CHECKING:
    from tas_desktop.evaluation.comparison import Comparison


# Enums of their own: those of tas_desktop.evaluation would import numpy before ``--help`` is printed.


class Candidates(StrEnum):
    """Where the candidates come from; ``ProposalsFrom`` by name."""

    MODEL = "model"
    GROUND_TRUTH = "ground-truth"


class Threshold(StrEnum):
    """When a sentence counts for P@X; ``Comparator`` by name."""

    AT_LEAST = "at-least"
    ABOVE = "above"


class CompareAt(StrEnum):
    """At which size masks are compared; ``Size`` by value."""

    NATIVE = "native"
    SQUARE_480 = "480"


class TruePixels(StrEnum):
    """Which pixels are true; ``Truth`` by value."""

    UNION = "union"
    EXACTLY_ONE = "exactly-one"


class Emptiness(StrEnum):
    """What becomes of empty predictions; ``Empties`` by value."""

    ZERO = "zero"
    SKIP = "skip"


class Reads(StrEnum):
    """Which form of a sentence methods get; ``TextForm`` by value."""

    METHOD = "method"
    RAW = "raw"
    SENT = "sent"


def evaluate(
    labels: Annotated[
        Path,
        typer.Argument(
            help="What is true: a RefCOCO-style folder or refs file, or a project's accepted labels."
        ),
    ],
    method: Annotated[
        list[str] | None,
        typer.Option(
            help="How to rank; several times to compare, the first against each other. all: every one."
        ),
    ] = None,
    predictions: Annotated[
        list[str] | None,
        typer.Option(
            help="Predictions to score, [NAME=]FILE; several times for several.", metavar="[NAME=]FILE"
        ),
    ] = None,
    predictions_format: Annotated[str, typer.Option(help="Format of --predictions.")] = "coco",
    imported: Annotated[
        bool, typer.Option("--imported", help="Score the predictions that were imported into the project.")
    ] = False,
    format_name: Annotated[
        str, typer.Option("--format", help="The labels are in this format (tas-desktop formats).")
    ] = "",
    profile: Annotated[str, typer.Option(help=PROFILE_HELP)] = "starter",
    device: Annotated[str, typer.Option(help=DEVICE_HELP)] = "",
    model_precision: Annotated[str, typer.Option(help=PRECISION_HELP)] = "",
    param: Annotated[
        list[str] | None,
        typer.Option(
            help="A parameter, NAME=VALUE, of each method that has it, or METHOD.NAME=VALUE of one.",
            metavar="[METHOD.]NAME=VALUE",
        ),
    ] = None,
    lam: Annotated[
        float | None, typer.Option("--lambda", help="Weight of N; the method's own where left out.", min=0.0)
    ] = None,
    split: Annotated[str, typer.Option(help="Only this split; all where left out.")] = "",
    proposals: Annotated[Candidates, typer.Option(help="What to choose between.")] = Candidates.MODEL,
    size: Annotated[CompareAt, typer.Option(help="Compare masks at this size.")] = CompareAt.NATIVE,
    comparator: Annotated[
        Threshold, typer.Option("--comparator", "--precision", help="P@X: IoU >= X, or > X.")
    ] = Threshold.AT_LEAST,
    gt: Annotated[
        TruePixels, typer.Option(help="True pixels: under any polygon, or under exactly one.")
    ] = TruePixels.UNION,
    empty: Annotated[
        Emptiness, typer.Option(help="An empty prediction: IoU 0, or not counted.")
    ] = Emptiness.ZERO,
    text: Annotated[
        Reads, typer.Option(help="Sentences as typed, cleaned, or as each method does.")
    ] = Reads.METHOD,
    limit: Annotated[int, typer.Option(help="At most this many images; 0 takes all.", min=0)] = 0,
    draws: Annotated[int, typer.Option(help="Bootstrap draws for intervals.", min=1, max=100_000)] = 2000,
    seed: Annotated[int, typer.Option(help="Seed of the draws.", min=0)] = 0,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write the report, plots and pictures here; a run that was stopped goes on.", file_okay=False
        ),
    ] = None,
    cases: Annotated[
        int, typer.Option(help="With --out: pictures of each kind of case.", min=0, max=500)
    ] = 8,
    ablation: Annotated[
        Path | None, typer.Option(help="Instead: run every term and rule on and off, write this table.")
    ] = None,
    handwritten: Annotated[
        Path | None, typer.Option(help="With --ablation: a second dataset, of hand-written sentences.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE_HELP)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Score methods, and predictions made elsewhere, against labels.

    The first candidate of every sentence is compared with its referent's mask. Each picture is analysed once
    for all methods. Intervals are bootstrapped over images; differences are paired. docs/evaluation.md has
    every switch.

    Exit code 0: all done; 1: done, but some of the labels or predictions could not be used, which the report
    names; 2: refused; 130: stopped, and with --out the same command goes on.
    """
    from tas_desktop.cli.choosing_models import load_models
    from tas_desktop.cli.evaluation_run import (
        ALL,
        measure,
        ranked_methods,
        wanted_methods,
        write_ablation_page,
    )
    from tas_desktop.config.writing import check_writable
    from tas_desktop.evaluation.intervals import Resampling
    from tas_desktop.evaluation.metrics import Comparator
    from tas_desktop.evaluation.protocol import Empties, Protocol, Size, TextForm, Truth

    params = [*([] if lam is None else [f"lam={lam}"]), *(param or [])]
    chosen = wanted_methods(method or [], params, is_needed=not (predictions or imported))
    load = partial(load_models, profile, device=device, precision=model_precision)
    if ablation is not None:
        check_writable(ablation)
        write_ablation_page(
            ablation,
            labels,
            handwritten,
            split=split,
            limit=limit,
            load=load,
            with_cache=not no_cache,
        )
        return
    protocol = Protocol(
        size=Size(size.value),
        truth=Truth(gt.value),
        text=TextForm(text.value),
        comparator=Comparator[comparator.name],
        empties=Empties(empty.value),
    )
    if out is not None:
        check_writable(out / "report.md")
    from tas_desktop.cli.evaluation_inputs import given_answers, read_labels

    known = read_labels(labels, format_name=format_name, split=split).first_images(limit)
    given = given_answers(
        labels, known, predictions or [], format_name=predictions_format, with_imported=imported
    )
    ranked = ranked_methods(
        chosen,
        load,
        protocol,
        proposals=proposals.value,
        with_cache=not no_cache,
        spare=ALL in (method or []),
    )
    comparison = measure(
        known, [*ranked, *given], protocol, Resampling(draws, seed), out=out, proposals=proposals.value
    )
    _tell(comparison, as_json=as_json)
    if out is not None:
        from tas_desktop.evaluation.writing.report_folder import write_report

        files = write_report(out, comparison, title=f"Evaluation on {known.name}", cases=cases)
        typer.echo(f"{files[0]} written", err=True)
    raise typer.Exit(1 if comparison.run.left_out else 0)


def _tell(comparison: Comparison, *, as_json: bool) -> None:
    if as_json:
        content = comparison.to_json()
        methods = content["methods"]
        only = next(iter(methods.values())) if len(methods) == 1 else {}
        typer.echo(json.dumps({**only, **content}))
        return
    from tas_desktop.cli.evaluation_table import print_comparison

    print_comparison(comparison)
