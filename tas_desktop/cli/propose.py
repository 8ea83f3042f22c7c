"""``tas-desktop propose``: rank masks for an expression on one or more pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP
from tas_desktop.cli.choosing_methods import METHOD_HELP, PARAM_HELP
from tas_desktop.cli.choosing_models import DEVICE_HELP, PRECISION_HELP, PROFILE_HELP

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.storage.analyses import AnalysisCache


class Proposed(NamedTuple):
    """One picture, done."""

    path: Path
    size_wh: tuple[int, int]
    ranking: Ranking
    seconds: dict[str, float]


def propose(
    images: Annotated[list[Path], typer.Argument(help="Pictures.", metavar="IMAGE", show_default=False)],
    expression: Annotated[
        str, typer.Argument(help="What is meant, such as “the striped red mug”.", metavar="EXPRESSION")
    ],
    profile: Annotated[str, typer.Option(help=PROFILE_HELP)] = "starter",
    device: Annotated[str, typer.Option(help=DEVICE_HELP)] = "",
    precision: Annotated[str, typer.Option(help=PRECISION_HELP)] = "",
    method: Annotated[str, typer.Option(help=METHOD_HELP)] = "tas",
    param: Annotated[list[str] | None, typer.Option(help=PARAM_HELP, metavar="NAME=VALUE")] = None,
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
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.choosing_methods import choose_method
    from tas_desktop.cli.choosing_models import load_models
    from tas_desktop.cli.overlays import overlay_places
    from tas_desktop.cli.ranking_table import print_ranking
    from tas_desktop.cli.terminal import print_notices, waiting
    from tas_desktop.config.writing import check_writable
    from tas_desktop.domain.expression import check_expression
    from tas_desktop.formats.image_reading import read_image
    from tas_desktop.formats.overlay import write_overlay
    from tas_desktop.storage.analysing import CACHE_STAGE

    check_expression(expression)
    chosen = choose_method(method, param, lam=lam)
    places = [] if overlay is None else overlay_places(overlay, images)
    for path in images:  # a bad last one is said now, not after minutes; pixels of many would fill the memory
        read_image(path)
    for place in places:
        check_writable(place)
    with waiting("Loading the models"):
        components = load_models(profile, device=device, precision=precision)
    chosen.check_fit(components)
    cache = open_cache(wanted=not no_cache)
    done = [_propose_on(path, expression, components, chosen, cache=cache) for path in images]
    for place, item in zip(places, done, strict=bool(places)):
        write_overlay(place, read_image(item.path).pixels_rgb, item.ranking, top=top)
    if as_json:
        typer.echo(json.dumps(_as_json(done, top=top)))
        return
    for item in done:
        print_notices(item.ranking.notices, about=str(item.path))
        print_ranking(
            item.ranking,
            about=str(item.path),
            seconds=item.seconds,
            top=top,
            from_cache=CACHE_STAGE in item.seconds,
        )


def _propose_on(
    path: Path, expression: str, components: Components, method: Method, *, cache: AnalysisCache | None
) -> Proposed:
    import time

    from tas_desktop.cli.terminal import stages_bar
    from tas_desktop.engine.pipeline import rank
    from tas_desktop.formats.image_reading import read_image
    from tas_desktop.storage.analysing import analyse_once

    image = read_image(path)
    with stages_bar(path.name) as control:
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
    return Proposed(path, (image.width, image.height), ranking, seconds)


def _as_json(done: list[Proposed], *, top: int) -> Any:
    from tas_desktop.formats.ranking_json import ranking_to_json

    objects = [
        {"file": str(path), **ranking_to_json(ranking, size_wh=size_wh, seconds=seconds, top=top)}
        for path, size_wh, ranking, seconds in done
    ]
    return objects[0] if len(objects) == 1 else objects
