"""Batches of the captioner's training and the network's loss on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.captioners.architecture import PAD
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.starter.regions.draw import RegionDraw
from tas_desktop.starter.regions.labels import caption_region
from tas_desktop.starter.schedule import attention_for_training

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.backends.captioners.weights import LoadedCaptioner
    from tas_desktop.starter.regions.pool import RegionPool

_NO_LOSS = -100
_CHUNK = 64


class Batches:
    """Draws crops with fixed shares of each kind of region and scores the network's captions of them.

    Args:
        loaded: the network in training.
        crops: what to draw from.
        kind_shares: share of each ``RegionKind`` in a batch.
        seed: of the choices.
    """

    def __init__(
        self, loaded: LoadedCaptioner, crops: RegionPool, *, kind_shares: tuple[float, ...], seed: int
    ) -> None:
        self._loaded, self._crops = loaded, crops
        self._rng = np.random.default_rng((59, seed))
        self._regions = RegionDraw(crops, kind_shares=kind_shares, rng=self._rng)
        self._tokens = torch.zeros(0)
        self._token_rows = np.zeros(0, np.int64)

    def compute_tokens(self, count: int) -> None:
        """Let the image tower see ``count`` crops once, half of them mirrored, for ``resting_loss``."""
        self._token_rows = self._regions.draw(count)
        found = []
        with torch.no_grad():
            for start in range(0, count, _CHUNK):
                pixels = self._pixels(self._token_rows[start : start + _CHUNK])
                found.append(self._loaded.network.vision_model(pixel_values=pixels)[0].half())
        self._tokens = torch.cat(found)

    def resting_loss(self, size: int) -> torch.Tensor:
        """Loss of the decoder alone, on tokens computed before."""
        chosen = self._rng.integers(0, len(self._token_rows), size)
        tokens = self._tokens[torch.from_numpy(chosen)].float()
        return self._caption_loss(self._token_rows[chosen], tokens)

    def joint_loss(self, size: int) -> torch.Tensor:
        """Loss of the whole network on fresh crops of varied brightness."""
        rows = self._regions.draw(size)
        pixels = self._pixels(rows)
        with attention_for_training(), torch.autocast("cpu", torch.bfloat16):
            tokens = self._loaded.network.vision_model(pixel_values=pixels)[0]
        return self._caption_loss(rows, tokens)

    def _caption_loss(self, rows: NDArray[np.int64], tokens: torch.Tensor) -> torch.Tensor:
        """Cross-entropy of the captions' words."""
        captions = [caption_region(self._crops.label(int(row))) for row in rows]
        words = [self._loaded.vocabulary.encode(caption) for caption in captions]
        length = max(map(len, words))
        table = torch.tensor([row + [PAD] * (length - len(row)) for row in words])
        shown = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in words])
        with attention_for_training(), torch.autocast("cpu", torch.bfloat16):
            output = self._loaded.network.text_decoder(
                input_ids=table,
                attention_mask=shown,
                encoder_hidden_states=tokens,
                labels=table.masked_fill(shown == 0, _NO_LOSS),
                reduction="mean",
            )
        loss: torch.Tensor = output.loss
        return loss

    def _pixels(self, rows: NDArray[np.int64]) -> torch.Tensor:
        images = [self._crops.blurred_crop(int(row)) for row in rows]
        pixels = stack_squares(images, side=self._loaded.shape.image_px).float()
        turned = torch.from_numpy(self._rng.random(len(rows)) < 0.5)
        pixels[turned] = pixels[turned].flip(3)
        light = 1 + 0.12 * (self._rng.random((len(rows), 1, 1, 1)) - 0.5)
        return normalise(pixels * torch.from_numpy(light.astype(np.float32)))
