"""``tas-desktop bench``: measures that need no pictures."""

from __future__ import annotations

import json
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.evaluation.language_bench import BenchFigures, BenchPoint

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

_TOGETHER = "all tables"


class Images(StrEnum):
    """Which pictures; ``tas_desktop.evaluation.language_bench.ImageChoice`` by name."""

    ODD = "odd"
    EVEN = "even"
    ALL = "all"


@app.callback()
def bench() -> None:
    """Measure parts of the program by themselves."""


@app.command()
def language(
    tables: Annotated[list[Path], typer.Argument(help="Tables of sentences and boxes.", metavar="FILE.csv…")],
    images: Annotated[Images, typer.Option(help="Only pictures with such an id.")] = Images.ALL,
    method: Annotated[str, typer.Option(help="Whose spatial rule: tas-plus, tas-code, …")] = "tas-plus",
    profile: Annotated[str, typer.Option(help="Whose parser to use.")] = "starter",
    docs: Annotated[
        Path | None, typer.Option(help="Also write a page with the whole curve.", dir_okay=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure words of place: does a rule keep the one that is meant, and how many others?

    All referents' boxes of a picture are the candidates; nothing but the words of place decides. With
    several tables the figures of all sentences together come first.
    """
    from tas_desktop.backends.loading import load_parser
    from tas_desktop.cli.terminal import progress_bar, waiting
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.config.writing import check_writable, replace_file
    from tas_desktop.engine.methods import method_named
    from tas_desktop.evaluation import language_bench as bench
    from tas_desktop.evaluation.language_bench_page import bench_page
    from tas_desktop.evaluation.language_bench_tables import read_bench_table

    rule = method_named(method).ranking.rectifier
    if docs is not None:
        check_writable(docs)
    chosen = bench.ImageChoice(images.value)
    names = [table.name for table in tables]
    named = {table.name if names.count(table.name) == 1 else str(table): table for table in tables}
    sentences = {name: bench.choose_sentences(read_bench_table(t), chosen) for name, t in named.items()}
    with waiting("Loading the parser"):
        parser = load_parser(load_profile(profile).parser)
    readings = {}
    for name, those in sentences.items():
        with progress_bar(name) as show:
            readings[name] = bench.read_sentences(those, rule, parser=parser, on_sentence=show)
    figures = {name: bench.figures_of(those, readings[name]) for name, those in sentences.items()}
    if len(figures) > 1:
        everything = bench.figures_of(
            list(chain.from_iterable(sentences.values())), list(chain.from_iterable(readings.values()))
        )
        figures = {_TOGETHER: everything, **figures}
    if docs is not None:
        component = parser.component
        page = bench_page(figures, method=method, images=chosen, parser=component)
        replace_file(docs, page.encode("utf-8"))
    if as_json:
        typer.echo(json.dumps(_as_json(figures) | {"method": method, "images": images.value}))
        return
    _print_table(figures, title=f"{method}, {images.value} images")
    if docs is not None:
        typer.echo(f"{docs} written")


def _as_json(figures: Mapping[str, BenchFigures]) -> dict[str, Any]:
    """The only table's figures, or those of all together with each one's under ``tables``."""
    if len(figures) == 1:
        return next(iter(figures.values())).to_json()
    each = {name: one.to_json() for name, one in figures.items()}
    return each.pop(_TOGETHER) | {"tables": each}


def _print_table(figures: Mapping[str, BenchFigures], *, title: str) -> None:
    from rich.console import Console
    from rich.table import Table

    from tas_desktop.evaluation.language_bench_words import SPATIAL_WORDS

    console = Console(width=None if Console().is_terminal else 120)
    table = Table(title=title, title_justify="left")
    table.add_column("sentences")
    for heading in ("n", "kept", "left", "top-1", "acted on"):
        table.add_column(heading, justify="right")
    for name, one in figures.items():
        acted = f"{one.acted:.0%}"
        table.add_row(name, *_cells(one.point), f"{one.top1:.3f}", acted)
        table.add_row("  the plain rule", *_cells(one.plain), "", "")
        table.add_row("  the plain rule where it acts", *_cells(one.plain_acted), "", "")
        table.add_row("  this rule there", *_cells(one.own_there), "", "")
        table.add_row("  chance", "", "", "", f"{one.chance:.3f}", "", end_section=True)
    console.print(table)
    for name, one in figures.items():
        curve = ", ".join(f"{kept:.3f}/{left:.3f}" for kept, left in one.curve)
        console.print(f"{name}, kept/left from the strictest setting on: {curve}", highlight=False)
    console.print(f"spatial words: {' '.join(SPATIAL_WORDS)}", highlight=False)


def _cells(point: BenchPoint) -> tuple[str, str, str]:
    return str(point.n), f"{point.kept:.3f}", f"{point.left:.3f}"
