"""What ``tas-desktop evaluate`` does once it knows what is wanted."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.evaluation.answering.answers import AnswerSource
    from tas_desktop.evaluation.comparison import Comparison
    from tas_desktop.evaluation.intervals import Resampling
    from tas_desktop.evaluation.labels.labels import Labels
    from tas_desktop.evaluation.protocol import Protocol

ALL: Final = "all"
"""Stands for every method that the profile's models can serve."""


def wanted_methods(names: Sequence[str], params: Sequence[str], *, is_needed: bool) -> list[Method]:
    """The methods that were asked for, each once; ``tas`` where nothing else is scored.

    Raises:
        InputRefused: there is no such method or parameter, or a value is out of range.
    """
    from tas_desktop.cli.choosing_methods import choose_methods
    from tas_desktop.engine.methods import METHODS

    wanted = list(names) or (["tas"] if is_needed else [])
    if ALL in wanted:
        wanted = [*(name for name in wanted if name != ALL), *METHODS]
    return choose_methods(wanted, params)


def ranked_methods(
    methods: Sequence[Method],
    load: Callable[[], Components],
    protocol: Protocol,
    *,
    proposals: str,
    with_cache: bool,
    spare: bool,
) -> list[AnswerSource]:
    """The methods over a profile's models; nothing is loaded where there are none.

    Args:
        methods: what is wanted.
        load: loads the profile's models.
        protocol: how sentences are read.
        proposals: ``model`` or ``ground-truth``.
        with_cache: whether analyses are kept.
        spare: leave out, and say so, what the models cannot serve.

    Raises:
        MethodUnfit: the models cannot serve a method.
        KnownError: the models cannot be loaded.
    """
    if not methods:
        return []
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.terminal import waiting
    from tas_desktop.evaluation.answering.methods import RankedMethods
    from tas_desktop.evaluation.proposers import ProposalsFrom

    with waiting("Loading the models"):
        components = load()
    return [
        RankedMethods(
            {method.name: method for method in _fitting(methods, components, spare=spare)},
            components,
            protocol=protocol,
            proposals=ProposalsFrom(proposals),
            cache=open_cache(wanted=with_cache),
        )
    ]


def measure(
    labels: Labels,
    sources: Sequence[AnswerSource],
    protocol: Protocol,
    resampling: Resampling,
    *,
    out: Path | None,
    proposals: str,
) -> Comparison:
    """Score everything, going on where an earlier run into the same folder stopped, and sum up.

    Raises:
        InputRefused: there is nothing to score.
        TargetNotWritable: the folder cannot be written.
    """
    from tas_desktop.cli.terminal import progress_bar, waiting
    from tas_desktop.evaluation.comparison import compare
    from tas_desktop.evaluation.run_folder import opened_run
    from tas_desktop.evaluation.running import run_evaluation

    with (
        nullcontext(None) if out is None else opened_run(out) as folder,
        progress_bar("images") as show,
    ):
        run = run_evaluation(labels, sources, protocol, folder=folder, on_image=show)
    with waiting("Drawing intervals"):
        return compare(run, resampling, proposals=proposals)


def write_ablation_page(
    target: Path,
    grammar: Path,
    handwritten: Path | None,
    *,
    split: str,
    limit: int,
    load: Callable[[], Components],
    with_cache: bool,
) -> None:
    """Run every term and rule on and off on one or two datasets and write the table.

    Raises:
        KnownError: a dataset or the models cannot be read.
    """
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.terminal import progress_bar, waiting
    from tas_desktop.evaluation.ablation import write_ablation
    from tas_desktop.formats.refer.labelled import read_refer

    read = read_refer(grammar, split=split).first_images(limit)
    spoken = None if handwritten is None else read_refer(handwritten, split=split).first_images(limit)
    with waiting("Loading the models"):
        components = load()
    cache = open_cache(wanted=with_cache)
    with progress_bar("images") as show:
        write_ablation(target, read, components, handwritten=spoken, cache=cache, on_image=show)
    typer.echo(f"{target} written")


def _fitting(methods: Sequence[Method], components: Components, *, spare: bool) -> list[Method]:
    """Those that the models can serve; what the others lack is said where ``spare``, else refused."""
    from tas_desktop.engine.capabilities import MethodUnfit

    fitting = []
    for method in methods:
        try:
            method.check_fit(components)
        except MethodUnfit as error:
            if not spare:
                raise
            typer.echo(f"not measured: {error.message}", err=True)
        else:
            fitting.append(method)
    return fitting
