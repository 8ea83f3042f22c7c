"""``tas-desktop export``: what was decided on a project, to files that the field's loaders read."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.formats.format import Loss
    from tas_desktop.projects.exporting.counting import DatasetCounts
    from tas_desktop.projects.exporting.request import ExportRequest
    from tas_desktop.projects.split_building import SplitRule


_OPTIONS: Final = {
    "masks": "--masks",
    "image_files": "--images",
    "image_names": "--names",
    "with_origin": "--provenance",
    "created": "--dated",
    "dataset": "--dataset",
}
"""Fields of ``WriteOptions`` by what they are called here."""


class MaskChoice(StrEnum):
    """How masks are written."""

    POLYGONS = "polygons"
    RLE = "rle"


class FilesChoice(StrEnum):
    """What becomes of the pictures."""

    COPY = "copy"
    LINK = "link"
    LEAVE = "leave"


class NamesChoice(StrEnum):
    """What the pictures are called."""

    OWN = "own"
    COCO = "coco"


class RefcocoChoice(StrEnum):
    """Names of datasets that REFER's readers take."""

    REFCOCO = "refcoco"
    REFCOCO_PLUS = "refcoco+"
    REFCOCOG = "refcocog"
    REFCLEF = "refclef"


def export(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    out: Annotated[Path, typer.Argument(help="The file or folder to write; an earlier export is replaced.")],
    file_format: Annotated[
        str, typer.Option("--format", help="File format; see tas-desktop formats.")
    ] = "coco",
    masks: Annotated[
        MaskChoice, typer.Option(help="coco: polygons, which every client reads, or run lengths.")
    ] = MaskChoice.POLYGONS,
    images: Annotated[
        FilesChoice, typer.Option(help="Folders: copy the pictures, link them, or leave them.")
    ] = FilesChoice.COPY,
    names: Annotated[
        NamesChoice, typer.Option(help="refcoco, grefcoco, mdetr: your names, or COCO_train2014_….jpg.")
    ] = NamesChoice.OWN,
    dataset: Annotated[
        RefcocoChoice, typer.Option(help="refcoco, mdetr: the dataset's name in the files.")
    ] = RefcocoChoice.REFCOCO,
    split: Annotated[
        list[str] | None,
        typer.Option(
            "--split", help="Deal the pictures for this export only: train=0.8; once for each part."
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed deals the same way.")] = 0,
    people: Annotated[
        bool, typer.Option("--people", help="Part test into testA, with people, and testB, as RefCOCO does.")
    ] = False,
    provenance: Annotated[
        bool,
        typer.Option("--provenance", help="Say of each expression who decided, how, and by which model."),
    ] = False,
    dated: Annotated[
        bool, typer.Option("--dated", help="Write today's date; without it equal projects give equal files.")
    ] = False,
    card: Annotated[
        bool, typer.Option("--card", help="Write a dataset card: counts, words, how labels were made.")
    ] = False,
    licence: Annotated[str, typer.Option(help="The dataset's licence, for the card.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be in the files and what would not.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Write what was decided on a project; check the files clause by clause, and only then keep them.

    Exit code 0: written; 1: what was written did not pass its own checks and was not kept; 2: refused.
    """
    from tas_desktop.formats.format import ImageFiles, ImageNames, MaskForm, WriteOptions
    from tas_desktop.projects.exporting.request import ExportRequest

    request = ExportRequest(
        project=project,
        target=out,
        format_name=file_format,
        options=WriteOptions(
            masks=MaskForm(masks),
            image_files=ImageFiles(images),
            image_names=ImageNames(names),
            with_origin=provenance,
            created=_today() if dated else None,
            dataset=dataset,
        ),
        rule=_rule(split or [], seed=seed, people=people),
        with_card=card,
        licence=licence,
    )
    _tell_unheeded(request)
    if dry_run:
        _preview(request, as_json=as_json)
    else:
        _write(request, as_json=as_json)


def _tell_unheeded(request: ExportRequest) -> None:
    """Say which options were given that the format does not heed."""
    from tas_desktop.formats.format import WriteOptions
    from tas_desktop.formats.registry import find_format, writable_formats

    chosen, usual = find_format(request.format_name, among=writable_formats()), WriteOptions()
    for name, option in _OPTIONS.items():
        if name not in chosen.options and getattr(request.options, name) != getattr(usual, name):
            typer.echo(f"{option} changes nothing in {chosen.title}", err=True)


def _preview(request: ExportRequest, *, as_json: bool) -> None:
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.projects.exporting.planning import plan_export

    with work_bar(request.target.name) as control:
        plan = plan_export(control, request=request)
    if as_json:
        content = _as_json(request, plan.counts, plan.losses, plan.images_folder)
        typer.echo(json.dumps(content | {"dry_run": True}))
        return
    typer.echo(f"{request.target} would be written from {_worded(plan.counts)}")
    _tell(plan.counts, plan.losses)


def _write(request: ExportRequest, *, as_json: bool) -> None:
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.projects.exporting.running import export_project

    with work_bar(request.target.name) as control:
        report = export_project(control, request=request)
    if as_json:
        typer.echo(json.dumps(_as_json(request, report.counts, report.losses, report.images_folder)))
        return
    typer.echo(f"{request.target}: written from {_worded(report.counts)}")
    _tell(report.counts, report.losses)


def _as_json(
    request: ExportRequest, counts: DatasetCounts, losses: Iterable[Loss], images_folder: str
) -> dict[str, Any]:
    return {
        "target": str(request.target),
        "format": request.format_name,
        "images": counts.images,
        "objects": counts.objects,
        "references": counts.references,
        "expressions": counts.sentences,
        "several_targets": counts.several,
        "no_target": counts.no_target,
        "undecided": counts.undecided,
        "splits": dict(counts.splits or {}),
        "images_folder": images_folder,
        "losses": [asdict(loss) for loss in losses],
    }


def _worded(counts: DatasetCounts) -> str:
    return f"{counts.objects:,} objects, {counts.sentences:,} expressions, {counts.images:,} images"


def _tell(counts: DatasetCounts, losses: Iterable[Loss]) -> None:
    splits = counts.splits or {}
    if any(splits):
        typer.echo("  " + ", ".join(f"{name or 'in no split'}: {count:,}" for name, count in splits.items()))
    for loss in losses:
        named = f" ({', '.join(loss.examples)})" if loss.examples else ""
        typer.echo(f"Not in it: {loss.count:,} {loss.what}{named}", err=True)


def _rule(shares: list[str], *, seed: int, people: bool) -> SplitRule | None:
    from tas_desktop.projects.dataset_splits import DealWish, parse_shares
    from tas_desktop.projects.split_building import SplitRule

    if not shares and not people:
        return None
    wish = DealWish(parse_shares(shares), seed=seed, again=True) if shares else None
    return SplitRule(wish, people=people)


def _today() -> Any:
    from datetime import UTC, datetime

    return datetime.now(UTC)
