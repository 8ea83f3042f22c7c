"""``tas-desktop export``: a project's annotations to a file that the field's loaders read."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ExportFormat(StrEnum):
    """File formats that projects can be exported to."""

    COCO = "coco"


class MaskChoice(StrEnum):
    """How masks are written."""

    POLYGONS = "polygons"
    RLE = "rle"


def export(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    out: Annotated[Path, typer.Argument(help="The file to write; one that is there is replaced.")],
    file_format: Annotated[ExportFormat, typer.Option("--format", help="File format.")] = ExportFormat.COCO,
    masks: Annotated[
        MaskChoice, typer.Option(help="Polygons, which every client reads, or compressed RLE.")
    ] = MaskChoice.POLYGONS,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Write a project's accepted annotations, read them back, and only then keep the file."""
    from tas_desktop.formats.coco import MaskForm, write_coco
    from tas_desktop.storage.project import ProjectStore

    with ProjectStore.open(project) as store:
        counts = store.counts()
        categories = store.categories.table()
        report = write_coco(out, store.iter_annotations(), categories=categories, masks=MaskForm(masks))
    without_mask = counts.expressions - counts.accepted
    if as_json:
        content = {
            "file": str(out),
            "format": file_format,
            "masks": masks,
            "images": report.images,
            "annotations": report.annotations,
            "expressions": report.expressions,
            "expressions_without_mask": without_mask,
            "left_out": report.left_out,
        }
        typer.echo(json.dumps(content))
        return
    typer.echo(
        f"{out}: {report.annotations} annotations, {report.expressions} expressions, {report.images} images"
    )
    if without_mask:
        typer.echo(f"{without_mask} expressions have no accepted mask and are not in the file")
    for line in report.left_out:
        typer.echo(f"Left out: {line}", err=True)
