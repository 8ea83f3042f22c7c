"""One training run: its networks, its steps, its checkpoints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from tas_desktop.backends.sam.architecture import SamShape, build_sam
from tas_desktop.backends.sam.encoder import STRIDE
from tas_desktop.starter.sam.average import WeightAverage
from tas_desktop.starter.sam.losses import DenseHints, LossWeights, prompt_losses
from tas_desktop.starter.scenes.lexicon import CATEGORIES

if TYPE_CHECKING:
    from pathlib import Path

    from segment_anything.modeling import Sam

    from tas_desktop.starter.sam.batches import Batch


@dataclass
class TrainingRun:
    """Everything that a checkpoint keeps.

    Attributes:
        sam: the network in training.
        hints: the head that training alone uses.
        optimizer: over both.
        average: the running average of ``sam`` that will be shipped.
        step: optimizer steps taken.
        seconds: time they took.
    """

    sam: Sam
    hints: DenseHints
    optimizer: torch.optim.Optimizer
    average: WeightAverage
    step: int = 0
    seconds: float = 0.0

    @classmethod
    def begin(cls, shape: SamShape, *, weight_decay: float) -> TrainingRun:
        """New networks from torch's random state."""
        sam = build_sam(shape)
        hints = DenseHints(shape.decoder_dim, categories=len(CATEGORIES))
        hints.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # typed without it
        named = [*sam.named_parameters(), *hints.named_parameters()]
        trained = [(name, p) for name, p in named if "mask_downscaling" not in name]
        decayed = [p.ndim >= 2 and "iou" not in name and "token" not in name for name, p in trained]
        groups = [
            {
                "params": [p for (_, p), chosen in zip(trained, decayed, strict=True) if chosen is decay],
                "weight_decay": weight_decay if decay else 0.0,
            }
            for decay in (True, False)
        ]
        optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        return cls(sam, hints, optimizer, WeightAverage(sam))

    def resize(self, image_size: int) -> None:
        """Set the input size; no weight depends on it, only where positions are counted."""
        side = image_size // STRIDE
        self.sam.image_encoder.img_size = image_size
        self.sam.prompt_encoder.input_image_size = (image_size, image_size)
        self.sam.prompt_encoder.image_embedding_size = (side, side)

    def take_step(self, batch: Batch, weights: LossWeights, *, rate: float) -> tuple[float, float, float]:
        """Learn from a batch at a learning rate.

        Returns:
            the loss, the mean best IoU of prompts on objects, and the squared error of the predicted IoU.
        """
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.sam.train()
        with torch.autocast("cpu", torch.bfloat16):
            images = torch.from_numpy(batch.images).permute(0, 3, 1, 2).float()
            embedding = self.sam.image_encoder((images - self.sam.pixel_mean) / self.sam.pixel_std)
            prompted = prompt_losses(
                self.sam,
                embedding,
                points=torch.from_numpy(batch.points),
                masks=torch.from_numpy(batch.masks),
                on_object=torch.from_numpy(batch.on_object),
                weights=weights,
            )
            hinted = self.hints.loss(
                embedding,
                instances=torch.from_numpy(batch.instances),
                sides=torch.from_numpy(batch.sides),
                categories=torch.from_numpy(batch.categories),
            )
        loss: Tensor = prompted.loss + weights.hints * hinted
        loss.backward()
        torch.nn.utils.clip_grad_norm_((p for g in self.optimizer.param_groups for p in g["params"]), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self.average.follow(self.sam, step=self.step)
        return float(loss.detach()), prompted.best_iou, prompted.quality_error

    def save(self, path: Path) -> None:
        """Write a checkpoint aside, then put it in place."""
        state = {
            "sam": self.sam.state_dict(),
            "hints": self.hints.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.state,
            "step": self.step,
            "seconds": self.seconds,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".part")
        torch.save(state, aside)
        aside.replace(path)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint of `save`."""
        state: dict[str, Any] = torch.load(path, weights_only=True)
        self.sam.load_state_dict(state["sam"])
        self.hints.load_state_dict(state["hints"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.state = state["average"]
        self.step, self.seconds = state["step"], state["seconds"]
