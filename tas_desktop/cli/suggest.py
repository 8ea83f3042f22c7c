"""``tas-desktop suggest``: words of the model for the things of pictures, for a person to decide on."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP
from tas_desktop.cli.choosing_methods import METHOD_HELP, PARAM_HELP
from tas_desktop.cli.choosing_models import DEVICE_HELP, PRECISION_HELP, PROFILE_HELP

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.bootstrapping import DescribedThing
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.storage.analyses import AnalysisCache


class Models(NamedTuple):
    """What describes a picture."""

    components: Components
    method: Method
    cache: AnalysisCache | None
    things: int


def suggest(
    images: Annotated[
        list[Path] | None, typer.Argument(help="Pictures.", metavar="[IMAGE]...", show_default=False)
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option(help="Write to this project instead: undecided texts for each picture without any."),
    ] = None,
    things: Annotated[int, typer.Option(help="How many things of a picture.", min=1, max=50)] = 5,
    profile: Annotated[str, typer.Option(help=PROFILE_HELP)] = "starter",
    device: Annotated[str, typer.Option(help=DEVICE_HELP)] = "",
    precision: Annotated[str, typer.Option(help=PRECISION_HELP)] = "",
    method: Annotated[str, typer.Option(help=METHOD_HELP)] = "tas",
    param: Annotated[list[str] | None, typer.Option(help=PARAM_HELP, metavar="NAME=VALUE")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE_HELP)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find words for the things of pictures that have none.

    A text is offered only where ranking it finds the very mask it was made for. In a project the texts are
    marked as the model's and wait for a person's decision; a picture that has any expression is left alone.

    Exit code 0: all done; 1: done, but pictures were passed over; 2: refused.
    """
    from tas_desktop.batch.bootstrapping import write_suggestions
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.choosing_methods import choose_method
    from tas_desktop.cli.choosing_models import load_models
    from tas_desktop.cli.terminal import waiting
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.formats.image_reading import read_image
    from tas_desktop.storage.project import ProjectStore

    if bool(images) == (project is not None):
        raise InputRefused("There is nothing to describe", next_step="Name pictures, or a --project")
    chosen = choose_method(method, param)
    for path in images or ():  # a bad last one is said now, not after minutes
        read_image(path)
    with waiting("Loading the models"):
        components = load_models(profile, device=device, precision=precision)
    chosen.check_fit(components)
    models = Models(components, chosen, open_cache(wanted=not no_cache), things)
    if project is None:
        _print_described(images or [], models, as_json=as_json)
        return
    with ProjectStore.open(project) as store:
        report = write_suggestions(store, partial(_texts_of, models=models))
    if as_json:
        counts = {"pictures": report.pictures, "expressions": report.expressions}
        typer.echo(json.dumps(counts | {"failures": dict(report.failures)}))
    else:
        counted = f"{report.expressions} expressions for {report.pictures} pictures"
        typer.echo(f"{counted}; undecided, marked as the model's.")
        for name, reason in report.failures:
            typer.echo(f"passed over {name}: {reason}", err=True)
    raise typer.Exit(1 if report.failures else 0)


def _texts_of(path: Path, *, models: Models) -> list[str]:
    """The best text of each thing."""
    _, found = _describe(path, models)
    return [thing.suggestions[0].text for thing in found]


def _describe(path: Path, models: Models) -> tuple[ImageAnalysis, tuple[DescribedThing, ...]]:
    from tas_desktop.cli.terminal import stages_bar
    from tas_desktop.engine.bootstrapping import describe_things
    from tas_desktop.engine.pipeline import rank
    from tas_desktop.formats.image_reading import read_image
    from tas_desktop.storage.analysing import analyse_once

    parts, params = models.components, models.method.analysis
    image = read_image(path)
    with stages_bar(path.name) as control:
        analysis = analyse_once(image, parts, params, cache=models.cache, control=control).analysis
    ranked = partial(
        rank,
        analysis,
        params=models.method.ranking,
        encoder=parts.encoder,
        parser=parts.parser,
        synonyms=parts.synonyms,
    )
    return analysis, describe_things(analysis, rank=ranked, most=models.things)


def _print_described(images: list[Path], models: Models, *, as_json: bool) -> None:
    from tas_desktop.cli.terminal import print_notices

    described = [(path, *_describe(path, models)) for path in images]
    if as_json:
        objects = [{"file": str(path), **_as_json(analysis, found)} for path, analysis, found in described]
        typer.echo(json.dumps(objects[0] if len(objects) == 1 else objects))
        return
    for path, analysis, found in described:
        print_notices(analysis.notices, about=str(path))
        if len(images) > 1:
            typer.echo(f"{path}:")
        for thing in found:
            x, y, width, height = analysis.proposals[thing.proposal_index].mask.box_xywh
            typer.echo(f"at {x:.0f},{y:.0f}, {width:.0f} x {height:.0f}:")
            for suggestion in thing.suggestions:
                typer.echo(f"  {suggestion.margin:.3f}  {suggestion.text}")
        if not found:
            typer.echo("No words were found that lead back to a mask.")


def _as_json(analysis: ImageAnalysis, found: tuple[DescribedThing, ...]) -> dict[str, Any]:
    return {
        "image": {"width": analysis.width, "height": analysis.height},
        "things": [
            {
                "bbox": list(analysis.proposals[thing.proposal_index].mask.box_xywh),
                "rle": analysis.proposals[thing.proposal_index].mask.to_rle(),
                "suggestions": [
                    {"text": s.text, "added": s.added, "margin": s.margin, "margin_before": s.margin_before}
                    for s in thing.suggestions
                ],
            }
            for thing in found
        ],
    }
