"""``tas-desktop propose``: rank masks for an expression on one or more pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.storage.analyses import AnalysisCache


class Proposed(NamedTuple):
    """One picture, done."""

    path: Path
    image: LoadedImage
    ranking: Ranking
    seconds: dict[str, float]


def propose(
    images: Annotated[list[Path], typer.Argument(help="Pictures.", metavar="IMAGE...", show_default=False)],
    expression: Annotated[str, typer.Argument(help="What is meant, such as “the striped red mug”.")],
    profile: Annotated[str, typer.Option(help="Which models to use.")] = "starter",
    method: Annotated[str, typer.Option(help="How to rank: tas, tas-paper or tas-code.")] = "tas",
    lam: Annotated[
        float | None, typer.Option("--lambda", help="Weight of N; the method's own where left out.", min=0.0)
    ] = None,
    top: Annotated[int, typer.Option(help="How many candidates to show.", min=1)] = 10,
    overlay: Annotated[
        Path | None,
        typer.Option(help="Paint the candidates on the picture; numbered files for several pictures."),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE_HELP)] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON: an object, or a list of them.")
    ] = False,
) -> None:
    """Rank the masks of pictures for an expression.

    Everything is computed before anything is written: when one picture is refused, nothing is.
    """
    from tas_desktop.backends.loading import load_components
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.terminal import print_notices
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.domain.expression import check_expression
    from tas_desktop.engine.methods import method_named

    check_expression(expression)
    chosen = method_named(method)
    if lam is not None:
        chosen = chosen.with_ranking(lam=lam)
    loaded = _read(images)
    components = load_components(load_profile(profile))
    cache = open_cache(wanted=not no_cache)
    done = [_propose_on(path, image, expression, components, chosen, cache=cache) for path, image in loaded]
    if overlay is not None:
        _write_overlays(overlay, done, top=top)
    if as_json:
        typer.echo(json.dumps(_as_json(done, top=top)))
        return
    for item in done:
        print_notices(item.ranking.notices, about=str(item.path))
        _print_table(item, top=top)


def _read(paths: list[Path]) -> list[tuple[Path, LoadedImage]]:
    from tas_desktop.formats.image_reading import read_image

    return [(path, read_image(path)) for path in paths]


def _propose_on(
    path: Path,
    image: LoadedImage,
    expression: str,
    components: Components,
    method: Method,
    *,
    cache: AnalysisCache | None,
) -> Proposed:
    import time

    from tas_desktop.cli.terminal import progress_bar
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.pipeline import rank
    from tas_desktop.storage.analysing import analyse_once

    with progress_bar(path.name) as show:
        control = Control(report=lambda progress: show(progress.done, progress.total))
        analysis = analyse_once(image, components, method.analysis, cache=cache, control=control).analysis
    start = time.perf_counter()
    ranking = rank(
        analysis,
        expression,
        method.ranking,
        encoder=components.encoder,
        parser=components.parser,
        synonyms=components.synonyms,
    )
    seconds = dict(analysis.seconds) | {"rank": time.perf_counter() - start}
    return Proposed(path, image, ranking, seconds)


def _as_json(done: list[Proposed], *, top: int) -> Any:
    from tas_desktop.formats.ranking_json import ranking_to_json

    objects = []
    for path, image, ranking, seconds in done:
        size_wh = (image.width, image.height)
        content = ranking_to_json(ranking, size_wh=size_wh, seconds=seconds, top=top)
        objects.append({"file": str(path), **content})
    return objects[0] if len(objects) == 1 else objects


def _write_overlays(target: Path, done: list[Proposed], *, top: int) -> None:
    from tas_desktop.formats.overlay import write_overlay

    for number, (_, image, ranking, _) in enumerate(done, start=1):
        place = target if len(done) == 1 else target.with_stem(f"{target.stem}-{number}")
        write_overlay(place, image.pixels_rgb, ranking, top=top)


def _print_table(item: Proposed, *, top: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from tas_desktop.storage.analysing import CACHE_STAGE

    ranking, understood = item.ranking, item.ranking.understood
    kept = ", analysis from the cache" if CACHE_STAGE in item.seconds else ""
    directions = ", ".join(direction.text for direction in understood.directions) or "none"
    table = Table(
        title=escape(f"{item.path}: {ranking.expression}"),
        caption=escape(
            f"target: {understood.target}; directions: {directions}; "
            f"negatives: {', '.join(ranking.negatives) or 'none'}; "
            f"{sum(item.seconds.values()):.2f} s{kept}"
        ),
        title_justify="left",
        caption_justify="left",
    )
    for heading in ("#", "total", "V", "P", "N", "place", "mask", "was", "area", "x, y, w, h"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("caption", overflow="fold")
    number: Callable[[float], str] = "{:+.3f}".format
    for c in ranking.candidates[:top]:
        box = ", ".join(f"{value:.0f}" for value in c.proposal.mask.box_xywh)
        scores = [number(value) for value in (c.total, c.v, c.p, c.n, c.spatial, c.prior)]
        area = str(c.proposal.mask.area)
        table.add_row(str(c.rank), *scores, str(c.rank_before), area, box, escape(c.caption))
    if not ranking.candidates:
        table.add_row("-", *["-"] * 9, "no candidates")
    Console(width=None if Console().is_terminal else 140).print(table)
