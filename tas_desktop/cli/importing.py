"""``tas-desktop import``: what other programs and other people labelled, into a project."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tas_desktop.projects.importing.report import ImportReport


class KindChoice(StrEnum):
    """What the labels of the file are worth here."""

    EXPRESSIONS = "expressions"
    PREDICTIONS = "predictions"
    ACCEPTED = "accepted"


class PicturesChoice(StrEnum):
    """What becomes of pictures that the project does not have."""

    IN_PLACE = "in-place"
    COPY = "copy"
    LEAVE = "leave"


def import_labels(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    path: Annotated[Path, typer.Argument(help="The file or folder to read.")],
    file_format: Annotated[str, typer.Option("--format", help="Its format, see tas-desktop formats.")],
    kind: Annotated[
        KindChoice,
        typer.Option(
            "--as",
            help="expressions: texts to work on; predictions: a model's answers to review; accepted: labels.",
        ),
    ],
    images: Annotated[Path | None, typer.Option(help="Folder where the names of the pictures start.")] = None,
    pictures: Annotated[
        PicturesChoice, typer.Option("--new-pictures", help="What becomes of pictures that are new here.")
    ] = PicturesChoice.IN_PLACE,
    name: Annotated[
        str, typer.Option(help="What predictions are told apart by, such as the model's name.")
    ] = "",
    annotator: Annotated[
        str | None, typer.Option(help="Who imports; the name in the settings where left out.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Make the project, which is not there yet.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would happen; write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read labels of any known format into a project: all of them or, when something is wrong, none."""
    from tas_desktop.cli.annotator import annotator_name
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.projects.importing.options import ImportKind, ImportOptions, NewPictures
    from tas_desktop.projects.importing.running import import_files
    from tas_desktop.projects.importing.targets import opened_target

    options = ImportOptions(
        path=path,
        format_name=file_format,
        kind=ImportKind(kind.value),
        annotator=annotator or annotator_name(),
        pictures=NewPictures(pictures.value),
        picture_folder=images,
        name=name,
    )
    with (
        opened_target(project, new=new, dry_run=dry_run) as store,
        work_bar(f"Importing {path.name}") as control,
    ):
        report = import_files(store, options, dry_run=dry_run, control=control)
    if as_json:
        typer.echo(json.dumps(report.as_json() | {"dry_run": dry_run}))
    else:
        _print(report, dry_run=dry_run)


def _print(report: ImportReport, *, dry_run: bool) -> None:
    counts = {
        "new pictures": report.new_images,
        "new expressions": report.expressions,
        "labels": report.labels,
        "new objects": report.referents,
        "predictions to review": report.predictions,
        "new categories": report.categories,
        "pictures put into splits": report.splits,
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing new"
    typer.echo(f"{'Would import' if dry_run else 'Imported'}: {told}; {report.images} pictures looked at")
    if report.duplicates:
        typer.echo(f"{report.duplicates} sentences were in the project already")
    for loss in report.left_out:
        examples = f", such as {'; '.join(loss.examples)}" if loss.examples else ""
        typer.echo(f"Left out: {loss.count} {loss.what}{examples}", err=True)
