"""The whole starter pack from nothing: every recipe in its order, into one folder, with its manifest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tas_desktop.config.manifest import write_manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.starter.captioner.trainer import CaptionerRecipe
    from tas_desktop.starter.clip.trainer import EncoderRecipe
    from tas_desktop.starter.regions.harvest import Propose
    from tas_desktop.starter.regions.pool import RegionPool
    from tas_desktop.starter.schedule import TrainingProgress


class Part(StrEnum):
    """The pack's parts in training order.

    Encoder and captioner see crops of the proposals' masks; the captioner starts from the encoder's tower.
    """

    PARSER = "parser"
    PROPOSALS = "proposals"
    ENCODER = "encoder"
    CAPTIONER = "captioner"


FILES = {
    Part.PARSER: "parser",
    Part.PROPOSALS: "sam.safetensors",
    Part.ENCODER: "clip.safetensors",
    Part.CAPTIONER: "blip.safetensors",
}
"""What each part writes in the pack's folder."""

_CROPS = "crops-"

PROPOSAL_MINUTES = 60.0
"""Training time of the shipped mask network on two cores."""


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What to train and on what.

    Attributes:
        parts: which parts; the others stay as they are in the folder.
        teacher: pipeline name or folder that labels the parser's sentences.
        texts: unlabelled sentences for the parser.
        scale: times each part's minutes and steps; 1 is the shipped recipe.
        resume: go on from the workspace's checkpoints.
        seed: of every part.
    """

    parts: tuple[Part, ...] = tuple(Part)
    teacher: str = ""
    texts: tuple[str, ...] = ()
    scale: float = 1.0
    resume: bool = False
    seed: int = 0


def train_pack(folder: Path, plan: PackPlan, *, workspace: Path, say: Callable[[str], None]) -> None:
    """Train the planned parts into ``folder`` and write its manifest.

    Args:
        folder: the pack's folder; made when missing.
        plan: what to train.
        workspace: scenes and checkpoints; survives, so that a killed run goes on with ``resume``.
        say: told a line of progress now and then.

    Raises:
        InputRefused: the parser's teacher or sentences cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    workspace.mkdir(parents=True, exist_ok=True)
    if not plan.resume:
        for crops in workspace.glob(f"{_CROPS}*.npz"):
            crops.unlink()
    recipes = {
        Part.PARSER: _train_parser,
        Part.PROPOSALS: _train_proposals,
        Part.ENCODER: _train_encoder,
        Part.CAPTIONER: _train_captioner,
    }
    for part in Part:
        if part in plan.parts:
            say(f"{part}: training")
            recipes[part](folder, plan, workspace, say)
            write_manifest(folder)


def _train_parser(folder: Path, plan: PackPlan, _workspace: Path, say: Callable[[str], None]) -> None:
    from tas_desktop.starter.parser import recipe as parsing

    shipped = parsing.ParserRecipe()
    steps = max(1, round(shipped.steps * plan.scale))
    recipe = replace(shipped, steps=steps, seed=shipped.seed + plan.seed)

    def report(progress: parsing.TrainingProgress) -> None:
        losses = ", ".join(f"{name} {value:.2f}" for name, value in progress.losses.items())
        say(f"parser: step {progress.step} of {progress.steps}, {progress.seconds:.0f} s, {losses}")

    parsing.train(plan.teacher, plan.texts, folder / FILES[Part.PARSER], recipe=recipe, progress=report)


def _train_proposals(folder: Path, plan: PackPlan, workspace: Path, say: Callable[[str], None]) -> None:
    from tas_desktop.starter.sam.recipe import TrainingReport, train_mask_network

    checkpoint = workspace / "proposals" / "checkpoint.pt"

    def report(progress: TrainingReport) -> None:
        say(
            f"proposals: step {progress.step}, {progress.seconds:.0f} s, loss {progress.loss:.3f}, "
            f"best IoU {progress.best_iou:.3f}"
        )

    train_mask_network(
        folder / FILES[Part.PROPOSALS],
        minutes=PROPOSAL_MINUTES * plan.scale,
        seed=plan.seed,
        resume=checkpoint if plan.resume and checkpoint.is_file() else None,
        progress=report,
        workspace=checkpoint.parent,
    )


def _train_encoder(folder: Path, plan: PackPlan, workspace: Path, say: Callable[[str], None]) -> None:
    from tas_desktop.starter.clip.trainer import EncoderRecipe, train_encoder

    shipped = EncoderRecipe()
    train_encoder(
        folder / FILES[Part.ENCODER],
        pool=_gather(shipped, plan, workspace, folder=folder),
        seed=plan.seed,
        resume=plan.resume,
        progress=_reporter(Part.ENCODER, say),
        recipe=replace(shipped, minutes=shipped.minutes * plan.scale),
        propose=_open_proposer(folder, drawn_only=True),
        checkpoint=workspace / "encoder.pt",
    )


def _open_proposer(folder: Path, *, drawn_only: bool) -> Propose | None:
    """The proposer of the folder's mask network; None where the folder has none yet."""
    from tas_desktop.starter.regions.gather import proposer_of

    if not (folder / FILES[Part.PROPOSALS]).is_file():
        return None
    return proposer_of(folder, drawn_only=drawn_only)


def _gather(
    recipe: EncoderRecipe | CaptionerRecipe, plan: PackPlan, workspace: Path, *, folder: Path
) -> RegionPool:
    """Crops for a recipe, kept for the part after it and for a resumed run."""
    from tas_desktop.starter.regions.gather import gather_regions

    share = min(1.0, plan.scale)
    scenes, proposed = (max(1, round(n * share)) for n in (recipe.scenes, recipe.proposal_scenes))
    keep = workspace / f"{_CROPS}{scenes}-{proposed}.npz"
    propose = _open_proposer(folder, drawn_only=False)
    return gather_regions(scenes=scenes, proposal_scenes=proposed, propose=propose, keep=keep)


def _reporter(part: Part, say: Callable[[str], None]) -> Callable[[TrainingProgress], None]:
    def report(progress: TrainingProgress) -> None:
        figures = ", ".join(f"{name} {value:.3f}" for name, value in progress.figures.items())
        say(f"{part}: step {progress.step}, {progress.share:.0%}, loss {progress.loss:.3f}, {figures}")

    return report


def _train_captioner(folder: Path, plan: PackPlan, workspace: Path, say: Callable[[str], None]) -> None:
    from tas_desktop.starter.captioner.trainer import CaptionerRecipe, train_captioner

    shipped = CaptionerRecipe(trunk=folder / FILES[Part.ENCODER])
    train_captioner(
        folder / FILES[Part.CAPTIONER],
        pool=_gather(shipped, plan, workspace, folder=folder),
        seed=plan.seed,
        resume=plan.resume,
        progress=_reporter(Part.CAPTIONER, say),
        recipe=replace(shipped, minutes=shipped.minutes * plan.scale),
        checkpoint=workspace / "captioner.pt",
    )
