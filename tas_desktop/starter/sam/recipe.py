"""The recipe: draw scenes, train to a time limit, keep checkpoints, write the weights."""

from __future__ import annotations

import math
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.sam.architecture import SamShape
from tas_desktop.backends.sam.weights import save_sam
from tas_desktop.starter.sam.batches import BatchPlan, batches_ahead
from tas_desktop.starter.sam.losses import LossWeights
from tas_desktop.starter.sam.pool import render_pool
from tas_desktop.starter.sam.run import TrainingRun
from tas_desktop.starter.scenes import Split

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


CHECKPOINT = "checkpoint.pt"
_REPORT_EVERY = 20


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

    The first stage works at a small input size, where a step shows most objects for its time; the last
    one at the size used for proposing, where small objects become distinct.

    Attributes:
        scenes: drawn for the run, from seed 0 of the train split.
        stages: in order; the last one ends at 1.
        learning_rate: its peak.
        weight_decay: of matrices and filters.
        warmup_steps: over which the rate rises.
        checkpoint_seconds: between checkpoints.
        weights: of the parts of the loss.
    """

    scenes: int = 6000
    stages: tuple[TrainingStage, ...] = (
        TrainingStage(0.5, BatchPlan(image_size=256, images=8, prompts=7)),
        TrainingStage(1.0, BatchPlan(image_size=384, images=4, prompts=7, zoom_share=0.4, min_crop=288)),
    )
    learning_rate: float = 1.2e-3
    weight_decay: float = 0.05
    warmup_steps: int = 100
    checkpoint_seconds: float = 180.0
    weights: LossWeights = field(default_factory=LossWeights)

    @property
    def final_shape(self) -> SamShape:
        """Shape of the network that comes out."""
        return SamShape(image_size=self.stages[-1].plan.image_size)

    def learning_rate_at(self, *, step: int, share: float) -> float:
        """Linear warm-up over steps, then half a cosine over the share of the time, down to 1 %."""
        warm = min(1.0, (step + 1) / self.warmup_steps)
        return self.learning_rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(share, 1.0))))


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """Where a run stands: running means of the last steps."""

    step: int
    seconds: float
    loss: float
    best_iou: float
    quality_error: float


def train_mask_network(
    out: Path,
    *,
    minutes: float,
    seed: int = 0,
    resume: Path | None = None,
    progress: Callable[[TrainingReport], None] | None = None,
    recipe: Recipe | None = None,
    workspace: Path | None = None,
) -> TrainingReport:
    """Train the starter pack's mask network and write its weights.

    One thread is best where other work shares the cores: set ``torch.set_num_threads(1)`` before.

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
    run = TrainingRun.begin(recipe.final_shape, weight_decay=recipe.weight_decay)
    if resume is not None:
        run.restore(resume)
    clock = _Clock(run, limit=60 * minutes)
    report = clock.report()
    for stage in recipe.stages:
        run.resize(stage.plan.image_size)
        ahead = batches_ahead(pool, stage.plan, seed=seed + 1_000_003 * (run.step + 1))
        with closing(ahead):
            while clock.share < stage.until:
                rate = recipe.learning_rate_at(step=run.step, share=clock.share)
                clock.count(run.take_step(next(ahead), recipe.weights, rate=rate))
                report = clock.report()
                if progress is not None and run.step % _REPORT_EVERY == 0:
                    progress(report)
                if clock.since_checkpoint > recipe.checkpoint_seconds:
                    clock.checkpoint(workspace / CHECKPOINT)
    clock.checkpoint(workspace / CHECKPOINT)
    run.average.write_to(run.sam)
    save_sam(out, run.sam, shape=recipe.final_shape)
    return report


class _Clock:
    """Time spent training and running means of what the steps report."""

    def __init__(self, run: TrainingRun, *, limit: float) -> None:
        self._run, self._limit = run, limit
        self._zero = time.monotonic() - run.seconds
        self._saved = run.seconds
        self._means = np.full(3, math.nan)

    @property
    def share(self) -> float:
        return self._run.seconds / self._limit

    @property
    def since_checkpoint(self) -> float:
        return self._run.seconds - self._saved

    def count(self, figures: tuple[float, float, float]) -> None:
        """Take one step's figures and look at the time."""
        fresh = np.array(figures)
        self._means = fresh if np.isnan(self._means[0]) else 0.98 * self._means + 0.02 * fresh
        self._run.seconds = time.monotonic() - self._zero

    def report(self) -> TrainingReport:
        loss, best_iou, quality_error = (float(mean) for mean in self._means)
        return TrainingReport(self._run.step, self._run.seconds, loss, best_iou, quality_error)

    def checkpoint(self, path: Path) -> None:
        self._run.save(path)
        self._saved = self._run.seconds
