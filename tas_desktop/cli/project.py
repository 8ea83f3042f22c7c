"""``tas-desktop project``: make projects, look at them, hand parts out and bring them back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_desktop.cli.annotator import annotator_name
from tas_desktop.cli.project_parts import merge, split
from tas_desktop.cli.project_replaced import take_pictures
from tas_desktop.cli.project_search import find_pictures
from tas_desktop.cli.project_splits import deal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.formats.expression_list import BadLine
    from tas_desktop.projects.creating import CreatedProject
    from tas_desktop.storage.project import ProjectStore

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

_MOST_LISTED = 20


@app.callback()
def _project() -> None:
    """Make projects, look at them, hand parts out and bring them back."""


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Where the project file goes.", file_okay=False)],
    images: Annotated[Path, typer.Option(help="Folder with the pictures; they stay there.", file_okay=False)],
    expressions: Annotated[
        Path | None, typer.Option(help="CSV with the header image,expression, or JSON lines.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Make a project from a folder of pictures and a list of expressions.

    Lines of the list that do not fit are listed with their number and the reason; the others are kept.
    """
    from tas_desktop.projects.creating import create_project

    made = create_project(folder, images=images, expressions=expressions, annotator=annotator_name())
    _tell(made, expressions, as_json=as_json)


def add(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    images: Annotated[
        Path | None, typer.Option(help="Folder with further pictures; they stay there.", file_okay=False)
    ] = None,
    expressions: Annotated[
        Path | None, typer.Option(help="CSV with the header image,expression, or JSON lines.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Add pictures or expressions that are new to a project.

    Lines of the list that do not fit, or that the project has already, are listed with the reason.
    """
    from tas_desktop.projects.creating import add_to_project
    from tas_desktop.storage.project import ProjectStore

    if images is None and expressions is None:
        raise typer.BadParameter("name --images, --expressions or both")
    with ProjectStore.open(project) as store:
        made = add_to_project(store, images=images, expressions=expressions, annotator=annotator_name())
    _tell(made, expressions, as_json=as_json)


def _tell(made: CreatedProject, expressions: Path | None, *, as_json: bool) -> None:
    """Print what was made and what was left out."""
    if as_json:
        report = {
            "project": str(made.file),
            "images": made.images,
            "expressions": made.expressions,
            "left_out": [{"line": line, "reason": reason} for line, reason in made.bad_lines],
            "refused_images": [{"name": name, "reason": reason} for name, reason in made.refused_images],
        }
        typer.echo(json.dumps(report))
        return
    typer.echo(f"{made.file}: {made.images} images, {made.expressions} expressions")
    for name, reason in made.refused_images:
        typer.echo(f"Left out: {name}: {reason}", err=True)
    if expressions is not None:
        _list_bad_lines(expressions, made.bad_lines)


@app.command()
def info(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say what a project holds and how far it is."""
    from tas_desktop.storage.project import ProjectStore

    with ProjectStore.open(project) as store:
        facts = _facts(store)
    if as_json:
        typer.echo(json.dumps(facts))
        return
    for name, value in facts.items():
        typer.echo(f"{name.replace('_', ' '):<22} {'' if value is None else value}")


def _facts(store: ProjectStore) -> dict[str, str | int | None]:
    counts = store.counts()
    return {
        "project": str(store.file),
        "read_only_because": store.read_only_reason,
        "images": counts.images,
        "images_done": counts.images_done,
        "expressions": counts.expressions,
        "decided": counts.decided,
        "accepted": counts.accepted,
        "referents": counts.referents,
        "predicted": store.predictions.count(),
        "categories": len(store.categories.table().categories),
        "events": store.last_event_seq(),
        "bytes": store.file.stat().st_size,
    }


def _list_bad_lines(file: Path, bad: Sequence[BadLine]) -> None:
    for line, reason in bad[:_MOST_LISTED]:
        typer.echo(f"Left out: {file}, line {line} {reason}", err=True)
    if len(bad) > _MOST_LISTED:
        typer.echo(f"… and {len(bad) - _MOST_LISTED} more lines; --json lists them all", err=True)


app.command()(add)
app.command()(deal)
app.command()(split)
app.command()(merge)
app.command()(find_pictures)
app.command()(take_pictures)
