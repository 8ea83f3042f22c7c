"""open_clip's CLIP behind ``engine.ports.ImageTextEncoder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from tas_desktop.backends.encoders.masked_tokens import masked_token_features
from tas_desktop.backends.encoders.weights import LoadedEncoder, load_encoder
from tas_desktop.backends.failures import backend_failures
from tas_desktop.backends.pixels import fit_square, normalise, stack_squares
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.control import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tas_desktop.backends.encoders.recognition import RecognitionScale
    from tas_desktop.engine.control import Control

_IMAGE_BATCH = 32
_TEXT_BATCH = 256


class ClipEncoder:
    """A small CLIP. Safe to call from several threads.

    Offers ``engine.ports.KnowsWords`` too.

    Args:
        loaded: what ``encoders.weights.load_encoder`` read.
        component: its identity.
        device: torch device; the network is moved there.
    """

    def __init__(self, loaded: LoadedEncoder, *, component: ComponentId, device: str = "cpu") -> None:
        self._loaded, self.component, self._device = loaded, component, device
        loaded.network.to(device)

    @property
    def recognition(self) -> RecognitionScale:
        """Calibration that came with the weights."""
        return self._loaded.recognition

    def knows(self, word: str) -> bool:
        """Whether the text tower was trained on every word of the text."""
        return self._loaded.tokenizer.knows(word)

    def encode_images(
        self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control
    ) -> NDArray[np.float32]:
        """Features of uint8 crops of any size, shape (len(crops_rgb), dim), rows of norm 1.

        Crops are resized to the network's square as they are; pad them first. Looks at the cancel flag
        before every 32 crops.

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory or a lost device.
        """
        loaded = self._loaded
        features = np.zeros((len(crops_rgb), loaded.shape.embed_dim), np.float32)
        for start in range(0, len(crops_rgb), _IMAGE_BATCH):
            control.step(Stage.ENCODE, start, len(crops_rgb))
            part = crops_rgb[start : start + _IMAGE_BATCH]
            with backend_failures("The image encoder"), torch.inference_mode():
                pixels = stack_squares(part, side=loaded.shape.image_px).to(self._device)
                found = F.normalize(loaded.network.encode_image(normalise(pixels)).float(), dim=-1)
                features[start : start + len(part)] = found.cpu().numpy()
        return features

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Features of texts, shape (len(texts), dim), rows of norm 1. Unknown words count as one token.

        Raises:
            BackendFailed: out of memory or a lost device.
        """
        loaded = self._loaded
        features = np.zeros((len(texts), loaded.shape.embed_dim), np.float32)
        for start in range(0, len(texts), _TEXT_BATCH):
            part = texts[start : start + _TEXT_BATCH]
            with backend_failures("The text encoder"), torch.inference_mode():
                rows = loaded.tokenizer.batch(part).to(self._device)
                found = F.normalize(loaded.network.encode_text(rows).float(), dim=-1)
                features[start : start + len(part)] = found.cpu().numpy()
        return features

    def encode_regions(
        self, image_rgb: NDArray[np.uint8], masks_hw: Sequence[NDArray[np.bool_]]
    ) -> NDArray[np.float32]:
        """Features of regions from masked tokens of the whole picture (methods.md 2), rows of norm 1.

        Args:
            image_rgb: uint8, shape (height, width, 3); squashed to the network's square.
            masks_hw: bool, each of shape (height, width).

        Returns:
            Shape (len(masks_hw), dim).
        """
        loaded = self._loaded
        shape = loaded.shape
        if not masks_hw:
            return np.zeros((0, shape.embed_dim), np.float32)
        grid = shape.image_px // shape.patch_px
        with backend_failures("The image encoder"), torch.inference_mode():
            pixels = torch.from_numpy(fit_square(image_rgb, side=shape.image_px).copy())
            masks = torch.stack([torch.from_numpy(mask.astype(np.float32)) for mask in masks_hw])
            found = masked_token_features(
                loaded.network.visual,
                normalise(pixels.permute(2, 0, 1)[None].to(self._device)),
                masks=F.adaptive_avg_pool2d(masks, (grid, grid)).to(self._device),
                picture_of_mask=torch.zeros(len(masks), dtype=torch.long, device=self._device),
                masked_layers=shape.masked_layers,
            )
            return np.asarray(found.cpu().numpy(), dtype=np.float32)


def open_clip_encoder(path: Path, *, sha256: str, name: str, device: str = "cpu") -> ClipEncoder:
    """Import the libraries and load the weights.

    Args:
        path: weights file of ``encoders.weights.save_encoder``.
        sha256: its expected digest, which is also its revision.
        name: how the profile calls it.
        device: torch device.

    Raises:
        WeightsDamaged: the weights cannot be loaded.
    """
    loaded = load_encoder(path, sha256=sha256)
    return ClipEncoder(loaded, component=ComponentId("encoder", name, sha256[:16]), device=device)
