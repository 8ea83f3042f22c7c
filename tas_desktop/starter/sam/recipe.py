"""The recipe: draw scenes, train to a time limit, keep checkpoints, write the weights."""

from __future__ import annotations

import dataclasses
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from tas_desktop.backends.sam.architecture import SamShape, build_sam
from tas_desktop.backends.sam.weights import save_sam
from tas_desktop.starter.sam.average import WeightAverage
from tas_desktop.starter.sam.batches import Batch, BatchPlan, batches_ahead
from tas_desktop.starter.sam.losses import DenseHints, LossWeights, prompt_losses
from tas_desktop.starter.sam.pool import render_pool
from tas_desktop.starter.scenes import Split
from tas_desktop.starter.scenes.lexicon import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from segment_anything.modeling import Sam

    from tas_desktop.starter.sam.pool import ScenePool


@dataclass(frozen=True, slots=True)
class TrainingStage:
    """A stretch of the training at one input size.

    Attributes:
        until: share of the time at which it ends.
        plan: its batches, which fix the input size.
    """

    until: float
    plan: BatchPlan


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that makes a run, apart from its length and seed.

    The first stage shows crops at scene resolution and small input size, where a step costs least;
    the last one shows whole scenes at the size used for proposing.
    """

    scenes: int = 6000
    stages: tuple[TrainingStage, ...] = (
        TrainingStage(0.62, BatchPlan(image_size=256, images=8, prompts=7)),
        TrainingStage(1.0, BatchPlan(image_size=384, images=4, prompts=7, zoom_share=0.4, min_crop=288)),
    )
    learning_rate: float = 1.2e-3
    weight_decay: float = 0.05
    warmup_steps: int = 100
    checkpoint_seconds: float = 180.0
    weights: LossWeights = dataclasses.field(default_factory=LossWeights)

    @property
    def final_shape(self) -> SamShape:
        return SamShape(image_size=self.stages[-1].plan.image_size)


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """Where a run stands: running means of the last steps."""

    step: int
    seconds: float
    loss: float
    best_iou: float
    quality_error: float


@dataclass
class _Run:
    sam: Sam
    hints: DenseHints
    optimizer: torch.optim.Optimizer
    average: WeightAverage
    step: int = 0
    seconds: float = 0.0


def train_mask_network(
    out: Path,
    *,
    minutes: float,
    seed: int = 0,
    resume: Path | None = None,
    progress: Callable[[TrainingReport], None] = lambda report: None,
    recipe: Recipe | None = None,
    workspace: Path | None = None,
) -> TrainingReport:
    """Train the starter pack's mask network and write its weights.

    Args:
        out: safetensors file to write (float16).
        minutes: time for the training itself, scene drawing apart.
        seed: of initial weights and batches; the scenes are always those of the train split.
        resume: checkpoint to go on from; its time counts.
        progress: told every few steps.
        recipe: defaults to the one the shipped weights were trained with.
        workspace: folder for scenes and checkpoints; beside ``out`` by default.

    Returns:
        the last report.
    """
    recipe = recipe or Recipe()
    workspace = workspace or out.parent / f"{out.stem}-training"
    pool = render_pool(workspace / "pool", count=recipe.scenes, split=Split.TRAIN)
    torch.manual_seed(seed)
    run = _start(recipe)
    if resume is not None:
        _restore(run, torch.load(resume, weights_only=True))
    report = TrainingReport(run.step, run.seconds, math.nan, math.nan, math.nan)
    for stage in recipe.stages:
        _resize(run.sam, stage.plan.image_size)
        report = _train_stage(
            run, stage, pool, recipe, limit=60 * minutes, seed=seed, workspace=workspace, progress=progress
        )
    run.average.write_to(run.sam)
    save_sam(out, run.sam, shape=recipe.final_shape)
    return report


def _start(recipe: Recipe) -> _Run:
    shape = recipe.final_shape
    sam = build_sam(shape)
    hints = DenseHints(shape.decoder_dim, categories=len(CATEGORIES)).to(memory_format=torch.channels_last)
    named = [*sam.named_parameters(), *hints.named_parameters()]
    trained = [(name, p) for name, p in named if not name.startswith("prompt_encoder.mask_downscaling")]
    decayed = [p for name, p in trained if p.ndim >= 2 and "iou" not in name and "token" not in name]
    rest = [p for name, p in trained if not any(p is d for d in decayed)]
    groups = [{"params": decayed, "weight_decay": recipe.weight_decay}, {"params": rest, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=recipe.learning_rate, betas=(0.9, 0.98), fused=True)
    return _Run(sam, hints, optimizer, WeightAverage(sam))


def _resize(sam: Sam, image_size: int) -> None:
    """Set the input size; no weight depends on it, only where positions are counted."""
    side = image_size // 8
    sam.image_encoder.img_size = image_size
    sam.prompt_encoder.input_image_size = (image_size, image_size)
    sam.prompt_encoder.image_embedding_size = (side, side)


def _train_stage(
    run: _Run,
    stage: TrainingStage,
    pool: ScenePool,
    recipe: Recipe,
    *,
    limit: float,
    seed: int,
    workspace: Path,
    progress: Callable[[TrainingReport], None],
) -> TrainingReport:
    ahead = batches_ahead(pool, stage.plan, seed=seed + 1_000_003 * (run.step + 1))
    means = np.full(3, np.nan)
    saved = begun = time.monotonic()
    before = run.seconds
    try:
        while run.seconds < limit * stage.until:
            rate = _learning_rate(recipe, step=run.step, share=run.seconds / limit)
            figures = np.array(_step(run, next(ahead), recipe, rate=rate))
            means = figures if np.isnan(means[0]) else 0.98 * means + 0.02 * figures
            now = time.monotonic()
            run.seconds = before + now - begun
            if run.step % 20 == 0:
                progress(TrainingReport(run.step, run.seconds, *(float(m) for m in means)))
            if now - saved > recipe.checkpoint_seconds:
                _keep(run, workspace / "checkpoint.pt")
                saved = now
    finally:
        ahead.close()
    if run.seconds > before:
        _keep(run, workspace / "checkpoint.pt")
    return TrainingReport(run.step, run.seconds, *(float(m) for m in means))


def _learning_rate(recipe: Recipe, *, step: int, share: float) -> float:
    """Linear warm-up over steps, then half a cosine over time down to 1 %."""
    warm = min(1.0, (step + 1) / recipe.warmup_steps)
    return recipe.learning_rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(share, 1.0))))


def _step(run: _Run, batch: Batch, recipe: Recipe, *, rate: float) -> tuple[float, float, float]:
    for group in run.optimizer.param_groups:
        group["lr"] = rate
    run.sam.train()
    with torch.autocast("cpu", torch.bfloat16):
        images = torch.from_numpy(batch.images).permute(0, 3, 1, 2).float()
        embedding = run.sam.image_encoder((images - run.sam.pixel_mean) / run.sam.pixel_std)
        prompted = prompt_losses(
            run.sam,
            embedding,
            points=torch.from_numpy(batch.points),
            masks=torch.from_numpy(batch.masks),
            on_object=torch.from_numpy(batch.on_object),
            weights=recipe.weights,
        )
        hinted = run.hints.loss(
            embedding,
            instances=torch.from_numpy(batch.instances),
            sides=torch.from_numpy(batch.sides),
            categories=torch.from_numpy(batch.categories),
        )
    loss: Tensor = prompted.loss + recipe.weights.hints * hinted
    loss.backward()
    torch.nn.utils.clip_grad_norm_((p for g in run.optimizer.param_groups for p in g["params"]), 1.0)
    run.optimizer.step()
    run.optimizer.zero_grad(set_to_none=True)
    run.step += 1
    run.average.follow(run.sam, step=run.step)
    return float(loss.detach()), prompted.best_iou, prompted.quality_error


def _keep(run: _Run, path: Path) -> None:
    """Write a checkpoint aside, then put it in place."""
    state = {
        "sam": run.sam.state_dict(),
        "hints": run.hints.state_dict(),
        "optimizer": run.optimizer.state_dict(),
        "average": run.average.state,
        "step": run.step,
        "seconds": run.seconds,
    }
    aside = path.with_suffix(".part")
    torch.save(state, aside)
    aside.replace(path)


def _restore(run: _Run, state: dict[str, object]) -> None:
    run.sam.load_state_dict(state["sam"])
    run.hints.load_state_dict(state["hints"])
    run.optimizer.load_state_dict(state["optimizer"])
    run.average.state = state["average"]
    run.step, run.seconds = state["step"], state["seconds"]
