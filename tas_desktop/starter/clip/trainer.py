"""Training of the encoder: crops against texts, and masked tokens of whole scenes against the same texts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.encoders.architecture import EncoderShape
from tas_desktop.backends.encoders.masked_tokens import masked_token_features
from tas_desktop.backends.encoders.weights import load_encoder
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.starter.clip.card import CARD_NAME, write_encoder_card
from tas_desktop.starter.clip.losses import contrast
from tas_desktop.starter.clip.meanings import match
from tas_desktop.starter.clip.measure import measure, prepare_validation
from tas_desktop.starter.clip.network import EncoderNetwork, write_encoder
from tas_desktop.starter.clip.pictures import PicturePool, collect_pictures
from tas_desktop.starter.clip.recognition import calibrate_recognition
from tas_desktop.starter.clip.recolouring import recolour
from tas_desktop.starter.clip.texts import TextSampler
from tas_desktop.starter.regions.draw import RegionDraw
from tas_desktop.starter.regions.labels import NOTHING, RegionKind, RegionLabel
from tas_desktop.starter.scenes import Split
from tas_desktop.starter.schedule import (
    TrainingProgress,
    TrainingRun,
    attention_for_training,
    follow,
    ignore_training,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tas_desktop.starter.regions.harvest import Propose
    from tas_desktop.starter.regions.pool import RegionPool

_MAX_LOG_SCALE = float(np.log(60.0))
_COLOUR_COLUMN = 1


@dataclass(frozen=True, slots=True)
class EncoderRecipe:
    """Sizes of the network and of the run.

    Attributes:
        shape: the network.
        start: weights of an earlier encoder of that shape to go on from, or None.
        scenes, proposal_scenes: training scenes for crops with made faults, and for real proposals.
        pictures: training scenes for masked tokens.
        batch: crops per step.
        pictures_per_step, picture_every: masked tokens take part in every n-th step.
        patch_dropout: share of tokens left out of crops during the first ``dropout_until`` of the time.
        recolour_every: every n-th step shows crops in random colours and says none.
        blurred_share: share of crops before a blurred background, so that a captioner, which sees only
            such crops, can start from the image tower.
        minutes: training time on the clock, drawing and measuring apart.
        steps: length of the run in steps instead of minutes; None goes by the clock.
        peak_rate: learning rate.
        kind_shares: share of each ``RegionKind`` in a batch.
        validation_scenes, measure_seconds: how many scenes are watched, how often.
    """

    shape: EncoderShape = field(default_factory=EncoderShape)
    start: Path | None = None
    scenes: int = 4000
    proposal_scenes: int = 600
    pictures: int = 1500
    batch: int = 96
    pictures_per_step: int = 16
    picture_every: int = 6
    patch_dropout: float = 0.5
    dropout_until: float = 0.85
    recolour_every: int = 3
    blurred_share: float = 0.25
    minutes: float = 40.0
    steps: int | None = None
    peak_rate: float = 1e-3
    kind_shares: tuple[float, ...] = (0.64, 0.11, 0.11, 0.1, 0.04)
    validation_scenes: int = 100
    measure_seconds: float = 300.0


SMOKE_RECIPE = EncoderRecipe(
    scenes=60,
    proposal_scenes=4,
    pictures=24,
    batch=48,
    pictures_per_step=6,
    validation_scenes=12,
    measure_seconds=1e9,
    steps=120,
)


def train_encoder(
    out: Path,
    *,
    pool: RegionPool,
    seed: int = 0,
    resume: bool = False,
    progress: Callable[[TrainingProgress], None] = ignore_training,
    recipe: EncoderRecipe | None = None,
    propose: Propose | None = None,
    checkpoint: Path | None = None,
) -> dict[str, float]:
    """Train, calibrate and write the encoder, with its card beside it.

    Args:
        out: the safetensors file to write.
        pool: crops to train on, as ``gather_regions`` gives them.
        seed: of weights, batches and texts.
        resume: go on from ``checkpoint``.
        progress: told about every 50th step and every measurement.
        recipe: sizes of the run; by default the full ones.
        propose: masks of a picture as the mask network draws them, for the recogniser's calibration; None
            makes do with stand-ins.
        checkpoint: where the state is kept every few minutes; None keeps none.

    Returns:
        Figures on validation scenes, as ``measure`` gives them.
    """
    plan = recipe or EncoderRecipe()
    sizes = plan.shape
    torch.manual_seed(seed)
    network = EncoderNetwork(sizes, patch_dropout=plan.patch_dropout)
    if plan.start is not None:
        network.clip.load_state_dict(load_encoder(plan.start, sha256=None).network.state_dict())
    run = TrainingRun(
        network,
        minutes=plan.minutes,
        steps=plan.steps,
        peak_rate=plan.peak_rate,
        checkpoint=checkpoint,
        resume=resume,
    )
    grid = sizes.image_px // sizes.patch_px
    first_picture = 1_000_000
    pictures = collect_pictures(
        plan.pictures, split=Split.TRAIN, first_seed=first_picture, side=sizes.image_px, grid=grid
    )
    validation = prepare_validation(plan.validation_scenes, side=sizes.image_px, grid=grid)
    batches = _Batches(pool, pictures, plan, side=sizes.image_px, seed=seed + run.step)
    network.train()

    def loss_of(step: int) -> torch.Tensor:
        with torch.no_grad():
            network.clip.logit_scale.clamp_(0.0, _MAX_LOG_SCALE)
        network.set_patch_dropout(plan.patch_dropout if run.share < plan.dropout_until else 0.0)
        with attention_for_training(), torch.autocast("cpu", torch.bfloat16):
            recolours = step % plan.recolour_every == 0
            loss = batches.recoloured_loss(network) if recolours else batches.crop_loss(network)
            if step % plan.picture_every == 0:
                loss = loss + batches.picture_loss(network)
        return loss

    follow(
        run,
        loss_of=loss_of,
        measure=lambda: measure(network, validation),
        measure_seconds=plan.measure_seconds,
        progress=progress,
    )
    figures = measure(network, validation)
    network.eval()
    write_encoder(network, out, recognition=calibrate_recognition(network, propose=propose))
    write_encoder_card(
        out.with_name(CARD_NAME),
        recipe={**asdict(plan), "start": plan.start.name if plan.start else None},
        time={"steps": run.step, "minutes": run.seconds / 60},
        quality={f"{plan.validation_scenes} validation scenes, exact masks": figures},
    )
    progress(run.progress(**figures))
    return figures


class _Batches:
    """Draws batches and scores the network on them."""

    def __init__(
        self, crops: RegionPool, pictures: PicturePool, plan: EncoderRecipe, *, side: int, seed: int
    ) -> None:
        self._crops, self._pictures, self._plan, self._side = crops, pictures, plan, side
        self._rng = np.random.default_rng((53, seed))
        self._texts = TextSampler(seed)
        self._regions = RegionDraw(crops, kind_shares=plan.kind_shares, rng=self._rng)
        only_objects = tuple(float(kind is RegionKind.OBJECT) for kind in RegionKind)
        self._objects = RegionDraw(crops, kind_shares=only_objects, rng=self._rng)

    def crop_loss(self, network: EncoderNetwork) -> torch.Tensor:
        """Crops against expressions and captions, and captions against expressions."""
        indices = self._regions.draw(self._plan.batch)
        labels = [self._crops.label(int(index)) for index in indices]
        expressions, meanings = zip(*(self._texts.expression(label) for label in labels), strict=True)
        captions, full = zip(*(self._texts.caption(label) for label in labels), strict=True)
        pixels = self._pixels(indices)
        pixels = pixels * (1 + 0.12 * (torch.rand(len(pixels), 1, 1, 1) - 0.5))
        images = network.encode_images(normalise(pixels))
        texts = network.encode_texts([*expressions, *captions])
        rows = self._crops.labels[indices]
        said, told = texts[: len(indices)], texts[len(indices) :]
        true = torch.from_numpy(match(rows, meanings))
        true_captions = torch.from_numpy(match(rows, full))
        scale = network.clip.logit_scale.exp()
        return (
            contrast(scale * images @ said.T, true)
            + 0.5 * contrast(scale * images @ told.T, true_captions)
            + 0.3 * contrast(scale * told @ said.T, true)
            + network.attribute_loss(images, torch.from_numpy(rows.astype(np.int64)))
        )

    def recoloured_loss(self, network: EncoderNetwork) -> torch.Tensor:
        """Objects in random colours against expressions that name no colour."""
        indices = self._objects.draw(self._plan.batch)
        labels = [self._crops.label(int(index)) for index in indices]
        expressions, meanings = zip(*(self._texts.colourless(label) for label in labels), strict=True)
        images = network.encode_images(normalise(recolour(self._pixels(indices))))
        rows = self._crops.labels[indices].astype(np.int64)
        rows[:, _COLOUR_COLUMN] = NOTHING
        true = torch.from_numpy(match(self._crops.labels[indices], meanings))
        scores = network.clip.logit_scale.exp() * images @ network.encode_texts(expressions).T
        return contrast(scores, true) + network.attribute_loss(images, torch.from_numpy(rows))

    def picture_loss(self, network: EncoderNetwork) -> torch.Tensor:
        """Regions read from whole scenes against expressions."""
        rng = self._rng
        chosen = rng.choice(len(self._pictures.images), self._plan.pictures_per_step, replace=False)
        part = self._pictures.choose(np.sort(chosen))
        part = part.mirrored() if rng.random() < 0.5 else part
        regions = masked_token_features(
            network.clip.visual,
            normalise(torch.from_numpy(part.images).permute(0, 3, 1, 2)),
            masks=torch.from_numpy(part.masks),
            picture_of_mask=torch.from_numpy(part.picture_of_mask),
            masked_layers=network.shape.masked_layers,
        )
        labels = [RegionLabel.from_row(tuple(int(v) for v in row)) for row in part.labels]
        texts, meanings = zip(*(self._texts.expression(label) for label in labels), strict=True)
        true = torch.from_numpy(match(part.labels, meanings))
        scores = network.clip.logit_scale.exp() * regions @ network.encode_texts(texts).T
        return 0.5 * contrast(scores, true)

    def _pixels(self, indices: NDArray[np.int64]) -> torch.Tensor:
        """Crops as (N, 3, side, side) on the 0-255 scale, all of them mirrored or none."""
        pixels = stack_squares([self._cut(int(index)) for index in indices], side=self._side).float()
        return pixels.flip(3) if self._rng.random() < 0.5 else pixels

    def _cut(self, index: int) -> NDArray[np.uint8]:
        if self._rng.random() < self._plan.blurred_share:
            return self._crops.blurred_crop(index)
        return self._crops.black_crop(index)
