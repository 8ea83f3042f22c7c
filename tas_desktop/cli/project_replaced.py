"""``tas-desktop project take-pictures``: files that replaced pictures under the same names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tas_desktop.cli.annotator import annotator_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.projects.replacing import ReplacedPicture


def take_pictures(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    pictures: Annotated[
        list[str] | None, typer.Argument(help="Pictures to take, by their paths as listed.")
    ] = None,
    take_all: Annotated[bool, typer.Option("--all", help="Take every new file that can be read.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """List pictures whose file is another than the one that was annotated, and take the new ones if asked.

    Masks on a picture of the same size stay and are listed for review (filter check:replaced); masks of
    another size cannot be kept: their expressions are open again. Undo in the window takes it back.

    Exit code 0: none is left that is not taken; 1: some are; 2: refused, nothing written.
    """
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.projects.replacing import find_replaced, take_replaced
    from tas_desktop.storage.project import ProjectStore

    with ProjectStore.open(project) as store:
        with work_bar("Reading files") as control:
            found = find_replaced(store, control=control)
        unknown = set(pictures or ()) - {row.path for row in found}
        if unknown:
            raise InputRefused(
                f"{min(unknown)} is no picture that was replaced",
                next_step="Name pictures as they are listed",
            )
        wanted = [row for row in found if take_all or row.path in (pictures or ())]
        taken = take_replaced(store, wanted, annotator=annotator_name())
    typer.echo(json.dumps(_as_json(found, taken)) if as_json else _as_text(found, taken))
    raise typer.Exit(1 if len(taken) < len(found) else 0)


def _as_json(found: Sequence[ReplacedPicture], taken: frozenset[int]) -> dict[str, Any]:
    return {
        "replaced": [
            {
                "image": row.path,
                "size_before": list(row.size_before),
                "size": None if row.identity is None else [row.identity.width, row.identity.height],
                "kept": row.kept,
                "lost": row.lost,
                "problem": row.problem,
                "taken": row.image_id in taken,
            }
            for row in found
        ]
    }


def _as_text(found: Sequence[ReplacedPicture], taken: frozenset[int]) -> str:
    if not found:
        return "Every picture is the one that was annotated"
    return "\n".join(_line(row, is_taken=row.image_id in taken) for row in found)


def _line(row: ReplacedPicture, *, is_taken: bool) -> str:
    if row.identity is None:
        return f"{row.path}: cannot be taken: {row.problem}"
    before, now = "x".join(map(str, row.size_before)), f"{row.identity.width}x{row.identity.height}"
    size = f"still {now}" if row.same_size else f"{before} before, {now} now"
    lead = "taken" if is_taken else "replaced"
    return f"{row.path}: {lead}, {size}: {row.kept} decisions stay for review, {row.lost} are open again"
