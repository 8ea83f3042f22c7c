"""``tas-desktop suggest``: words of the model for the things of pictures, for a person to decide on."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP

if TYPE_CHECKING:
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.bootstrapping import DescribedThing
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.storage.analyses import AnalysisCache
    from tas_desktop.storage.project import ProjectStore

ANNOTATOR = "tas-desktop suggest"


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
    profile: Annotated[str, typer.Option(help="Which models to use.")] = "starter",
    method: Annotated[str, typer.Option(help="How to rank: tas, tas-paper or tas-code.")] = "tas",
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE_HELP)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find words for the things of pictures that have none.

    A text is offered only where ranking it finds the very mask it was made for. In a project the texts are
    marked as the model's and wait for a person's decision; a picture that has any expression is left alone.

    Exit code 0: all done; 1: done, but pictures were passed over; 2: refused.
    """
    from tas_desktop.backends.loading import load_components
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.terminal import waiting
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.engine.methods import method_named
    from tas_desktop.formats.image_reading import read_image
    from tas_desktop.storage.project import ProjectStore

    if bool(images) == (project is not None):
        raise InputRefused("There is nothing to describe", next_step="Name pictures, or a --project")
    chosen = method_named(method)
    for path in images or ():  # a bad last one is said now, not after minutes
        read_image(path)
    with waiting("Loading the models"):
        components = load_components(load_profile(profile))
    models = Models(components, chosen, open_cache(wanted=not no_cache), things)
    if project is None:
        _print_described(images or [], models, as_json=as_json)
        return
    with ProjectStore.open(project) as store:
        written, failures = _describe_project(store, models)
    if as_json:
        typer.echo(json.dumps({"pictures": len(written), "expressions": sum(written), "failures": failures}))
    else:
        typer.echo(
            f"{sum(written)} expressions for {len(written)} pictures; undecided, marked as the model's."
        )
        for name, reason in failures.items():
            typer.echo(f"passed over {name}: {reason}", err=True)
    raise typer.Exit(1 if failures else 0)


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


def _describe_project(store: ProjectStore, models: Models) -> tuple[list[int], dict[str, str]]:
    """Expressions written per picture, and why pictures were passed over; each picture is committed at once.

    Raises:
        KnownError: the project cannot be written.
    """
    from tas_desktop.domain.errors import ImageRefused
    from tas_desktop.storage.errors import ProjectReadOnly
    from tas_desktop.storage.rows import ExpressionSource

    if store.read_only_reason is not None:
        raise ProjectReadOnly(store.read_only_reason, next_step="Copy it to a place you may write to")
    written: list[int] = []
    failures: dict[str, str] = {}
    for row in store.list_images():
        if row.expression_count:
            continue
        try:
            _, found = _describe(store.image_path(row.path), models)
        except ImageRefused as error:
            failures[row.path] = error.message
            continue
        texts = [(row.image_id, thing.suggestions[0].text) for thing in found]
        if texts:
            store.add_expressions(texts, annotator=ANNOTATOR, source=ExpressionSource.MODEL)
            written.append(len(texts))
    return written, failures
