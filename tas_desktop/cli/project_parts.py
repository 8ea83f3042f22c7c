"""``tas-desktop project split`` and ``merge``: hand parts out, bring them back, see how far people agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tas_desktop.cli.annotator import annotator_name

if TYPE_CHECKING:
    from tas_desktop.projects.agreement import AgreementReport
    from tas_desktop.projects.bringing_back import BroughtBack
    from tas_desktop.storage.merging.outcomes import Compared

_MOST_LISTED = 20


def split(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    count: Annotated[int, typer.Argument(help="How many parts.", min=2)],
    out: Annotated[
        Path | None, typer.Option(help="Folder for the parts; beside the project's where omitted.")
    ] = None,
    shared: Annotated[
        float, typer.Option(help="Share of the images that all get, to measure agreement.", min=0, max=1)
    ] = 0.0,
    with_pictures: Annotated[
        bool, typer.Option("--with-pictures", help="Copy the pictures too, for another machine.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Hand a project out in parts, each a project of its own; the project stays as it is."""
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.projects.splitting import split_project
    from tas_desktop.storage.project import ProjectStore

    with ProjectStore.open(project) as store, work_bar("Writing parts") as control:
        parts = split_project(
            store,
            count,
            out=out or store.folder.parent,
            shared=shared,
            with_pictures=with_pictures,
            control=control,
        )
    if as_json:
        told = [part._asdict() | {"file": str(part.file)} for part in parts]
        typer.echo(json.dumps({"parts": told}))
        return
    for part in parts:
        shared_too = f", {part.shared} of them in every part" if part.shared else ""
        typer.echo(f"{part.file}: {part.images} images{shared_too}, {part.to_decide} expressions to decide")


def merge(
    project: Annotated[Path, typer.Argument(help="The project that is merged into.")],
    other: Annotated[Path, typer.Argument(help="The part or other project whose work is brought in.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing, only say what would happen.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Bring the work in one project into another, and say how far both agree.

    Expressions that both decided differently are flagged and listed: both decisions are kept, and neither
    counts until somebody decides anew. Merging the same project again brings only what is new.

    Exit code 0: merged; 1: merged, and there are conflicts to look at; 2: refused, nothing written.
    """
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.projects.bringing_back import bring_back_work

    with work_bar("Merging") as control:
        brought = bring_back_work(
            control, project=project, other=other, annotator=annotator_name(), rehearse=dry_run
        )
    content = _content(brought) | {"dry_run": dry_run}
    typer.echo(json.dumps(content) if as_json else _as_text(content))
    raise typer.Exit(1 if brought.report.conflicts else 0)


def _content(brought: BroughtBack) -> dict[str, Any]:
    report = brought.report
    return {
        "project": str(brought.project),
        "images": report.images,
        "expressions": report.expressions,
        "decisions": report.decisions,
        "conflicts": [_conflict(row, brought.paths[row.image_id]) for row in report.conflicts],
        "agreement": _figures(brought.agreement),
        "pairs": [
            {"ours": ours, "theirs": theirs} | _figures(figures)
            for (ours, theirs), figures in brought.pairs.items()
        ],
    }


def _conflict(row: Compared, path: str) -> dict[str, Any]:
    sides = {
        name: {"annotator": side.annotator, "outcome": side.words, "text": side.text}
        for name, side in (("ours", row.ours), ("theirs", row.theirs))
    }
    iou = None if row.iou is None else round(row.iou, 4)
    return {
        "image": path,
        "expression_id": row.expression_id,
        "reason": row.agreement.value,
        "iou": iou,
    } | sides


def _figures(report: AgreementReport) -> dict[str, Any]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in report._asdict().items()
    }


def _as_text(content: dict[str, Any]) -> str:
    counts = f"{content['images']} images, {content['expressions']} expressions"
    done = "would be brought in" if content["dry_run"] else "brought in"
    lines = [
        f"{content['project']}: {counts} and {content['decisions']} decisions {done}",
        _agreement_line("Both decided", content["agreement"]),
    ]
    lines += [_agreement_line(f"  {pair['ours']} and {pair['theirs']}", pair) for pair in content["pairs"]]
    conflicts = content["conflicts"]
    if conflicts:
        lines.append(f"{len(conflicts)} conflicts, flagged for review (filter status:flagged):")
    for row in conflicts[:_MOST_LISTED]:
        sides = "; ".join(f"{row[side]['annotator']}: {row[side]['outcome']}" for side in ("ours", "theirs"))
        lines.append(f"  {row['image']}: {row['ours']['text']!r}: {row['reason']} ({sides})")
    if len(conflicts) > _MOST_LISTED:
        lines.append(f"  … and {len(conflicts) - _MOST_LISTED} more; --json lists them all")
    return "\n".join(lines)


def _agreement_line(lead: str, figures: dict[str, Any]) -> str:
    if not figures["compared"]:
        return f"{lead}: no expression"
    masks = ""
    if figures["with_masks"]:
        masks = (
            f"; mean IoU {figures['iou_mean']:.3f}, same referent "
            f"{figures['same_referent']} of {figures['with_masks']}"
        )
    return f"{lead}: {figures['compared']} expressions, {figures['same']} the same{masks}"
