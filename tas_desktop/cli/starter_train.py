"""``tas-desktop starter train``: the starter pack's recipes, in one command."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class PartName(StrEnum):
    """Parts of the pack as named on the command line; those of ``tas_desktop.starter.pack.Part``."""

    PARSER = "parser"
    PROPOSALS = "proposals"
    ENCODER = "encoder"
    CAPTIONER = "captioner"


def train(
    out: Annotated[Path, typer.Argument(help="Folder for the trained pack.", file_okay=False)],
    teacher: Annotated[
        str, typer.Option(help="Pipeline that labels the parser's sentences: a folder or an installed name.")
    ] = "en_core_web_sm",
    text: Annotated[
        list[Path] | None,
        typer.Option(help="Unlabelled sentences for the parser: .txt, .csv or a folder of them. Repeatable."),
    ] = None,
    only: Annotated[
        list[PartName] | None, typer.Option(help="Train only this part; repeatable. Default: all.")
    ] = None,
    scale: Annotated[float, typer.Option(help="Times the shipped training time.", min=0.001)] = 1.0,
    seed: Annotated[int, typer.Option(help="Seed of weights and batches.", min=0)] = 0,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from the checkpoints beside OUT.")] = False,
) -> None:
    """Train the starter pack: about two hours on two quiet cores; a killed run goes on with --resume."""
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.starter.pack import PackPlan, Part, train_pack
    from tas_desktop.starter.parser.corpus import training_texts

    parts = tuple(part for part in Part if only is None or part.value in {name.value for name in only})
    if Part.PARSER in parts and not text:
        raise InputRefused(
            "The parser learns from unlabelled sentences and none were given",
            next_step="Name them with --text, or choose other parts with --only",
        )
    texts = tuple(training_texts(*(text or []))) if Part.PARSER in parts else ()
    plan = PackPlan(parts=parts, teacher=teacher, texts=texts, scale=scale, resume=resume, seed=seed)
    begun = time.monotonic()

    def say(line: str) -> None:
        typer.echo(f"{(time.monotonic() - begun) / 60:6.1f} min  {line}", err=True)

    train_pack(out, plan, workspace=out.parent / f"{out.name}-training", say=say)
    typer.echo(str(out))
