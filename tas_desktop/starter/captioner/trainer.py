"""Training of the captioner: crops before a blurred background, with the faults of real proposals."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from tas_desktop.backends.captioners.architecture import CaptionerShape, CaptionVocabulary, build_blip
from tas_desktop.backends.captioners.blip import write_captions
from tas_desktop.backends.captioners.weights import LoadedCaptioner, save_captioner
from tas_desktop.backends.encoders.weights import load_encoder
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.starter.captioner.batches import Batches
from tas_desktop.starter.captioner.card import CARD_NAME, write_captioner_card
from tas_desktop.starter.captioner.measure import caption_words, score_captions
from tas_desktop.starter.captioner.trunk import copy_trunk
from tas_desktop.starter.regions.harvest import harvest_scenes
from tas_desktop.starter.scenes import Split
from tas_desktop.starter.schedule import (
    TrainingProgress,
    TrainingRun,
    follow,
    ignore_training,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.starter.regions.pool import RegionPool


@dataclass(frozen=True, slots=True)
class CaptionerRecipe:
    """Sizes of the network and of the run.

    Attributes:
        shape: the network.
        trunk: weights of a trained encoder to take the image tower from; None starts from nothing.
        scenes, proposal_scenes: training scenes for crops with made faults, and for real proposals.
        batch: crops per step.
        minutes: training time on the clock, drawing and measuring apart.
        steps: length of the run in steps instead of minutes; None goes by the clock.
        peak_rate: learning rate.
        trunk_rests: share of the time in which a tower taken from the encoder stays as it is: the
            decoder learns from tokens computed once, ten times as fast.
        resting_crops, resting_batch: how many crops' tokens are computed, and how many make a step.
        trunk_rate: factor of the tower's learning rate afterwards.
        kind_shares: share of each ``RegionKind`` in a batch.
        validation_scenes, measure_seconds: how many scenes are watched, how often.
    """

    shape: CaptionerShape = field(default_factory=CaptionerShape)
    trunk: Path | None = None
    scenes: int = 4000
    proposal_scenes: int = 600
    batch: int = 64
    minutes: float = 12.0
    steps: int | None = None
    peak_rate: float = 1e-3
    trunk_rests: float = 0.45
    resting_crops: int = 14000
    resting_batch: int = 128
    trunk_rate: float = 0.3
    kind_shares: tuple[float, ...] = (0.7, 0.09, 0.09, 0.06, 0.06)
    validation_scenes: int = 40
    measure_seconds: float = 150.0


SMOKE_RECIPE = CaptionerRecipe(
    scenes=60,
    proposal_scenes=4,
    batch=32,
    resting_crops=300,
    resting_batch=64,
    validation_scenes=8,
    measure_seconds=1e9,
    steps=80,
)


def train_captioner(
    out: Path,
    *,
    pool: RegionPool,
    seed: int = 0,
    resume: bool = False,
    progress: Callable[[TrainingProgress], None] = ignore_training,
    recipe: CaptionerRecipe | None = None,
    checkpoint: Path | None = None,
) -> dict[str, float]:
    """Train and write the captioner, with its card beside it.

    Args:
        out: the safetensors file to write.
        pool: crops to train on, as ``gather_regions`` gives them.
        seed: of weights and batches.
        resume: go on from ``checkpoint``.
        progress: told about every 50th step and every measurement.
        recipe: sizes of the run; by default the full ones.
        checkpoint: where the state is kept every few minutes; None keeps none.

    Returns:
        Figures on validation scenes, as ``score_captions`` gives them.
    """
    plan = recipe or CaptionerRecipe()
    sizes = plan.shape
    torch.manual_seed(seed)
    vocabulary = CaptionVocabulary(caption_words())
    network = build_blip(sizes, vocabulary_size=vocabulary.size)
    if plan.trunk is not None:
        copy_trunk(load_encoder(plan.trunk, sha256=None).network, network)
    run = TrainingRun(
        network,
        minutes=plan.minutes,
        steps=plan.steps,
        peak_rate=plan.peak_rate,
        checkpoint=checkpoint,
        resume=resume,
        slower={"vision_model.": plan.trunk_rate} if plan.trunk is not None else {},
    )
    validation = harvest_scenes(plan.validation_scenes, split=Split.VALIDATION, copies=1)
    loaded = LoadedCaptioner(network, sizes, vocabulary)
    batches = Batches(loaded, pool, kind_shares=plan.kind_shares, seed=seed + run.step)
    if plan.trunk is not None and run.share < plan.trunk_rests:
        batches.compute_tokens(plan.resting_crops)
    network.train()

    def loss_of(_step: int) -> torch.Tensor:
        if plan.trunk is not None and run.share < plan.trunk_rests:
            return batches.resting_loss(plan.resting_batch)
        return batches.joint_loss(plan.batch)

    follow(
        run,
        loss_of=loss_of,
        measure=lambda: measure(loaded, validation),
        measure_seconds=plan.measure_seconds,
        progress=progress,
    )
    figures = measure(loaded, validation)
    network.eval()
    save_captioner(out, network, shape=sizes, vocabulary=vocabulary)
    write_captioner_card(
        out.with_name(CARD_NAME),
        recipe={**asdict(plan), "trunk": plan.trunk.name if plan.trunk else None},
        time={"steps": run.step, "minutes": run.seconds / 60},
        quality={f"{plan.validation_scenes} validation scenes, imperfect masks": figures},
    )
    progress(run.progress(**figures))
    return figures


def measure(loaded: LoadedCaptioner, regions: RegionPool) -> dict[str, float]:
    """Score the captions of a pool of regions."""
    loaded.network.eval()
    captions: list[str] = []
    for start in range(0, len(regions), 64):
        indices = range(start, min(start + 64, len(regions)))
        pixels = stack_squares([regions.blurred_crop(i) for i in indices], side=loaded.shape.image_px)
        with torch.inference_mode():
            captions += write_captions(
                loaded.network,
                normalise(pixels),
                vocabulary=loaded.vocabulary,
                max_words=loaded.shape.max_words,
            )
    loaded.network.train()
    return score_captions(captions, [regions.label(i) for i in range(len(regions))])
