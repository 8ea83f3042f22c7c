"""``tas-desktop project find-pictures``: look for pictures that are not where the project has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tas_desktop.cli.annotator import annotator_name

_MOST_LISTED = 20


def find_pictures(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Where they may be; the project's folder where omitted.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Find moved pictures again by their content, and note where they are.

    Exit code 0: every picture is in a place; 1: some are still missing; 2: refused, nothing written.
    """
    from tas_desktop.cli.terminal import progress_bar
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.projects.relocating import bring_back
    from tas_desktop.storage.project import ProjectStore

    with ProjectStore.open(project) as store, progress_bar("Reading files") as show:
        try:
            found, missing = bring_back(
                store, folders or [store.folder], annotator=annotator_name(), report=show
            )
        except OSError as error:
            raise InputRefused(
                f"{error.filename} cannot be read: {error.strerror}", next_step="Name a folder of pictures"
            ) from error
    if as_json:
        moved = [{"image": row.before, "found": str(row.path), "by_content": row.by_content} for row in found]
        typer.echo(json.dumps({"found": moved, "missing": [row.path for row in missing]}))
    else:
        typer.echo(f"{len(found)} pictures found again, {len(missing)} still missing")
        for row in missing[:_MOST_LISTED]:
            typer.echo(f"Missing: {row.path}", err=True)
    raise typer.Exit(1 if missing else 0)
