"""`tas-desktop starter`: make scenes and train the starter pack."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_desktop.cli.starter_train import train

if TYPE_CHECKING:
    from tas_desktop.starter.scenes.card import SceneCard

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
app.command()(train)


class SplitName(StrEnum):
    """The splits as named on the command line; those of `tas_desktop.starter.scenes.Split`."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


@app.callback()
def _starter() -> None:
    """Make scenes and train the starter pack."""


@app.command()
def scenes(
    out: Annotated[Path, typer.Argument(help="New or empty folder for the dataset.", file_okay=False)],
    split: Annotated[SplitName, typer.Option(help="Which seeds to draw.")] = SplitName.TEST,
    count: Annotated[int, typer.Option(help="How many scenes.", min=1)] = 200,
    handwritten: Annotated[
        bool, typer.Option("--handwritten", help="Hand-written expressions on their own test scenes.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scene card as JSON.")] = False,
) -> None:
    """Draw scenes with expressions, write them in the REFER layout and print their card."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from tas_desktop.starter.scenes import Split, write_refer_dataset

    terminal = Console(stderr=True)
    columns = (TextColumn("Scenes"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as bar:
        task = bar.add_task("scenes", total=count)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        card = write_refer_dataset(
            out, split=Split(split), count=count, handwritten=handwritten, progress=show
        )
    typer.echo(json.dumps(card.to_json(), indent=1) if as_json else _card_text(card))


def _card_text(card: SceneCard) -> str:
    """The card for people: one figure a line, then what does not hold."""
    kinds = ", ".join(f"{name} {number}" for name, number in card.by_kind.items())
    unseen = ", ".join(f"{name} {number}" for name, number in card.by_unseen.items())
    lines = [
        f"scenes                        {card.scenes}",
        f"objects                       {card.objects}",
        f"expressions                   {card.expressions} ({kinds})",
        f"                              {unseen}",
        f"occluded by 10-60 %           {card.occluded_share:.1%} of objects (at least 30 %)",
        f"referent has a namesake       {card.namesake_share:.1%} (at least 40 %)",
        f"median object                 {card.median_area_share:.2%} of the picture (2-4 %)",
        f"textured objects              {card.textured_object_share:.1%} of their pixels",
        f"textured ground               {card.textured_ground_share:.1%} of its pixels (at least 25 %)",
        f"plain hierarchy, 60 regions   recall {card.baseline_recall_50:.3f} at IoU .5",
        f"({card.baseline_scenes} scenes)".ljust(30)
        + f"recall {card.baseline_recall_70:.3f} at IoU .7 (under .600)",
    ]
    failures = card.failures()
    lines.extend(f"does not hold: {sentence}" for sentence in failures)
    if not failures:
        lines.append("the card holds")
    return "\n".join(lines)
