"""Training of the captioner: crops before a blurred background, with the faults of real proposals."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.captioners.architecture import (
    PAD,
    CaptionerShape,
    CaptionVocabulary,
    build_blip,
)
from tas_desktop.backends.captioners.blip import write_captions
from tas_desktop.backends.captioners.weights import LoadedCaptioner, save_captioner
from tas_desktop.backends.encoders.weights import load_encoder
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.starter.captioner.measure import caption_words, score_captions
from tas_desktop.starter.captioner.trunk import copy_trunk
from tas_desktop.starter.clip.schedule import (
    TrainingProgress,
    TrainingRun,
    attention_for_training,
    ignore_training,
)
from tas_desktop.starter.regions.harvest import harvest_scenes
from tas_desktop.starter.regions.labels import RegionKind, caption_region
from tas_desktop.starter.scenes import Split

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tas_desktop.starter.regions.pool import RegionPool

_NO_LOSS = -100


@dataclass(frozen=True, slots=True)
class CaptionerRecipe:
    """Sizes of the network and of the run.

    Attributes:
        shape: the network.
        trunk: weights of a trained encoder to take the image tower from; None starts from nothing.
        scenes: training scenes.
        batch: crops per step.
        peak_rate: learning rate.
        trunk_rests: share of the time in which a tower taken from the encoder stays as it is.
        kind_shares: share of each ``RegionKind`` in a batch.
        validation_scenes, measure_seconds: how many scenes are watched, how often.
    """

    shape: CaptionerShape = field(default_factory=CaptionerShape)
    trunk: Path | None = None
    scenes: int = 4000
    batch: int = 64
    peak_rate: float = 1e-3
    trunk_rests: float = 0.2
    kind_shares: tuple[float, ...] = (0.7, 0.09, 0.09, 0.06, 0.06)
    validation_scenes: int = 40
    measure_seconds: float = 150.0


SMOKE_RECIPE = CaptionerRecipe(scenes=60, batch=32, validation_scenes=8, measure_seconds=1e9)


def train_captioner(
    out: Path,
    *,
    minutes: float = 15.0,
    seed: int = 0,
    resume: bool = False,
    progress: Callable[[TrainingProgress], None] = ignore_training,
    recipe: CaptionerRecipe | None = None,
    pool: RegionPool | None = None,
    checkpoint: Path | None = None,
) -> dict[str, float]:
    """Train and write the captioner.

    Args:
        out: the safetensors file to write.
        minutes: training time on the clock, drawing of scenes apart.
        seed: of weights and batches.
        resume: go on from ``checkpoint``.
        progress: told about every 50th step and every measurement.
        recipe: sizes of the run; by default the full ones.
        pool: crops to train on; by default cut anew from ``recipe.scenes`` scenes.
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
        network, minutes=minutes, peak_rate=plan.peak_rate, checkpoint=checkpoint, resume=resume
    )
    crops = pool if pool is not None else harvest_scenes(plan.scenes, split=Split.TRAIN)
    validation = harvest_scenes(plan.validation_scenes, split=Split.VALIDATION, copies=1)
    loaded = LoadedCaptioner(network, sizes, vocabulary)
    draw = _Draw(crops, plan, seed=seed + run.step)
    network.train()
    measured_at = run.seconds
    for step in run.steps():
        network.vision_model.requires_grad_(plan.trunk is None or run.share >= plan.trunk_rests)
        run.descend(_loss(loaded, crops, draw.batch(), mirrored=draw.coin()))
        if step % 50 == 0:
            progress(run.progress())
        if run.seconds - measured_at > plan.measure_seconds:
            measured_at = run.seconds
            progress(run.progress(**measure(loaded, validation)))
    figures = measure(loaded, validation)
    network.eval()
    save_captioner(out, network, shape=sizes, vocabulary=vocabulary)
    progress(run.progress(**figures))
    return figures


def export_captioner(checkpoint: Path, out: Path, *, shape: CaptionerShape | None = None) -> None:
    """Write the captioner as a run's last checkpoint has it."""
    sizes, vocabulary = shape or CaptionerShape(), CaptionVocabulary(caption_words())
    network = build_blip(sizes, vocabulary_size=vocabulary.size)
    TrainingRun(network, minutes=1.0, peak_rate=1e-3, checkpoint=checkpoint, resume=True)
    save_captioner(out, network.eval(), shape=sizes, vocabulary=vocabulary)


def measure(loaded: LoadedCaptioner, regions: RegionPool) -> dict[str, float]:
    """Score the captions of a pool of regions."""
    loaded.network.eval()
    captions: list[str] = []
    for start in range(0, len(regions), 64):
        indices = range(start, min(start + 64, len(regions)))
        pixels = stack_squares([regions.blurred_crop(i) for i in indices], side=loaded.shape.image_px)
        with torch.inference_mode():
            captions += write_captions(loaded, normalise(pixels))
    loaded.network.train()
    return score_captions(captions, [regions.label(i) for i in range(len(regions))])


def _loss(
    loaded: LoadedCaptioner, crops: RegionPool, indices: NDArray[np.int64], *, mirrored: bool
) -> torch.Tensor:
    """Cross-entropy of the captions' words."""
    images = [crops.blurred_crop(int(index)) for index in indices]
    pixels = stack_squares(images, side=loaded.shape.image_px).float()
    pixels = pixels.flip(3) if mirrored else pixels
    pixels = pixels * (1 + 0.12 * (torch.rand(len(pixels), 1, 1, 1) - 0.5))
    rows = [loaded.vocabulary.encode(caption_region(crops.label(int(index)))) for index in indices]
    length = max(map(len, rows))
    words = torch.tensor([row + [PAD] * (length - len(row)) for row in rows])
    shown = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in rows])
    with attention_for_training(), torch.autocast("cpu", torch.bfloat16):
        output = loaded.network(
            pixel_values=normalise(pixels),
            input_ids=words,
            attention_mask=shown,
            labels=words.masked_fill(shown == 0, _NO_LOSS),
        )
    loss: torch.Tensor = output.loss
    return loss


class _Draw:
    """Batches with fixed shares of each kind of region."""

    def __init__(self, crops: RegionPool, plan: CaptionerRecipe, *, seed: int) -> None:
        self._rng = np.random.default_rng((59, seed))
        self._of_kind = [np.flatnonzero(crops.labels[:, 0] == kind) for kind in RegionKind]
        shares = np.array(plan.kind_shares) * [len(rows) > 0 for rows in self._of_kind]
        self._shares, self._size = shares / shares.sum(), plan.batch

    def coin(self) -> bool:
        return bool(self._rng.random() < 0.5)

    def batch(self) -> NDArray[np.int64]:
        counts = self._rng.multinomial(self._size, self._shares)
        drawn = [self._rng.choice(rows, n) for rows, n in zip(self._of_kind, counts, strict=True) if n]
        return np.asarray(np.concatenate(drawn), dtype=np.int64)
