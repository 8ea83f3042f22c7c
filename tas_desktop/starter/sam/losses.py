"""What the mask network is trained to do: masks, their quality, and dense hints on the embedding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from tas_desktop.backends.sam.decoding import cell_pixels, decode_prompts, mask_logits

if TYPE_CHECKING:
    from segment_anything.modeling import Sam

_EDGE_CLASSES = 2  # object, outline: 16 pixels of each per cell


@dataclass(frozen=True, slots=True)
class LossWeights:
    """Weights of the parts of the loss.

    Attributes:
        quality: of the predicted IoU's squared error; high, because that head learns late and the
            mask generator is useless without it.
        hints: of the dense hints.
        cells: embedding cells per prompt that masks are compared on.
    """

    quality: float = 10.0
    hints: float = 1.0
    cells: int = 256


class DenseHints(nn.Module):
    """Head used in training only: what every embedding cell should know without being asked.

    From the embedding (B, C, h, w): object and outline logits of each cell's 16 mask pixels,
    distances to the four sides of the cell's object, and its category. These reach every weight of
    the encoder from every cell, which teaches it many times faster than a few prompts do.
    """

    def __init__(self, channels: int, *, categories: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, 2 * channels, 1),
            nn.ReLU(),
            nn.Conv2d(2 * channels, 16 * _EDGE_CLASSES + 4 + categories, 1),
        )

    def loss(self, embedding: Tensor, *, instances: Tensor, sides: Tensor, categories: Tensor) -> Tensor:
        """Mean loss; targets as in `batches.Batch`."""
        out = self.body(embedding).float()
        pixels, distances, kinds = out.split((16 * _EDGE_CLASSES, 4, out.shape[1] - 36), dim=1)
        valid = cell_pixels(instances != -2).float()
        targets = torch.stack((cell_pixels(instances >= 0), cell_pixels(outlines(instances))), dim=1)
        logits = pixels.flatten(2).transpose(1, 2).unflatten(-1, (_EDGE_CLASSES, 16)).transpose(1, 2)
        edge = F.binary_cross_entropy_with_logits(logits, targets.float(), reduction="none")
        on_object = (categories >= 0)[:, None]
        reach = ((distances - 8 * sides).abs() * on_object).sum() / on_object.sum().clamp(1) / 4
        kind = F.cross_entropy(kinds, categories.clamp(min=-1), ignore_index=-1, reduction="sum")
        kind = kind / on_object.sum().clamp(1)
        return 2 * (edge * valid[:, None]).mean() + 1.5 * reach + 0.15 * kind


def outlines(instances: Tensor) -> Tensor:
    """True where a map (B, H, W) of object indices differs from the pixel right of or below it."""
    edge = torch.zeros_like(instances, dtype=torch.bool)
    edge[:, :, :-1] |= instances[:, :, :-1] != instances[:, :, 1:]
    edge[:, :-1] |= instances[:, :-1] != instances[:, 1:]
    return edge


@dataclass(frozen=True, slots=True)
class PromptLosses:
    """Loss to minimise, and figures to watch: mean best IoU of prompts on objects, quality error."""

    loss: Tensor
    best_iou: float
    quality_error: float


def prompt_losses(
    sam: Sam, embedding: Tensor, *, points: Tensor, masks: Tensor, on_object: Tensor, weights: LossWeights
) -> PromptLosses:
    """Masks and predicted qualities against the prompted objects.

    Each mask is compared on ``weights.cells`` cells drawn with a preference for its outline and its
    surroundings. Cross entropy takes them as they come, since the outline is where IoU is won; overlap
    (dice) and IoU weigh them by the inverse of their chance, so that they stay true to the whole mask.
    Following Sam, the best of the three masks is trained, and the single-mask token beside them.

    Args:
        sam: the network.
        embedding: (B, C, h, w).
        points: as in `batches.Batch`.
        masks: likewise.
        on_object: likewise.
        weights: loss weights.
    """
    targets = cell_pixels(masks).flatten(0, 1)
    found = on_object.flatten()
    side = embedding.shape[-1]
    chosen, importance = choose_cells(targets.mean(-1).unflatten(-1, (side, side)), count=weights.cells)
    tokens, cells = decode_prompts(sam, embedding, points_bk2=points)
    picked = cells.gather(1, chosen[..., None].expand(-1, -1, cells.shape[-1]))
    logits = mask_logits(sam.mask_decoder, tokens, picked).float()
    quality = sam.mask_decoder.iou_prediction_head(tokens[:, 0]).float()
    truth = targets.gather(1, chosen[..., None].expand(-1, -1, targets.shape[-1]))[:, None]
    each = _mask_loss(logits[found], truth[found], importance[found])
    masks_loss = each[:, 1:].min(1).values + 0.05 * each[:, 1:].mean(1) + 0.5 * each[:, 0]
    with torch.no_grad():
        iou = _iou(logits > 0, truth > 0.5, importance) * found[:, None]
    error = F.mse_loss(quality, iou)
    total = masks_loss.mean() + weights.quality * error if found.any() else weights.quality * error
    best = iou[found, 1:].amax(1).mean() if found.any() else iou.new_zeros(())
    return PromptLosses(total, float(best), float(error.detach()))


def choose_cells(share: Tensor, *, count: int) -> tuple[Tensor, Tensor]:
    """Draw cells to compare a mask on.

    Args:
        share: (N, h, w) share of each cell that the mask covers.
        count: cells per mask, at most h*w.

    Returns:
        chosen (N, count) cell indices without repeats, and importance (N, count), the inverse of each
        cell's approximate chance to be drawn.
    """
    flat = share.flatten(1)
    edge = ((flat > 0) & (flat < 1)).float()
    near = F.max_pool2d((share > 0).float()[:, None], 7, 1, 3).flatten(1)
    liking = 1 + 7 * edge + 2 * near
    chance = (count * liking / liking.sum(1, keepdim=True)).clamp(max=1)
    gumbel = -torch.log(-torch.log(torch.rand_like(liking).clamp(1e-9, 1 - 1e-7)))
    chosen = (liking.log() + gumbel).topk(min(count, flat.shape[1]), dim=1).indices
    return chosen, 1 / chance.gather(1, chosen)


def _mask_loss(logits: Tensor, truth: Tensor, importance: Tensor) -> Tensor:
    """Cross entropy plus dice of (N, masks, M, 16) logits, shape (N, masks)."""
    truth = truth.expand_as(logits)
    entropy = F.binary_cross_entropy_with_logits(logits, truth, reduction="none").mean((2, 3))
    weight = importance[:, None, :, None]
    share = logits.sigmoid()
    overlap = (weight * share * truth).sum((2, 3))
    total = (weight * (share + truth)).sum((2, 3))
    return 3 * entropy + 1 - (2 * overlap + 1) / (total + 1)


def _iou(mask: Tensor, truth: Tensor, importance: Tensor) -> Tensor:
    """IoU of (N, masks, M, 16) masks with (N, 1, M, 16) truth, shape (N, masks)."""
    weight = importance[:, None, :, None]
    overlap = (weight * (mask & truth)).sum((2, 3))
    return overlap / ((weight * (mask | truth)).sum((2, 3)) + 1e-6)
